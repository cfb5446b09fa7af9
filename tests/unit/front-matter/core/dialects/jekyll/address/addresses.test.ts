import { escapePath } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/address/escape-path';
import {
  matchesGlob,
  matchesWildcard,
} from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/glob';
import { slugify } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/address/slugify';
import { titleOfSlug } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/address/title';
import { urlOf } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/address/url';

const PARTS = {
  path: '_posts/2022-02-17-Hello World.md',
  slug: 'Hello World',
  categories: ['News', '财经'],
  wallSeconds: Date.UTC(2022, 1, 17, 8, 35, 15) / 1000,
  convertedExtension: '.html',
};

describe('slugify', () => {
  it.each([
    ['习近平：“新时代”讲话', 'default', '习近平-新时代-讲话'],
    ['习近平：“新时代”讲话', 'ascii', ''],
    ['The _config.yml file', 'default', 'the-config-yml-file'],
    ['The _config.yml file', 'pretty', 'the-_config.yml-file'],
    ['The _config.yml file', 'ascii', 'the-config-yml-file'],
    ['Ça va Æon, Łódź ß ș 中', 'latin', 'ca-va-aeon-lodz-ss'],
    ['The  _config.yml\tfile', 'raw', 'the-_config.yml-file'],
    ['ΟΔΥΣΣΕΥΣ', 'default', 'οδυσσευσ'],
    ['हिन्दी e\u0301', 'default', 'हिन्दी-e\u0301'],
  ] as const)('makes of %j in mode %s %j', (text, mode, slug) => {
    expect(slugify(text, mode)).toBe(slug);
  });

  it('keeps capitals when asked to', () => {
    expect(slugify('Hello World', 'pretty', true)).toBe('Hello-World');
  });
});

describe('the address of a post', () => {
  it('percent-encodes what it fills in, and squeezes slashes', () => {
    expect(urlOf('/:categories//:year/:title:output_ext', null, PARTS)).toBe(
      '/news/%E8%B4%A2%E7%BB%8F/2022/Hello-World.html'
    );
  });

  it('tells placeholders from the underscores between them', () => {
    expect(urlOf('/:year_:month_:day/:slug', null, PARTS)).toBe('/2022_02_17/hello-world');
  });

  it("takes the post's own permalink for a template, with an extension of its own", () => {
    expect(urlOf('/:title/', '/own/:title.htm', PARTS)).toBe('/own/Hello-World.htm');
  });

  it('is null where a placeholder does not exist or the slug is no text', () => {
    expect(urlOf('/:nothing/:title', null, PARTS)).toBeNull();
    expect(urlOf('/:title', null, { ...PARTS, slug: 2022n })).toBeNull();
  });

  it('cannot climb out of the site', () => {
    expect(urlOf('/../../x/:title', null, PARTS)).toBe('/x/Hello-World');
  });

  it('takes a value that reads as a URI apart before it encodes it', () => {
    expect(escapePath('a?b=c#d e')).toBe('a?b=c%23d%20e');
    expect(escapePath('中文: x')).toBeNull();
    expect(escapePath('c++: x')).toBe('c++:%20x');
    expect(escapePath(':news')).toBeNull();
  });
});

describe('a title made from a slug', () => {
  it.each([
    ['i-dont-like-ZEROES', 'I Dont Like Zeroes'],
    ['-lead--two-', ' Lead  Two'],
    ['ßa-ﬁne-ǆ', 'Ssa Fine ǅ'],
  ])('of %j is %j', (slug, title) => {
    expect(titleOfSlug(slug)).toBe(title);
  });
});

describe('matching paths as Ruby does', () => {
  it.each([
    ['*/_posts', 'cat/_posts', true],
    ['*', 'cat/_posts', false],
    ['**/_posts/*.md', '_posts/a.md', true],
    ['**/_posts/*.md', 'a/b/_posts/a.md', true],
    ['**/_posts', '.git/_posts', false],
    ['_posts/{one,two}*', '_posts/onefold', true],
    ['_posts/[^a]*', '_posts/abc', false],
    ['c?t', 'cat', true],
    ['**/**/a', 'x/y/z/a', true],
    ['**/b/**/a', 'x/b/y/a', true],
    ['**/b/**/a', 'x/b/.y/a', false],
    ['**/.b/a', 'x/.b/a', true],
    ['x/**', 'x/y', true],
    ['x/**', 'x/y/z', false],
  ])('%s and %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected);
  });

  it('is done in no time with the worst of patterns', () => {
    expect(matchesWildcard('*a'.repeat(200) + 'b', 'a'.repeat(4000))).toBe(false);
  });
});
