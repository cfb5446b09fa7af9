import fc from 'fast-check';
import { fitPost } from '../../../../../src/plugins/front-matter/server/src/core/fit/fit-post';
import { mapPost } from '../../../../../src/plugins/front-matter/server/src/core/fit/map-post';
import { readRelated } from '../../../../../src/plugins/front-matter/server/src/core/fit/read-related';
import { mappingOf } from '../../../../../src/plugins/front-matter/server/src/reading/fit-file';
import type { JsonValue } from '../../../../../src/plugins/front-matter/server/src/core/post';
import { postOf, RELATED_LAYOUT, trailerOf } from './posts';

describe('what a value says of a relation', () => {
  it.each<[string, JsonValue, readonly string[]]>([
    ['a text', 'Jane', ['Jane']],
    ['a text as it is written', ' Jane ', [' Jane ']],
    ['a number', 42, ['42']],
    ['a list', ['Jane', 'John', 'Jane'], ['Jane', 'John']],
    ['a map that has the attribute', { name: 'Jane' }, ['Jane']],
    ['a list of both', [{ name: 'Jane' }, 'John'], ['Jane', 'John']],
    ['nothing', null, []],
    ['an empty text', '', []],
    ['spaces', ' \t', []],
    ['an empty list', [], []],
    ['empty items', ['', null, 'Jane'], ['Jane']],
    ['a map without a value', { name: null }, []],
  ])('is whole in %s', (_what, value, texts) => {
    expect(readRelated(value, 'name')).toEqual({ texts, isUnfit: false, hasMore: false });
  });

  it('is more than its texts where a map has other keys', () => {
    expect(readRelated({ name: 'Jane', email: 'jane@site.example' }, 'name')).toEqual({
      texts: ['Jane'],
      isUnfit: false,
      hasMore: true,
    });
  });

  it.each<[string, JsonValue, readonly string[]]>([
    ['a map without the attribute', { email: 'jane@site.example' }, []],
    ['an attribute that is a list', { name: ['Jane'] }, []],
    ['a list in a list', [['Jane']], []],
    ['one item of a list', ['Jane', { email: 'x' }], ['Jane']],
    ['what every object has', [{}], []],
  ])('does not fit where it is %s', (_what, value, texts) => {
    expect(readRelated(value, 'name')).toEqual({ texts, isUnfit: true, hasMore: true });
    expect(readRelated({}, 'constructor')).toMatchObject({ texts: [], isUnfit: true });
  });

  it('never throws, and every text of a list is found', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, by) => {
        const { texts, isUnfit, hasMore } = readRelated(value as JsonValue, by);
        expect(hasMore || !isUnfit).toBe(true);
        expect(texts.every((text) => text.trim() !== '')).toBe(true);
      })
    );
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const wanted = new Set(texts.filter((text) => text.trim() !== ''));
        expect(new Set(readRelated(texts, 'name').texts)).toEqual(wanted);
      })
    );
  });
});

const LINES = new Map([
  ['author', { line: 5, column: 1 }],
  ['editors', { line: 7, column: 1 }],
]);

describe('a post with relations', () => {
  const fit = (frontMatter: { readonly [key: string]: JsonValue }) =>
    fitPost(
      mapPost(postOf({ frontMatter }), trailerOf(), mappingOf(RELATED_LAYOUT), 0),
      RELATED_LAYOUT,
      (key) => LINES.get(key) ?? null
    );
  const sections = ['rizhichenbao'];

  it('has what its keys say, each for its relation, and not in the front matter', () => {
    expect(fit({ author: 'Jane', editors: ['John', 'Ada'], layout: 'post' })).toMatchObject({
      ok: true,
      post: {
        terms: { sections, writer: ['Jane'], helpers: ['John', 'Ada'] },
        values: { rest: { layout: 'post' } },
        issues: [],
      },
    });
  });

  it('is linked to nobody where keys are empty, or missing', () => {
    expect(fit({ author: '', editors: null })).toMatchObject({
      post: { terms: { writer: [], helpers: [] }, values: { rest: {} }, issues: [] },
    });
    expect(fit({})).toMatchObject({ post: { terms: { writer: [], helpers: [] } } });
  });

  it('says once in a file what cannot be linked, and keeps it in the front matter', () => {
    const author = { email: 'jane@site.example' };
    const editors = ['John', ['Ada']];
    const fitted = fit({ author, editors });
    expect(fitted).toMatchObject({
      ok: true,
      post: {
        terms: { sections, writer: [], helpers: ['John'] },
        values: { rest: { author, editors } },
        issues: [{ code: 'RELATION_INVALID', severity: 'warning', field: 'writer', line: 5 }],
      },
    });
    const [issue] = fitted.ok ? fitted.post.issues : [];
    expect(issue?.message).toBe(
      '"author" holds what is neither a text nor a map with "name": it was not linked. Write a text, or a list of texts. ' +
        '"editors" holds what is neither a text nor a map with "name": it was not linked. Write a text, or a list of texts.'
    );
  });

  it('keeps what a map says besides in the front matter', () => {
    const author = { name: 'Jane', email: 'jane@site.example' };
    expect(fit({ author, editors: { name: 'John' } })).toMatchObject({
      post: {
        terms: { writer: ['Jane'], helpers: ['John'] },
        values: { rest: { author } },
        issues: [],
      },
    });
  });

  it('has the first of several where the relation takes one, and says so', () => {
    const author = ['Jane', 'John'];
    expect(fit({ author })).toMatchObject({
      post: {
        terms: { writer: ['Jane'] },
        values: { rest: { author } },
        issues: [{ code: 'RELATION_TAKES_ONE', field: 'writer', line: 5 }],
      },
    });
    expect(fit({ author: ['Jane', 'Jane'] })).toMatchObject({
      post: { terms: { writer: ['Jane'] }, values: { rest: {} }, issues: [] },
    });
  });

  it.each([
    ['VALUE_TOO_LONG', 'x'.repeat(256)],
    ['VALUE_NOT_STORABLE', 'a\u0000b'],
  ])('is kept back with %s where the column does not take a value', (code, editors) => {
    expect(fit({ editors })).toMatchObject({
      ok: false,
      issues: [{ code, field: 'helpers', line: 7 }],
    });
  });
});
