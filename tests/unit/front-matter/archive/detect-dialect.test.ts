import path from 'node:path';

import type {
  ArchiveError,
  OpenOptions,
} from '../../../../src/plugins/front-matter/server/src/archive/archive';
import { openArchive } from '../../../../src/plugins/front-matter/server/src/archive/open-archive';
import { makeFolder } from './make-folder';

const opened = (root: string, options: Partial<OpenOptions> = {}): Promise<string> =>
  openArchive(root, { dialect: 'auto', posts: [], timezone: 'UTC', ...options }).then(
    ({ dialect, found }) => `${dialect}: ${found}`,
    ({ code, message }: ArchiveError) =>
      `${code}: ${message.replace(`${path.dirname(root)}/`, '').replace(path.basename(root), 'SITE')}`
  );

const POST = '---\ntitle: x\n---\nbody\n';

const HEXO = {
  '_config.yml': 'title: x\nsource_dir: source\npermalink: :year/:title/\n',
  'source/_posts/hello.md': POST,
};

describe('an archive whose dialect nobody has said', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['Hexo ("source_dir" in _config.yml)', HEXO],
    [
      'Hexo (scaffolds beside source/_posts)',
      { 'source/_posts/2021-01-01-a.md': POST, 'scaffolds/post.md': POST },
    ],
    ['Hexo (posts without a date in their names in source/_posts)', { 'source/_posts/a.md': POST }],
    [
      'Hexo ("hexo" in package.json)',
      { 'source/x/_posts/2021-01-01-a.md': POST, 'package.json': '{"dependencies":{"hexo":"7"}}' },
    ],
    ['Hugo (hugo.toml)', { 'hugo.toml': '', 'content/posts/a.md': POST }],
    ['Hugo (config.yaml beside content)', { 'config.yaml': '', 'content/a.md': POST }],
    ['Hugo (config/_default)', { 'config/_default/hugo.toml': '', 'content/a.md': POST }],
    ['Eleventy (.eleventy.js)', { '.eleventy.js': '', 'src/_posts/2021-01-01-a.md': POST }],
    ['Eleventy (eleventy.config.mjs)', { 'eleventy.config.mjs': '', '_posts/a.md': POST }],
    [
      'Eleventy ("@11ty/eleventy" in package.json)',
      { 'package.json': '{"devDependencies":{"@11ty/eleventy":"3"}}', 'blog/a.md': POST },
    ],
    ['Astro (astro.config.ts)', { 'astro.config.ts': '', 'src/content/blog/a.md': POST }],
    ['Gatsby (gatsby-config.js)', { 'gatsby-config.js': '', 'content/blog/a/index.md': POST }],
  ])('is said to be of another generator, which cannot be read yet: %s', async (what, files) => {
    expect(await opened(makeFolder(files).root)).toBe(
      `ARCHIVE_DIALECT_UNKNOWN: SITE is an archive of ${what}, which cannot be read yet. ` +
        "If its posts are Jekyll's all the same, say so with --dialect jekyll."
    );
  });

  it('is said to be a plain folder where it has Markdown and no generator', async () => {
    const { root } = makeFolder({ 'notes/deep/a.md': POST, 'package.json': '[1' });
    expect(await opened(root)).toMatch(
      /^ARCHIVE_DIALECT_UNKNOWN: SITE is a plain folder of Markdown \(notes\/deep\/a\.md\)/
    );
    expect(await opened(root, { posts: ['notes'] })).toBe('jekyll: 1');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['the root, and no configuration', { '_posts/2021-01-01-a.md': POST }],
    ['a folder of the root', { '_posts/old/21-1-1-a.md': POST, '.eleventy.js': '' }],
    [
      'the root, with the files of every generator beside it',
      {
        '_posts/2021-01-01-a.md': POST,
        'package.json': '{"dependencies":{"hexo":"7","astro":"5"}}',
        'hugo.toml': '',
        'gatsby-config.js': '',
        '_config.yml': 'source_dir: source\n',
      },
    ],
    [
      'the folder that the configuration names',
      {
        '_config.yml': 'source: source\npublic_dir: x\n',
        'source/_posts/2021-01-01-a.md': POST,
        scaffolds: '',
      },
    ],
    [
      'the folder of collections',
      { '_config.yml': 'collections_dir: c\n', 'c/_posts/2021-01-01-a.md': POST, 'hugo.yaml': '' },
    ],
    ['a category, and no sign of another generator', { 'news/_posts/2021-01-01-a.md': POST }],
    ['source, dated, and no sign of another generator', { 'source/_posts/2021-01-01-a.md': POST }],
  ])('is Jekyll’s with posts in %s', async (_, files) => {
    expect(await opened(makeFolder(files).root)).toBe('jekyll: 1');
  });

  it('is taken for what it is said to be', async () => {
    const { root, write } = makeFolder(HEXO);
    expect(await opened(root, { dialect: 'jekyll' })).toBe('jekyll: 1');
    write('.broadsheet.yml', 'dialect: jekyll\n');
    expect(await opened(root)).toBe('jekyll: 1');
  });

  it('cannot be said to be what cannot be read', async () => {
    const { root, write } = makeFolder(HEXO);
    write('.broadsheet.yml', 'dialect: hexo\n');
    expect(await opened(root)).toBe(
      'ARCHIVE_SETTINGS_INVALID: .broadsheet.yml:1:10: "dialect" is "hexo": it has to be one of auto, jekyll.'
    );
  });
});
