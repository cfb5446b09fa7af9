import type {
  Archive,
  OpenOptions,
} from '../../../../src/plugins/front-matter/server/src/archive/archive';
import { openArchive } from '../../../../src/plugins/front-matter/server/src/archive/open-archive';
import { makeFolder } from './make-folder';

const open = (root: string, options: Partial<OpenOptions> = {}): Promise<Archive> =>
  openArchive(root, { dialect: 'auto', posts: [], timezone: 'UTC', ...options });

const post = (title: string): string => `---\ntitle: ${title}\n---\nbody\n`;

/** The path, categories and address of every post. */
const posts = async (root: string, options: Partial<OpenOptions> = {}): Promise<unknown[]> => {
  const archive = await open(root, options);
  const found: unknown[] = [];
  for await (const entry of archive.entries()) {
    const reading = archive.read(entry);
    found.push(
      'post' in reading
        ? [reading.path, reading.post.categories.join(), reading.post.url]
        : [reading.path, reading.status]
    );
  }
  return found;
};

describe("the site's folder in an archive", () => {
  it('is no category, and what lies beside it is not read', async () => {
    const { root } = makeFolder({
      '_config.yml': 'source: source\npermalink: /blog/:categories/:title/\n',
      'source/_posts/2021-01-01-a.md': post('a'),
      'source/news/_posts/2021-01-02-b.md': post('b'),
      '_posts/2021-01-03-c.md': post('c'),
    });
    expect(await posts(root)).toEqual([
      ['source/_posts/2021-01-01-a.md', '', '/blog/a/'],
      ['source/news/_posts/2021-01-02-b.md', 'news', '/blog/news/b/'],
    ]);
  });

  it('leaves further folders of posts where they are, inside of it and beside it', async () => {
    const { root } = makeFolder({
      '_config.yml': 'source: site\npermalink: /:categories/:title/\n',
      'site/_posts/2021-01-01-a.md': post('a'),
      'site/kept/2021-01-02-b.md': post('b'),
      'site/_shed/_posts/2021-01-04-d.md': post('d'),
      'old/2021-01-03-c.md': post('c'),
    });
    expect(await posts(root, { posts: ['site/kept', 'site/_shed', 'old'] })).toEqual([
      ['old/2021-01-03-c.md', '', '/c/'],
      ['site/_posts/2021-01-01-a.md', '', '/a/'],
      ['site/_shed/_posts/2021-01-04-d.md', '_shed', '/_shed/d/'],
      ['site/kept/2021-01-02-b.md', '', '/b/'],
    ]);
  });

  it.each([
    ['title: x\nsource: ../elsewhere\n', /^_config\.yml:2: "source" leads out of the archive/],
    ['source: /var/www\n', /^_config\.yml:1: "source" leads out of the archive/],
    ['source: [a]\n', /^_config\.yml:1: "source" is no text/],
    ['source: nowhere\n', /says "source: nowhere", and the archive has no such folder/],
  ])('is asked for when it is none of the archive: %j', async (config, message) => {
    const { root } = makeFolder({ '_config.yml': config, '_posts/2021-01-01-a.md': post('a') });
    await expect(open(root)).rejects.toMatchObject({
      code: 'ARCHIVE_CONFIG_INVALID',
      message: expect.stringMatching(message),
    });
  });
});

describe('the folder of collections', () => {
  it('is compared as it is written: with a slash at its end only what is deeper is read', async () => {
    const files = {
      'c/_posts/2021-01-01-a.md': post('a'),
      'c/d/_posts/2021-01-02-b.md': post('b'),
      '_posts/2021-01-03-c.md': post('c'),
    };
    const deeper = ['c/d/_posts/2021-01-02-b.md', 'd', '/d/2021/01/02/b.html'];
    const slashed = makeFolder({ ...files, '_config.yml': 'collections_dir: c/\n' });
    expect(await posts(slashed.root)).toEqual([deeper]);
    const plain = makeFolder({ ...files, '_config.yml': 'collections_dir: c\n' });
    expect(await posts(plain.root)).toEqual([
      ['c/_posts/2021-01-01-a.md', '', '/2021/01/01/a.html'],
      deeper,
    ]);
  });
});

describe('files that are left out', () => {
  it('are said to be, where a folder above them is, whatever they are themselves', async () => {
    const { root } = makeFolder({
      '_config.yml': 'exclude: ["*/b"]\ninclude: ["a/b"]\n',
      'a/_posts/2021-01-01-a.md': post('a'),
      'a/b/_posts/2021-01-02-b.md': post('b'),
    });
    expect(await posts(root)).toEqual([
      ['a/_posts/2021-01-01-a.md', 'a', '/a/2021/01/01/a.html'],
      ['a/b/_posts/2021-01-02-b.md', 'skipped'],
    ]);
  });
});

describe('several files of a configuration', () => {
  const files = {
    '_config.yml': 'permalink: /one/:title/\ncollections: {posts: {a: 1}}\nexclude: [x]\n',
    'conf/_config.dev.yml': 'permalink: /two/:title/\nexclude: [y]\ntitle:\n',
    '_posts/2021-01-01-a.md': post('a'),
    'x/_posts/2021-01-02-b.md': post('b'),
    'y/_posts/2021-01-03-c.md': post('c'),
  };

  it('are read over each other, where lists are not added to but replaced', async () => {
    const { root } = makeFolder(files);
    expect(await posts(root, { config: ['_config.yml', 'conf/_config.dev.yml'] })).toEqual([
      ['_posts/2021-01-01-a.md', '', '/two/a/'],
      ['x/_posts/2021-01-02-b.md', 'x', '/two/b/'],
      ['y/_posts/2021-01-03-c.md', 'skipped'],
    ]);
    expect(await posts(root, { config: ['conf/_config.dev.yml', '_config.yml'] })).toContainEqual([
      '_posts/2021-01-01-a.md',
      '',
      '/one/a/',
    ]);
  });

  it('make another fingerprint than one', async () => {
    const { root } = makeFolder(files);
    const both = await open(root, { config: ['_config.yml', 'conf/_config.dev.yml'] });
    expect((await open(root)).fingerprint).not.toBe(both.fingerprint);
  });

  it('are named, with the line, where one of them is wrong', async () => {
    const { root } = makeFolder({
      ...files,
      'b.yml': 'title: x\nsource: ..\n',
      'c.yml': 'a: b: c',
    });
    await expect(open(root, { config: ['_config.yml', 'b.yml'] })).rejects.toMatchObject({
      code: 'ARCHIVE_CONFIG_INVALID',
      message: expect.stringMatching(/^b\.yml:2: "source"/),
    });
    await expect(open(root, { config: ['_config.yml', 'c.yml'] })).rejects.toMatchObject({
      message: expect.stringMatching(/^c\.yml:1: /),
    });
  });

  it.each([
    ['_config.prod.yml', 'does not exist'],
    ['_config.toml', 'is not a YAML file'],
  ])('are all to be there, and YAML: %s', async (name, message) => {
    const { root } = makeFolder(files);
    await expect(open(root, { config: ['_config.yml', name] })).rejects.toMatchObject({
      code: 'ARCHIVE_OPTION_INVALID',
      message: expect.stringContaining(`--config ${name} ${message}`),
    });
  });
});

describe('a long configuration', () => {
  const long = `permalink: /p/:title/\nsocial:\n${`  - {name: someone, href: "https://example.org/${'x'.repeat(400)}"}\n`.repeat(1_000)}`;

  it.each([
    ['keys', Array.from({ length: 45_000 }, (_, i) => `key_${i}: value`).join('\n')],
    ['items', `list:\n${'  - item\n'.repeat(90_000)}`],
    ['comments', `${'# Said of nothing: "quoted\n'.repeat(30_000)}`],
    ['a text', `about: |\n${'  Line after line.\n'.repeat(50_000)}`],
  ])('is read with %s by the thousand', async (_, text) => {
    const { root } = makeFolder({
      '_config.yml': `permalink: /p/:title/\n${text}`,
      '_posts/2021-01-01-a.md': post('a'),
    });
    expect(await posts(root)).toEqual([['_posts/2021-01-01-a.md', '', '/p/a/']]);
  });

  it('is read, longer than any header may be', async () => {
    const { root } = makeFolder({
      '_config.yml': long,
      '_posts/2021-01-01-a.md': post('a'),
    });
    expect(await posts(root)).toEqual([['_posts/2021-01-01-a.md', '', '/p/a/']]);
  });
});
