import { z } from 'zod';
import {
  ConfigurationError,
  filePlace,
  hasToBe,
  orElse,
  orNull,
  parseConfig,
  pluginPlace,
  readBy,
  unknownKey,
  wholeNumber,
  wrongValue,
} from '../../../../src/kit/src/config';
import { sayError } from '../../../../src/kit/src/cli/output';

const PLACE = pluginPlace('example');

const type = z.strictObject({
  slug: z.string().min(1).default('slug'),
  maxLength: orElse(wholeNumber(10, 200), 100),
  fallback: orNull(z.string().min(1)),
  name: z.union([z.string().min(1), z.literal(false)]).default('name'),
  paths: z.array(z.string().startsWith('/', { error: hasToBe('a path like "/shop"') })).default([]),
});
const schema = z.strictObject({
  contentTypes: z.record(z.string(), type).default({}),
  fields: z.partialRecord(z.enum(['title', 'body']), z.string()).default({}),
  terms: z.union([z.literal(false), z.strictObject({ attribute: z.string() })]).default(false),
  mode: z.enum(['pinyin', 'ascii']).default('pinyin'),
  number: readBy(Number.parseFloat).optional(),
});

const fault = (config: unknown, place = PLACE): string => {
  try {
    parseConfig(schema, config, place);
    return 'none';
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
};
const ofType = (settings: object): string => fault({ contentTypes: { 'api::a.a': settings } });
const AT = 'config/plugins: "example".config.contentTypes["api::a.a"].';

describe('a configuration', () => {
  it('has its defaults filled in', () => {
    expect(parseConfig(schema, { contentTypes: { a: { maxLength: null } } }, PLACE)).toEqual({
      contentTypes: {
        a: { slug: 'slug', maxLength: 100, fallback: null, name: 'name', paths: [] },
      },
      fields: {},
      terms: false,
      mode: 'pinyin',
    });
  });

  it.each([
    [{ maxLength: 7 }, 'maxLength is 7: it has to be a whole number from 10 to 200.'],
    [{ maxLength: 10.5 }, 'maxLength is 10.5: it has to be a whole number from 10 to 200.'],
    [{ maxLength: '50' }, 'maxLength is "50": it has to be a whole number from 10 to 200.'],
    [{ maxLength: NaN }, 'maxLength is NaN: it has to be a whole number from 10 to 200.'],
    [{ slug: '' }, 'slug is "": it has to be a text that is not empty.'],
    [{ slug: null }, 'slug is null: it has to be a text.'],
    [{ slug: [] }, 'slug is []: it has to be a text.'],
    [{ slug: 7 }, 'slug is 7: it has to be a text, in quotes.'],
    [{ slug: /x/ }, 'slug is /x/: it has to be a text.'],
    [{ slug: () => 'x' }, 'slug is a function: it has to be a text.'],
    [{ name: true }, 'name is true: it has to be false or a text, in quotes.'],
    [{ paths: '/x' }, 'paths is "/x": it has to be a list.'],
    [{ paths: ['/x', 'y'] }, 'paths[1] is "y": it has to be a path like "/shop".'],
  ])('names file and key, what it was and what it may be: %p', (settings, message) => {
    expect(ofType(settings)).toBe(`${AT}${message}`);
  });

  it.each([
    [undefined, '"example".config is missing: it has to be an object.'],
    [[], '"example".config is []: it has to be an object.'],
    [{ contentTypes: 7 }, '"example".config.contentTypes is 7: it has to be an object.'],
    [{ terms: true }, '"example".config.terms is true: it has to be false or an object.'],
    [{ terms: {} }, '"example".config.terms.attribute is missing: it has to be a text.'],
    [{ mode: 'gbk' }, '"example".config.mode is "gbk": it has to be one of pinyin, ascii.'],
  ])('is refused as a whole or at a key of its own: %j', (config, message) => {
    expect(fault(config)).toBe(`config/plugins: ${message}`);
  });

  it('names the keys that there are where one is not known, and the one that is near', () => {
    const known = 'Known are slug, maxLength, fallback, name, paths.';
    for (const [written, meant] of [
      ['Slug', 'slug'],
      ['slgu', 'slug'],
      ['maxlenght', 'maxLength'],
      ['path', 'paths'],
    ] as const) {
      expect(ofType({ [written]: 1 })).toBe(
        `${AT}${written} is not known here. Did you mean "${meant}"? ${known}`
      );
    }
    expect(ofType({ colour: 1 })).toBe(`${AT}colour is not known here. ${known}`);
    expect(fault({ fields: { titel: 'x' } })).toContain(
      '.fields.titel is not known here. Did you mean "title"? Known are title, body.'
    );
    expect(fault({ terms: { atribute: 'x', attribute: 'y' } })).toContain(
      '.terms.atribute is not known here. Did you mean "attribute"? Known is attribute.'
    );
  });

  it('tells the first five faults, one a line and each once', () => {
    const lines = ofType({
      slug: 1,
      maxLength: 1.5,
      fallback: '',
      name: 7,
      paths: [1, 2, 3],
      a: 1,
    });
    expect(lines.split('\n').map((line) => line.replace(AT, '').split(' ')[0])).toEqual([
      'slug',
      'maxLength',
      'fallback',
      'name',
      'paths[0]',
    ]);
  });

  it('shows of a long value the beginning, and nothing that a terminal acts on', () => {
    const [, shown = ''] = ofType({ maxLength: 'x'.repeat(1000) }).split(' is ');
    expect(shown.split(': it')[0]).toBe(`"${'x'.repeat(58)}…`);
    expect(ofType({ maxLength: '\x1b[2J\u202e\n' })).toContain('is "\\u001b[2J\\u202e\\n": ');
    expect(ofType({ 'a\x1b\n"b': 1 })).toContain('["api::a.a"]["a\\u001b\\n\\"b"] is not known');
  });

  it('may hold itself, or what JSON cannot write', () => {
    const ring: unknown[] = [];
    ring.push(ring);
    expect(ofType({ slug: ring })).toBe(`${AT}slug is an object: it has to be a text.`);
    expect(ofType({ slug: 7n })).toBe(`${AT}slug is 7: it has to be a text.`);
  });
});

describe('a file of settings', () => {
  it('is named with line and column where they are known', () => {
    const place = filePlace('.example.yml', (path, part) =>
      path.length === 0 ? null : { line: 4, column: part === 'key' ? 1 : 9 }
    );
    expect(fault({ mode: 'gbk' }, place)).toBe(
      '.example.yml:4:9: "mode" is "gbk": it has to be one of pinyin, ascii.'
    );
    expect(fault({ mood: 'gbk' }, place)).toContain('.example.yml:4:1: "mood" is not known here.');
    expect(fault({ contentTypes: { a: { paths: [1] } } }, place)).toContain(
      '"contentTypes.a.paths[0]" is 1'
    );
    expect(fault([], place)).toBe('.example.yml: it is []: it has to be an object.');
  });
});

describe('a fault that code finds', () => {
  it('is told in the same form', () => {
    const error = new ConfigurationError(
      PLACE,
      wrongValue(['a', 'b c'], undefined, 'nothing goes without it'),
      unknownKey(['d'], ['e'], 'is no content type')
    );
    expect(error).toMatchObject({
      name: 'ConfigurationError',
      keys: ['"example".config.a["b c"]', '"example".config.d'],
      message:
        'config/plugins: "example".config.a["b c"] is missing: nothing goes without it.\n' +
        'config/plugins: "example".config.d is no content type. Did you mean "e"? Known is e.',
    });
  });

  it('is what a reader of texts throws', () => {
    const of = readBy(() => {
      throw new Error('it has to be read');
    });
    expect(() => parseConfig(z.object({ a: of }), { a: 'x' }, PLACE)).toThrow(
      'config/plugins: "example".config.a is "x": it has to be read.'
    );
  });
});

describe('a command that fails', () => {
  const said = (error: unknown): readonly string[] => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      sayError(error);
      return written.mock.calls.map(([text]) => String(text));
    } finally {
      written.mockRestore();
    }
  };
  const error = new ConfigurationError(PLACE, wrongValue(['a'], 1, 'x'), wrongValue(['b'], 2, 'y'));

  it('says the faults of a configuration a line each, others in one', () => {
    const lines = error.message.split('\n').map((line) => `${line}\n`);
    expect(lines).toHaveLength(2);
    expect(said(error)).toEqual(lines);
    expect(said(new Error(error.message, { cause: error }))).toEqual(lines);
    expect(said(new Error('a\nb'))).toEqual(['a\\nb\n']);
    expect(said('a')).toEqual(['a\n']);
  });
});
