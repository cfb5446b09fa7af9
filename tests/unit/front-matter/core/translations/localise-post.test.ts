import fc from 'fast-check';
import {
  localisePost,
  type LocaleRules,
} from '../../../../../src/plugins/front-matter/server/src/core/translations/localise-post';
import { postOf } from '../fit/posts';

const RULES: LocaleRules = {
  locales: new Map([
    ['en', 'en'],
    ['zh-cn', 'zh-Hans'],
    ['it', 'it'],
  ]),
  fallback: 'en',
};

const NAME = '2022-02-17-hello.md';

interface Said {
  readonly language?: string;
  readonly shared?: string;
  readonly categories?: readonly string[];
}

const place = (path: string, { language, shared, categories = [] }: Said = {}, file = path) =>
  localisePost(
    postOf({
      categories,
      categoryPaths: categories.length === 0 ? [] : [categories],
      translation: { language: language ?? null, shared: shared ?? null, path },
    }),
    file,
    RULES
  );

const groupOf = (path: string, said: Said = {}): string | null => place(path, said).group;

describe('the locale of a post', () => {
  it.each([
    ['what it says itself', 'it/_posts/x.md', 'zh_CN', 'zh-Hans'],
    ['the folder above the posts', `zh-CN/_posts/${NAME}`, undefined, 'zh-Hans'],
    ['the folder below', `_posts/ZH_cn/${NAME}`, undefined, 'zh-Hans'],
    ['the first of two folders', `it/zh-cn/_posts/${NAME}`, undefined, 'it'],
    ['the end of its name', '_posts/2022-02-17-hello.it.md', undefined, 'it'],
    ["the run's where nothing tells", `_posts/${NAME}`, undefined, 'en'],
    ["the run's for a name that only ends so", '_posts/2022-02-17-what-is-it.md', undefined, 'en'],
    ["the run's for a name that is nothing else", '_posts/it.md', undefined, 'en'],
  ])('is %s', (_, path, language, locale) => {
    expect(place(path, language === undefined ? {} : { language })).toMatchObject({
      locale,
      issues: [],
    });
  });

  it("is the run's for a language that is not named, with a warning, whatever its folder", () => {
    expect(place(`it/_posts/${NAME}`, { language: 'fr' })).toMatchObject({
      locale: 'en',
      issues: [{ code: 'LANGUAGE_UNKNOWN', message: expect.stringContaining('"fr"') }],
    });
  });

  it('is that of a further folder of posts, which the generator does not know', () => {
    const path = `old/_posts/${NAME}`;
    expect(place(path, {}, `old/zh_cn/${NAME}`)).toMatchObject({ locale: 'zh-Hans' });
    expect(place(path, {}, `old/it/${NAME}`).group).toBe(place(path).group);
  });

  it("is the type's where posts are not told apart", () => {
    const post = postOf({ translation: { language: 'it', shared: 'x', path: 'it/_posts/x.md' } });
    expect(localisePost(post, 'it/_posts/x.md', { locales: null, fallback: 'zh-Hans' })).toEqual({
      post,
      locale: 'zh-Hans',
      group: null,
      issues: [],
    });
  });
});

describe('the folder of a language', () => {
  it('is no category, nested or not', () => {
    const { post } = place(`en/world/_posts/${NAME}`, { categories: ['en', 'world', 'asia'] });
    expect(post.categories).toEqual(['world', 'asia']);
    expect(post.categoryPaths).toEqual([['world', 'asia']]);
  });

  it('leaves no path where it was all of it', () => {
    const { post } = place(`en/_posts/${NAME}`, { categories: ['en'] });
    expect(post).toMatchObject({ categories: [], categoryPaths: [] });
  });

  it('is one where the post is not in it', () => {
    expect(place(`_posts/${NAME}`, { categories: ['en'] }).post.categories).toEqual(['en']);
    expect(place(`_posts/en/${NAME}`, { categories: ['en'] }).post.categories).toEqual(['en']);
  });
});

describe('what translations share', () => {
  it('is the value of their key, wherever they are', () => {
    expect(groupOf('_posts/a.md', { shared: 'one' })).toBe(groupOf('it/b.md', { shared: 'one' }));
    expect(groupOf('_posts/a.md', { shared: 'one' })).not.toBe(groupOf('_posts/a.md'));
  });

  it('keeps a folder and an end that do not name the locale', () => {
    const path = `it/_posts/${NAME}`;
    expect(groupOf(path, { language: 'en' })).not.toBe(groupOf(path));
    expect(groupOf('_posts/what-is-it.md')).not.toBe(groupOf('_posts/what-is.md'));
    expect(groupOf('_posts/what-is-it.md', { language: 'it' })).toBe(groupOf('_posts/what-is.md'));
    for (const said of [{}, { language: 'it' }]) {
      expect(groupOf('it/_posts/what-is-it.md', said)).toBe(groupOf('_posts/what-is-it.md'));
    }
  });

  it('keeps an end that is no language in the locale of those that say nothing', () => {
    const rules = { ...RULES, fallback: 'it' };
    const of = (path: string) =>
      localisePost(postOf({ translation: { language: null, shared: null, path } }), path, rules);
    expect(of('_posts/what-is-it.md').group).not.toBe(of('_posts/what-is.md').group);
  });

  const word = fc.stringMatching(/^[a-zé中]{3,6}$/);
  const base = fc.record({ folders: fc.array(word, { maxLength: 2 }), name: word });
  const spelling = fc.constantFrom('zh-CN', 'zh_cn', 'ZH_CN');
  const form = fc.constantFrom('above', 'below', 'dot', 'hyphen', 'key', 'plain');
  type Base = typeof base extends fc.Arbitrary<infer Value> ? Value : never;

  const write = ({ folders, name }: Base, how: string, language: string) => {
    const inside = `${folders.map((each) => `${each}/`).join('')}2022-02-17-${name}`;
    switch (how) {
      case 'above':
        return { path: `${language}/_posts/${inside}.md`, said: {} };
      case 'below':
        return { path: `_posts/${language}/${inside}.md`, said: {} };
      case 'dot':
        return { path: `_posts/${inside}.${language}.md`, said: {} };
      case 'hyphen':
        return { path: `_posts/${inside}-${language}.md`, said: { language } };
      case 'key':
        return { path: `_posts/${inside}.md`, said: { language } };
      default:
        return { path: `_posts/${inside}.md`, said: {} };
    }
  };

  it('is the path without the language, in whatever form and spelling that stands there', () => {
    fc.assert(
      fc.property(base, form, spelling, (post, how, language) => {
        const { path, said } = write(post, how, language);
        const { locale, group } = place(path, said);
        expect(locale).toBe(how === 'plain' ? 'en' : 'zh-Hans');
        expect(group).toBe(groupOf(write(post, 'plain', '').path));
      })
    );
  });

  it('is never shared by two posts of one language', () => {
    fc.assert(
      fc.property(base, base, form, (one, other, how) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const [a, b] = [one, other].map((post) => write(post, how, 'zh-CN'));
        expect(groupOf(a?.path ?? '', a?.said)).not.toBe(groupOf(b?.path ?? '', b?.said));
      })
    );
  });
});
