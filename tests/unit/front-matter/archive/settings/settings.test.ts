import { parseSettings } from '../../../../../src/plugins/front-matter/server/src/archive/settings/settings';

const read = (text: string) => parseSettings(text).settings;

const DEFAULTS = {
  dialect: 'auto',
  posts: [],
  timezone: null,
  dates: 'as-generator',
  categories: null,
  mapping: {},
  locales: null,
  translations: null,
  trailers: null,
};

describe('the settings of an archive', () => {
  it('have defaults, in one order, by which unchanged files are known', () => {
    for (const text of ['', '# nothing\n', '---\n', '{}', 'dialect:\nposts: ~\nlocales: {}\n']) {
      expect(JSON.stringify(read(text))).toBe(JSON.stringify(DEFAULTS));
    }
  });

  it('are read as the README has them', () => {
    const text = `
dialect: jekyll
posts: [old_post] # further folders; the first wins where two have a file of one name
timezone: Asia/Shanghai
dates: local
categories: nested
mapping: { subtitle: excerpt }
locales: { en: en, zh_cn: zh-Hans }
translations: ref
trailers: { loneLinks: any }
`;
    expect(read(text)).toEqual({
      dialect: 'jekyll',
      posts: ['old_post'],
      timezone: 'Asia/Shanghai',
      dates: 'local',
      categories: 'nested',
      mapping: { subtitle: 'excerpt' },
      locales: { en: 'en', 'zh-cn': 'zh-Hans' },
      translations: 'ref',
      trailers: { loneLinks: 'any' },
    });
  });

  it('take one folder, or several, from the root of the archive', () => {
    expect(read('posts: ./old/\n').posts).toEqual(['old']);
    expect(read('posts:\n  - b/c\n  - a\n').posts).toEqual(['b/c', 'a']);
  });

  it.each([
    ['no', 'locales: { no: nb }'],
    ['no', 'locales: { "no": nb }'],
    ['no', 'locales: { NO: nb }'],
    ['no', 'locales:\n  no: nb\n'],
    ['no', '%YAML 1.1\n---\nlocales: { no: nb }'],
  ])('take Norwegian for a language, and no for a locale: %s', (language, text) => {
    expect(read(text).locales).toEqual({ [language]: 'nb' });
    expect(read(text.replace(': nb', ': no')).locales).toEqual({ [language]: 'no' });
  });

  it('name keys of headers as these are read, where `on` is the key `true`', () => {
    expect(
      read('mapping: { on: shown, "on": said, 1.10: version, 2022-01-01: day }').mapping
    ).toEqual({ true: 'shown', on: 'said', '1.1': 'version', '2022-01-01': 'day' });
    expect(() => read('locales: { en: en }\ntranslations: on\n')).toThrow(
      '.broadsheet.yml:2:15: "translations" is true: it has to be a text, in quotes.'
    );
  });

  it('name relations, and by which attribute their entries are known', () => {
    expect(
      read('mapping: { author: { relation: author, by: name }, subtitle: excerpt }').mapping
    ).toEqual({ author: { relation: 'author', by: 'name' }, subtitle: 'excerpt' });
  });

  it.each(['false', 'no', 'off', 'No'])('leave out what is %s of a trailer', (said) => {
    expect(read(`trailers: { compose: { home: ${said}, category: ${said} } }`).trailers).toEqual({
      compose: { home: false, category: false },
    });
  });

  it('take aliases, and line ends of every kind', () => {
    expect(read('mapping: &names { en: en }\nlocales: *names\n').locales).toEqual({ en: 'en' });
    expect(read('\ufeffdialect: jekyll\rposts: old\r\ndates: local\n')).toMatchObject({
      dialect: 'jekyll',
      posts: ['old'],
      dates: 'local',
    });
    expect(read('---\ndates: local\n---\n').dates).toBe('local');
  });

  it('are refused key by key, each with its place', () => {
    expect(() => read('dialect: jekyl\nposts:\n  - ok\n  - ../x\nfolders: []\n')).toThrow(
      '.broadsheet.yml:1:10: "dialect" is "jekyl": it has to be one of auto, jekyll.\n' +
        '.broadsheet.yml:4:5: "posts[1]" is "../x": it has to be a folder inside the archive, like "old_post".\n' +
        '.broadsheet.yml:5:1: "folders" is not known here. Known are dialect, posts, '
    );
  });

  it.each([
    ['dialect: auto\ndialect: jekyll\n', '2:1: it has the key "dialect" twice.'],
    ['locales: { en: en, "en": de }', '1:20: it has the key "en" twice.'],
    ['mapping: { on: a, yes: b }', '1:19: it has the key "true" twice.'],
    ['posts: !!js/function x', '1:8: it is not YAML: Unresolved tag: '],
    ['posts: !ruby/object:X { a: b }', '1:8: it is not YAML: Unresolved tag: '],
    ['posts: !!binary aGk=', '1:8: it is not YAML: Unresolved tag: '],
    ['mapping: { <<: { a: b } }', '1:12: it merges keys ("<<")'],
    ['mapping: { __proto__: b }', '1:12: it holds the key "__proto__"'],
    ['? [a]\n: b\n', '1:3: it holds a key that is not a text'],
    ['~: b\n', '1:1: it holds a key that is not a text'],
    ['posts: *old\n', '1:8: it is not YAML: "*old" stands for nothing before it'],
    ['posts: &old [*old]\n', '1:14: it is not YAML: "*old" stands inside itself'],
    ['dates: local\n---\ndates: local\n', '2:1: it holds more than one document'],
    ['posts: "a\u0000"', '1:10: it is not YAML: it holds the control character U+0000'],
    ['posts: [', 'it is not YAML: '],
    ['posts: "\n', 'it is not YAML: '],
    ['dates: 日照\u001b[2J', '1:10: it is not YAML: it holds the control character U+001B'],
    ['dates: "日照\\u001b[2J"', '1:8: "dates" is "日照\\u001b[2J": it has to be one of'],
    ['mapping: { é: 日, b: 7 }', '1:21: "mapping.b" is 7: it has to be a text, in quotes'],
    ['mapping: { b: [c] }', '1:15: "mapping.b" is ["c"]: it has to be a text or a relation like'],
    ['mapping: { b: { relation: c } }', '"mapping.b.by" is missing: it has to be a text'],
    ['mapping: { b: { relation: c, by: "" } }', '1:34: "mapping.b.by" is "": it has to be a text'],
    ['mapping: { b: { relation: c, by: d, e: f } }', '1:37: "mapping.b.e" is not known here.'],
    ['timezone: 0o10', '1:11: "timezone" is 8: it has to be a text, in quotes'],
    ['locales: { no: }', '1:16: "locales.no" is null: it has to be a locale of the site'],
  ])('are refused with line and column: %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it.each([
    ['brackets', `a: ${'['.repeat(20_000)}`],
    ['dashes', `a:\n  ${'- '.repeat(20_000)}x`],
    ['indents', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('are refused where %s nest without end', (_what, text) => {
    expect(() => read(text)).toThrow('it is nested too deeply. Make it smaller.');
  });

  it.each([
    ['marks', `posts: [${'1,'.repeat(200_000)}]`],
    ['lines', `a: ${"'\n".repeat(200_000)}`],
  ])('are refused where they hold more %s than any', (_what, text) => {
    expect(() => read(text)).toThrow('it is too large. Make it smaller.');
  });

  it('are read where they hold very many keys', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `  key${index}: value\n`);
    expect(Object.keys(read(`mapping:\n${keys.join('')}`).mapping)).toHaveLength(10_000);
    expect(() => read(keys.join('').replaceAll('  ', ''))).toThrow('"key0" is not known here');
  });
});
