import fc from 'fast-check';
import {
  fitValue,
  type Shape,
} from '../../../../../src/plugins/front-matter/server/src/core/fit/fit-value';
import { fitPost } from '../../../../../src/plugins/front-matter/server/src/core/fit/fit-post';
import { mapPost } from '../../../../../src/plugins/front-matter/server/src/core/fit/map-post';
import type { JsonValue, Post } from '../../../../../src/plugins/front-matter/server/src/core/post';
import { LAYOUT, MAPPING, postOf, trailerOf } from './posts';

const shape = (kind: Shape['kind'], more: Partial<Shape> = {}): Shape => ({
  kind,
  maxLength: null,
  values: null,
  ...more,
});

const codeOf = (value: JsonValue, to: Shape): string | null => {
  const fit = fitValue(value, 'a', to);
  return fit.ok ? null : fit.issue.code;
};

describe('fitValue', () => {
  it.each([
    ['a NUL', 'a\u0000b', shape('text'), 'VALUE_NOT_STORABLE'],
    ['half a surrogate pair', 'a\ud83d', shape('text'), 'VALUE_NOT_STORABLE'],
    ['a NUL deep in JSON', { a: [{ b: 'x\u0000' }] }, shape('json'), 'VALUE_NOT_STORABLE'],
    ['a NUL in a key', { 'a\u0000': 1 }, shape('json'), 'VALUE_NOT_STORABLE'],
    [
      '256 characters for 255',
      'x'.repeat(256),
      shape('text', { maxLength: 255 }),
      'VALUE_TOO_LONG',
    ],
    ['a list for a text', ['a'], shape('text'), 'VALUE_INVALID'],
    ['a word for a number', 'many', shape('number'), 'VALUE_INVALID'],
    ['a text for a boolean', 'true', shape('boolean'), 'VALUE_INVALID'],
    ['a word for a date', 'soon', shape('datetime'), 'VALUE_INVALID'],
    ['the year 10000', '+010000-01-01T00:00:00Z', shape('datetime'), 'VALUE_INVALID'],
    ['none of the values', 'c', shape('text', { values: ['a', 'b'] }), 'VALUE_INVALID'],
  ] as const)('refuses %s', (_, value, to, code) => {
    expect(codeOf(value, to)).toBe(code);
  });

  it.each([
    ['an emoji', '🎉', shape('text')],
    ['255 characters outside the basic plane', '𠮷'.repeat(255), shape('text', { maxLength: 255 })],
    ['nothing', null, shape('number')],
    ['one of the values', 'a', shape('text', { values: ['a', 'b'] })],
  ] as const)('takes %s', (_, value, to) => {
    expect(codeOf(value, to)).toBeNull();
  });

  it('writes numbers and booleans as text where text is wanted', () => {
    expect(fitValue(163, 'a', shape('text'))).toEqual({ ok: true, value: '163' });
    expect(fitValue(true, 'a', shape('text'))).toEqual({ ok: true, value: 'true' });
  });

  it('gives a day for a date without a time', () => {
    expect(fitValue('2022-02-17T08:35:15Z', 'a', shape('date'))).toEqual({
      ok: true,
      value: '2022-02-17',
    });
  });

  it('never throws, whatever a file holds', () => {
    const kinds = fc.constantFrom<Shape['kind']>(
      'text',
      'json',
      'number',
      'boolean',
      'datetime',
      'date'
    );
    fc.assert(
      fc.property(fc.jsonValue(), kinds, (value, kind) => {
        expect(() => fitValue(value as JsonValue, 'a', shape(kind))).not.toThrow();
      })
    );
  });
});

/** Where the keys of the header stand. */
const LINES = new Map([
  ['slug', { line: 4, column: 1 }],
  ['category', { line: 6, column: 1 }],
  ['note', { line: 8, column: 1 }],
]);

describe('fitPost', () => {
  const fit = (parts: Partial<Post> = {}, layout = LAYOUT) =>
    fitPost(
      mapPost(postOf(parts), trailerOf(), MAPPING, Date.parse('2022-06-01')),
      layout,
      (key) => LINES.get(key) ?? null
    );

  it('puts every part into the attribute that takes it', () => {
    const fitted = fit({ frontMatter: { subtitle: '副题', layout: 'post' } });
    expect(fitted).toMatchObject({
      ok: true,
      post: {
        values: {
          headline: '开工第一天',
          slug: 'NW202203030000000302',
          day: '2022-03-03T00:35:15.000Z',
          content: '<p>正文</p>',
          teaser: null,
          link: null,
          rest: { layout: 'post' },
          kicker: '副题',
        },
        terms: { sections: ['rizhichenbao'] },
      },
    });
  });

  it('names a term once', () => {
    expect(fit({ categories: ['a', 'b', 'a'] })).toMatchObject({
      post: { terms: { sections: ['a', 'b'] } },
    });
  });

  it('leaves out categories that have no name, and says where', () => {
    expect(fit({ categories: ['', 'a', ' '] })).toMatchObject({
      ok: true,
      post: {
        terms: { sections: ['a'] },
        issues: [{ code: 'TERM_EMPTY', severity: 'info', field: 'sections', line: 6 }],
      },
    });
    expect(fit({ categories: ['a'] })).toMatchObject({ ok: true, post: { issues: [] } });
  });

  it('says on which line a value stands that does not fit, however deep it is', () => {
    const fitted = fit({
      slug: 'x'.repeat(300),
      frontMatter: { fine: 1, note: [{ a: '\u0000' }] },
    });
    expect(fitted).toMatchObject({
      ok: false,
      issues: [
        { code: 'VALUE_TOO_LONG', line: 4, column: 1 },
        { code: 'VALUE_NOT_STORABLE', line: 8, column: 1 },
      ],
    });
  });

  it('says no line where the file has no such key', () => {
    expect(fit({ title: '\u0000' })).toMatchObject({ ok: false, issues: [{ line: null }] });
  });

  it('tells every value that does not fit', () => {
    const fitted = fit({ slug: 'x'.repeat(300), categories: ['c\u0000'] });
    expect(fitted).toMatchObject({
      ok: false,
      issues: [
        { code: 'VALUE_TOO_LONG', field: 'slug' },
        { code: 'VALUE_NOT_STORABLE', field: 'sections' },
      ],
    });
  });

  it('refuses what is not to be shown where everything is', () => {
    const layout = { ...LAYOUT, draftAndPublish: false };
    expect(fit({ draft: true }, layout)).toMatchObject({
      ok: false,
      issues: [{ code: 'DRAFTS_DISABLED' }],
    });
    expect(fit({}, layout)).toMatchObject({ ok: true });
  });
});
