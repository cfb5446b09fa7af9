import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import type {
  Archive,
  ArchiveError,
  OpenOptions,
} from '../../../../src/plugins/front-matter/server/src/archive/archive';
import { openArchive } from '../../../../src/plugins/front-matter/server/src/archive/open-archive';
import type { Reading } from '../../../../src/plugins/front-matter/server/src/core/post';
import { type Folder, makeFolder } from './make-folder';

const OPTIONS: OpenOptions = { dialect: 'auto', posts: [], timezone: null };

const open = (root: string, options: Partial<OpenOptions> = {}): Promise<Archive> =>
  openArchive(root, { ...OPTIONS, ...options });

const readAll = async (archive: Archive): Promise<Reading[]> => {
  const readings: Reading[] = [];
  for await (const entry of archive.entries()) readings.push(archive.read(entry));
  return readings;
};

const verdicts = async (root: string, options: Partial<OpenOptions> = {}): Promise<string[]> =>
  (await readAll(await open(root, options))).map(({ path: file, status, issues }) =>
    `${file} ${status} ${issues.map(({ code }) => code).join(' ')}`.trimEnd()
  );

const post = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\nbody\n`;

describe('opening an archive again', () => {
  it('takes the files and the dialect that were found before', async () => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': post('a') });
    const { dialect, files } = await open(root);
    writeFileSync(path.join(root, '_posts', '2021-01-01-new.md'), post('new'));
    const again = await openArchive(root, OPTIONS, { before: { dialect, files: files.packed } });
    expect((await readAll(again)).map((reading) => reading.path)).toEqual([
      '_posts/2022-01-01-a.md',
    ]);
    expect((await open(root)).found).toBe(2);
  });
});

describe('opening an archive', () => {
  it.each([
    ['_config.yml', 'ARCHIVE_CONFIG_INVALID'],
    ['.broadsheet.yml', 'ARCHIVE_SETTINGS_INVALID'],
  ])('says so when %s is a directory', async (name, code) => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': post('a'), [`${name}/x`]: '' });
    await expect(open(root)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/is a directory, and has to be a file/),
    });
  });

  describe.each([
    ['_config.yml', 'ARCHIVE_CONFIG_INVALID'],
    ['_config.yaml', 'ARCHIVE_CONFIG_INVALID'],
    ['.broadsheet.yml', 'ARCHIVE_SETTINGS_INVALID'],
  ])('says what is wrong and reads nothing when %s', (name, code) => {
    const archiveWith = (put: (file: string, folder: Folder) => void): string => {
      const folder = makeFolder({ 'site/_posts/2022-01-01-a.md': post('a') });
      put(path.join(folder.root, 'site', name), folder);
      return path.join(folder.root, 'site');
    };
    const refusal = (put: Parameters<typeof archiveWith>[0]) =>
      open(archiveWith(put)).then(
        () => 'opened',
        (error: ArchiveError) => `${error.code}: ${error.message}`
      );

    it.each<[string, (file: string, folder: Folder) => void, string]>([
      ['is a pipe', (file) => execFileSync('mkfifo', [file]), 'is a pipe, a socket or a device'],
      [
        'is a device by way of a link',
        (file) => symlinkSync('/dev/zero', file),
        'is a symbolic link that leads out of the archive',
      ],
      [
        'is a link out of the archive',
        (file, { write }) => symlinkSync(write('secret.yml', 'timezone: UTC'), file),
        'is a symbolic link that leads out of the archive',
      ],
      [
        'is a link to nowhere',
        (file) => symlinkSync('nowhere', file),
        'is a symbolic link that leads out of the archive or nowhere',
      ],
      [
        'is a link to itself',
        (file) => symlinkSync(path.basename(file), file),
        'is a symbolic link that leads out of the archive or nowhere',
      ],
      [
        'is a gigabyte long',
        (file) => {
          writeFileSync(file, '');
          truncateSync(file, 2 ** 30);
        },
        'has more than the 1048576 bytes that a configuration may have',
      ],
    ])('%s', async (_, put, message) => {
      const said = await refusal(put);
      expect(said).toMatch(new RegExp(`^${code}: `));
      expect(said).toContain(`${name} ${message}`);
    });

    it('is a socket', async () => {
      const server = createServer();
      const root = archiveWith(() => undefined);
      await new Promise<void>((resolve) => server.listen(path.join(root, name), resolve));
      await expect(open(root)).rejects.toMatchObject({
        code,
        message: expect.stringContaining('is a pipe, a socket or a device'),
      });
      server.close();
    });

    it('but is a link within the archive', async () => {
      const root = archiveWith((file, { write }) =>
        symlinkSync(write('site/config/real.yml', 'timezone: Asia/Tokyo\n'), file)
      );
      expect((await open(root)).timezone).toBe('Asia/Tokyo');
    });
  });

  it('takes settings from beside the archive that are a link to anywhere, and refuses a pipe there', async () => {
    const { root, write } = makeFolder({ 'site/_posts/2022-01-01-a.md': post('a') });
    const site = path.join(root, 'site');
    symlinkSync(write('elsewhere/real.yml', 'timezone: Asia/Tokyo\n'), `${site}.broadsheet.yml`);
    expect((await open(site)).timezone).toBe('Asia/Tokyo');
    rmSync(`${site}.broadsheet.yml`);
    execFileSync('mkfifo', [`${site}.broadsheet.yml`]);
    await expect(open(site)).rejects.toMatchObject({ code: 'ARCHIVE_SETTINGS_INVALID' });
  });

  it('refuses settings that aliases make endless, with the line', async () => {
    const bomb = Array.from(
      { length: 9 },
      (_, i) => `l${i}: &l${i} [${Array(9).fill(i === 0 ? 'x' : `*l${i - 1}`)}]\n`
    ).join('');
    const { root } = makeFolder({
      '_posts/2022-01-01-a.md': post('a'),
      '.broadsheet.yml': `${bomb}posts: *l8\n`,
    });
    await expect(open(root)).rejects.toMatchObject({
      code: 'ARCHIVE_SETTINGS_INVALID',
      message: expect.stringMatching(/^\.broadsheet\.yml:2:10: .* Make it smaller\.$/),
    });
  });

  it('quarantines a file that became a pipe after it was listed', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-01-a.md': post('a'),
      '_posts/2022-01-02-b.md': post('b'),
    });
    const archive = await open(root);
    rmSync(path.join(root, '_posts/2022-01-02-b.md'));
    execFileSync('mkfifo', [path.join(root, '_posts/2022-01-02-b.md')]);
    expect(await readAll(archive)).toMatchObject([
      { status: 'ok' },
      { status: 'quarantined', issues: [{ code: 'ARCHIVE_FILE_UNREADABLE' }] },
    ]);
  });

  it('nests categories where the archive, or whoever opens it, says so', async () => {
    const files = { '_posts/2022-01-01-a.md': post('a', 'categories: [a, b]\n') };
    const paths = async (root: string, options: Partial<OpenOptions> = {}) =>
      (await readAll(await open(root, options))).map((reading) =>
        'post' in reading ? reading.post.categoryPaths : null
      );
    const silent = makeFolder(files).root;
    expect(await paths(silent)).toEqual([[]]);
    expect(await paths(silent, { nestedCategories: true })).toEqual([[['a', 'b']]]);
    const nested = makeFolder({ ...files, '.broadsheet.yml': 'categories: nested\n' }).root;
    expect(await paths(nested)).toEqual([[['a', 'b']]]);
    const flat = makeFolder({ ...files, '.broadsheet.yml': 'categories: flat\n' }).root;
    expect(await paths(flat, { nestedCategories: true })).toEqual([[]]);
  });

  it('says on which line a permalink stands that gives no address', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-01-a.md': post('a', 'permalink: /:nothing/\n'),
      '_posts/2022-01-02-b.md': post('b', 'x: 1\nslug: 12\n'),
    });
    const issues = (await readAll(await open(root))).flatMap((reading) => reading.issues);
    expect(issues).toEqual([
      expect.objectContaining({ code: 'URL_UNKNOWN', field: 'permalink', line: 3 }),
      expect.objectContaining({ code: 'URL_UNKNOWN', field: 'slug', line: 4 }),
    ]);
  });

  it('says so when a folder of posts is not there', async () => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': post('a') });
    const { issues } = await open(root, { posts: ['old_posts'] });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'FOLDER_MISSING',
        message: expect.stringContaining('old_posts'),
      })
    );
  });

  it('points out folders beside those of posts whose files are named like posts, and no others', async () => {
    const { root } = makeFolder({
      '_config.yml': 'exclude: [left]\n',
      '_posts/2022-01-01-a.md': post('a'),
      'old/2012-01-01-b.md': post('b'),
      'old/2012-01-02-c.md': post('c'),
      'left/2012-01-01-d.md': post('d'),
      '_site/2022-01-01-a.html': 'a',
      'pictures/2012-01-01-e.png': 'e',
      'pages/about.md': post('about'),
    });
    const overlooked = async (posts: readonly string[]) =>
      (await open(root, { posts })).issues.filter(({ code }) => code === 'FOLDER_NOT_READ');
    expect(await overlooked([])).toEqual([
      expect.objectContaining({ message: expect.stringContaining('"old"') }),
    ]);
    expect(await overlooked(['old'])).toEqual([]);
  });

  it('says what to give when there is nothing at the path', async () => {
    await expect(open('/nowhere/at/all')).rejects.toMatchObject({
      code: 'ARCHIVE_NOT_FOUND',
      message: expect.stringContaining("Give the path of an archive's directory"),
    });
  });

  it('refuses a file, an empty directory, and one without posts, each with its own words', async () => {
    const { root, write } = makeFolder({ 'site/index.md': 'x', 'site/_config.yml': 'title: x' });
    const file = write('a.md', 'x');
    const empty = makeFolder().root;
    await expect(open(file)).rejects.toMatchObject({ code: 'ARCHIVE_NOT_A_DIRECTORY' });
    await expect(open(empty)).rejects.toMatchObject({ code: 'ARCHIVE_EMPTY' });
    await expect(open(path.join(root, 'site'))).rejects.toMatchObject({
      code: 'ARCHIVE_NO_POSTS',
      message: expect.stringContaining('--posts'),
    });
  });

  it('names the line of a configuration that is not YAML', async () => {
    const { root } = makeFolder({
      '_config.yml': 'title: x\nurl: a: b\n',
      '_posts/2022-01-01-a.md': post('a'),
    });
    await expect(open(root)).rejects.toMatchObject({
      code: 'ARCHIVE_CONFIG_INVALID',
      message: expect.stringMatching(/^_config\.yml:2: /),
    });
  });

  it('refuses a folder outside the archive, and a zone that is none', async () => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': post('a') });
    await expect(open(root, { posts: ['../etc'] })).rejects.toMatchObject({
      code: 'ARCHIVE_OPTION_INVALID',
    });
    await expect(open(root, { posts: ['/etc'] })).rejects.toMatchObject({
      code: 'ARCHIVE_OPTION_INVALID',
    });
    await expect(open(root, { timezone: 'Mars/Olympus' })).rejects.toMatchObject({
      code: 'ARCHIVE_OPTION_INVALID',
    });
  });

  it("takes the configuration's zone, else the one given, else the machine's, and says which", async () => {
    const named = makeFolder({
      '_config.yml': 'timezone: Asia/Tokyo',
      '_posts/2022-01-01-a.md': post('a'),
    });
    const unnamed = makeFolder({ '_posts/2022-01-01-a.md': post('a') });
    expect((await open(named.root, { timezone: 'Asia/Shanghai' })).timezone).toBe('Asia/Tokyo');
    expect((await open(unnamed.root, { timezone: 'Asia/Shanghai' })).timezone).toBe(
      'Asia/Shanghai'
    );
    expect((await open(unnamed.root)).issues.map(({ code }) => code)).toEqual(['ZONE_ASSUMED']);
  });

  it('takes UTC for a zone that does not exist, as the generator does, and says so', async () => {
    const { root } = makeFolder({
      '_config.yml': 'timezone: Asia/Beijing',
      '_posts/2022-01-01-a.md': post('a'),
    });
    const archive = await open(root);
    expect(archive.timezone).toBe('UTC');
    expect(archive.issues.map(({ code }) => code)).toEqual(['CONFIG_INVALID']);
  });

  it('has another fingerprint when anything but the files decides otherwise', async () => {
    const { root, write } = makeFolder({
      '_config.yml': 'timezone: UTC',
      '_posts/2022-01-01-a.md': post('a'),
      'old/2022-01-01-b.md': post('b'),
    });
    const first = (await open(root)).fingerprint;
    expect((await open(root)).fingerprint).toBe(first);
    expect((await open(root, { posts: ['old'] })).fingerprint).not.toBe(first);
    write('_config.yml', 'timezone: UTC\npermalink: pretty');
    expect((await open(root)).fingerprint).not.toBe(first);
  });
});

describe('an encoding that there is none of', () => {
  it('is refused with its name, where every file would come to nonsense', async () => {
    const { root } = makeFolder({
      '_config.yml': 'encoding: latin-1\n',
      '_posts/2022-01-01-a.md': post('a'),
    });
    await expect(open(root)).rejects.toMatchObject({
      code: 'ARCHIVE_CONFIG_INVALID',
      message: expect.stringContaining('"latin-1"'),
    });
  });

  it('is no name of one that is known, in whatever case', async () => {
    const { root } = makeFolder({
      '_config.yml': 'encoding: Windows-1252\n',
      '_posts/2022-01-01-a.md': Buffer.from(post('caf\u00e9'), 'latin1'),
    });
    expect(await verdicts(root)).toEqual(['_posts/2022-01-01-a.md ok']);
  });
});

describe('the files of an archive', () => {
  it('come in the byte order of their paths, each with its verdict', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-02-b.md': post('b'),
      '_posts/2022-01-01-a.md': post('a'),
      '_posts/中/2022-01-01-c.md': post('c'),
      '_posts/2022-01-01-repaired.md': post('a: b'),
      '_posts/not-a-post.md': post('x'),
      '_posts/picture.png': Buffer.from([0x89, 0x50, 0, 0]),
      '_posts/notes.txt': 'just notes',
      '_posts/_hidden.md': post('x'),
      '_posts/.DS_Store': 'x',
      '_posts/Thumbs.db': 'x',
      '_posts/中/desktop.ini': 'x',
      '_posts/中/._2022-01-01-c.md': 'x',
      '_posts/__MACOSX/2022-01-01-c.md': post('c'),
      '_posts/.hidden.md': post('x'),
      '_posts/2022-01-01-backup.md~': post('x'),
      '_posts/2022-01-01-broken.md': post('[a, b', 'series: [a\n'),
      '_posts/2022-01-01-damaged.md': post('a\0b'),
      '_posts/2022-01-01-lost.md': `${post('a')}\n第二\ufffd行 \ufffd\n`,
      '_drafts/idea.md': post('idea'),
      'cat/_posts/2022-01-01-d.md': post('d'),
      '_layouts/2022-01-01-x.md': post('x'),
      'index.md': post('x'),
    });
    expect(await verdicts(root)).toEqual([
      '_drafts/idea.md ok',
      '_posts/.hidden.md skipped HIDDEN_NAME',
      '_posts/2022-01-01-a.md ok',
      '_posts/2022-01-01-backup.md~ skipped HIDDEN_NAME',
      '_posts/2022-01-01-broken.md quarantined YAML_INVALID',
      '_posts/2022-01-01-damaged.md quarantined TEXT_DAMAGED',
      '_posts/2022-01-01-lost.md ok REPLACEMENT_CHARACTER',
      '_posts/2022-01-01-repaired.md repaired REPAIRED_BARE_COLON',
      '_posts/2022-01-02-b.md ok',
      '_posts/_hidden.md skipped HIDDEN_NAME',
      '_posts/not-a-post.md quarantined NAME_NOT_A_POST',
      '_posts/notes.txt skipped NOT_A_POST',
      '_posts/picture.png skipped NOT_A_POST',
      '_posts/中/2022-01-01-c.md ok',
      'cat/_posts/2022-01-01-d.md ok',
    ]);
  });

  it('stop nobody where the generator itself would stop: a date that is none is one file in quarantine', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-01-a.md': post('a', 'date: 2022-13-45\n'),
      '_posts/2022-01-01-b.md': post('b', 'date:\n'),
      '_posts/2022-13-45-c.md': post('c'),
      '_posts/2022-01-01-d.md': post('d'),
    });
    const readings = await readAll(await open(root));
    expect(readings.map(({ status }) => status)).toEqual([
      'quarantined',
      'quarantined',
      'ok',
      'quarantined',
    ]);
    expect(readings[0]?.issues).toMatchObject([
      { code: 'DATE_INVALID', severity: 'error', field: 'date', line: 3, column: 7 },
    ]);
  });

  it('say both what is wrong with the name and what is wrong inside', async () => {
    const { root } = makeFolder({
      '_posts/-202205260000000712.md': '---\nlayout: post\ntitle: ""\ndate:  +0800\n---\n<>',
    });
    const [reading] = await readAll(await open(root));
    expect(reading).toMatchObject({
      status: 'quarantined',
      issues: [
        { code: 'NAME_NOT_A_POST' },
        { code: 'TITLE_EMPTY', line: 3 },
        { code: 'DATE_INVALID', line: 4 },
      ],
    });
  });

  it('are never read through links that leave the archive, and through rings of links but once', async () => {
    const outside = makeFolder({
      'secret.md': post('secret'),
      '_posts/2022-01-01-x.md': post('x'),
    });
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': post('a'), 'cat/keep.txt': '' });
    symlinkSync(path.join(outside.root, 'secret.md'), path.join(root, '_posts/2022-01-02-link.md'));
    symlinkSync(path.join(outside.root, '_posts'), path.join(root, 'cat/_posts'));
    symlinkSync('2022-01-01-a.md', path.join(root, '_posts/2022-01-03-inner.md'));
    symlinkSync('nowhere.md', path.join(root, '_posts/2022-01-04-dangling.md'));
    symlinkSync('..', path.join(root, 'cat/ring'));
    expect(await verdicts(root)).toEqual([
      '_posts/2022-01-01-a.md ok',
      '_posts/2022-01-02-link.md quarantined LINK_OUT_OF_ARCHIVE',
      '_posts/2022-01-03-inner.md ok',
      '_posts/2022-01-04-dangling.md quarantined LINK_OUT_OF_ARCHIVE',
    ]);
  });

  it('larger than a post may be are set aside unread', async () => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': Buffer.alloc(9 * 1024 * 1024, 'x') });
    expect(await verdicts(root)).toEqual(['_posts/2022-01-01-a.md quarantined FILE_TOO_LARGE']);
  });

  it('in further folders are posts with the address they had, and duplicates are passed over', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-02-b.md': post('b'),
      'old_post/2022-01-01-a.md': post('a'),
      'old_post/2022-01-02-b.md': post('b'),
      'older/2022-01-01-a.md': post('a'),
    });
    expect(await verdicts(root)).toEqual(['_posts/2022-01-02-b.md ok']);
    expect(await verdicts(root, { posts: ['old_post', 'older'] })).toEqual([
      '_posts/2022-01-02-b.md ok',
      'old_post/2022-01-01-a.md ok',
      'old_post/2022-01-02-b.md skipped DUPLICATE_FILE',
      'older/2022-01-01-a.md skipped DUPLICATE_FILE',
    ]);
    expect(await verdicts(root, { posts: ['older', './old_post/'] })).toContain(
      'older/2022-01-01-a.md ok'
    );
    const moved = await readAll(await open(root, { posts: ['old_post'] }));
    expect(moved[1]).toMatchObject({ post: { url: '/2022/01/01/a.html', categories: [] } });
  });

  it('reads some of its files alone, as it reads them among all others', async () => {
    const { root } = makeFolder({
      '_posts/2022-01-01-a.md': post('a'),
      '_posts/2022-01-03-c.md': post('c'),
      'old_post/2022-01-01-a.md': post('a'),
      'old_post/2022-01-02-b.md': post('b'),
    });
    const archive = await open(root, { posts: ['old_post'] });
    const found: string[] = [];
    for await (const entry of archive.entries(Uint8Array.of(0, 1, 1, 0))) {
      const { path: file, status } = archive.read(entry);
      found.push(`${file} ${status}`);
    }
    expect(found).toEqual(['_posts/2022-01-03-c.md ok', 'old_post/2022-01-01-a.md skipped']);
  });

  it('that the configuration excludes are passed over and said', async () => {
    const { root } = makeFolder({
      '_config.yml': 'exclude: [_posts/private]\n',
      '_posts/private/2022-01-01-a.md': post('a'),
      '_posts/2022-01-01-b.md': post('b'),
    });
    expect(await verdicts(root)).toEqual([
      '_posts/2022-01-01-b.md ok',
      '_posts/private/2022-01-01-a.md skipped EXCLUDED_BY_CONFIG',
    ]);
  });

  it('keep a replacement character, and say once where the first one stands', async () => {
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': `${post('a')}一\ufffd\n\ufffd` });
    const [reading] = await readAll(await open(root));
    expect(reading).toMatchObject({
      status: 'ok',
      post: { content: 'body\n一\ufffd\n\ufffd' },
      issues: [{ code: 'REPLACEMENT_CHARACTER', severity: 'warning', line: 5, column: 2 }],
    });
  });

  it('in another encoding are converted and said to be', async () => {
    const bytes = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from('cad0b3a1cffbcfa2', 'hex'),
      Buffer.from('\n---\nx\n'),
    ]);
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': bytes });
    const [reading] = await readAll(await open(root));
    expect(reading).toMatchObject({
      status: 'repaired',
      post: { title: '市场消息' },
      file: { encoding: 'gb18030' },
      issues: [{ code: 'ENCODING_CONVERTED' }],
    });
  });

  it('give back their text from header and content', async () => {
    const text = '\ufeff--- \r\ntitle: x\r\n---\r\n\r\n  body\r\n';
    const { root } = makeFolder({ '_posts/2022-01-01-a.md': text });
    const [reading] = await readAll(await open(root));
    if (!reading || !('post' in reading)) throw new Error('not read');
    expect((reading.file.bom ? '\ufeff' : '') + reading.file.header + reading.post.content).toBe(
      text
    );
  });
});

describe('a .broadsheet.yml', () => {
  const files = {
    '_config.yml': 'timezone: Asia/Shanghai\npermalink: /:year/:month/:day/:hour/:title/\n',
    '_posts/2022-01-01-a.md': post('a', 'date: 2022-02-17 20:35:15\n'),
    'old/2022-01-02-b.md': post('b'),
  };

  it('says further folders, and what dates without a zone mean; addresses stay', async () => {
    const { root } = makeFolder({ ...files, '.broadsheet.yml': 'posts: [old]\ndates: local\n' });
    const readings = await readAll(await open(root));
    expect(readings).toMatchObject([
      { post: { date: '2022-02-17T20:35:15+08:00', url: '/2022/02/18/04/a/' } },
      { path: 'old/2022-01-02-b.md', status: 'ok' },
    ]);
  });

  it('leaves dates to the generator unless it says otherwise', async () => {
    const { root } = makeFolder(files);
    const [reading] = await readAll(await open(root));
    expect(reading).toMatchObject({
      post: { date: '2022-02-18T04:35:15+08:00' },
      issues: [{ code: 'DATE_WITHOUT_ZONE', line: 3 }],
    });
  });

  it('passes mapping and trailers on', async () => {
    const { root } = makeFolder({
      ...files,
      '.broadsheet.yml':
        'mapping: {author: byline}\ntrailers: {backLinks: ["[up {label}]({href})"]}\n',
    });
    expect((await open(root)).settings).toMatchObject({
      mapping: { author: 'byline' },
      trailers: { backLinks: ['[up {label}]({href})'] },
    });
  });

  it('says which language is which locale, however it is spelt, Norwegian too', async () => {
    const text = 'locales: { EN: en, zh_CN: zh-Hans, no: nb }\ntranslations: ref\n';
    const { root } = makeFolder({ ...files, '.broadsheet.yml': text });
    expect((await open(root)).settings).toMatchObject({
      locales: { en: 'en', 'zh-cn': 'zh-Hans', no: 'nb' },
      translations: 'ref',
    });
  });

  it('tells of posts what they say of their language, by the defaults too', async () => {
    const { root } = makeFolder({
      '_config.yml':
        'defaults:\n  - scope: { path: de }\n    values: { lang: de }\ntimezone: UTC\n',
      '.broadsheet.yml': 'locales: { de: de }\ntranslations: ref\n',
      '_posts/2022-01-01-a.md': post('a', 'lang: no\nref: 7\n'),
      '_posts/2022-01-02-b.md': post('b', 'lang: \nlocale: " pt_BR "\nref: [x]\n'),
      'de/_posts/2022-01-01-a.md': post('c', 'ref: one\n'),
    });
    const said = (await readAll(await open(root))).map((reading) =>
      'post' in reading ? reading.post.translation : reading.status
    );
    expect(said).toEqual([
      { language: 'no', shared: '7', path: '_posts/2022-01-01-a.md' },
      { language: 'pt_BR', shared: null, path: '_posts/2022-01-02-b.md' },
      { language: 'de', shared: 'one', path: 'de/_posts/2022-01-01-a.md' },
    ]);
  });

  it('takes no translation for a copy in a further folder', async () => {
    const of = (settings: string) =>
      makeFolder({
        ...files,
        'old/en/2022-01-02-b.md': post('b'),
        'old/de/2022-01-02-b.md': post('b'),
        '.broadsheet.yml': `posts: [old]\n${settings}`,
      }).root;
    const skipped = async (root: string) =>
      (await readAll(await open(root))).flatMap(({ status, path }) =>
        status === 'skipped' ? [path] : []
      );
    expect(await skipped(of(''))).toEqual(['old/de/2022-01-02-b.md', 'old/en/2022-01-02-b.md']);
    expect(await skipped(of('locales: { en: en, de: de }\n'))).toEqual([]);
  });

  it.each([
    [
      'locales: [en]',
      '"locales" is ["en"]: it has to be a mapping of languages to the site\'s locales',
    ],
    ['locales: { en: }', '"locales.en" is null: it has to be a locale of the site'],
    ['locales: { zh-CN: zh, zh_cn: en }', '"zh-cn" has the locale zh already'],
    ['translations: ref', '"translations" is "ref": it needs "locales"'],
    ['dialekt: jekyll', '"dialekt" is not known here. Did you mean "dialect"?'],
    [
      '\n\ndialect: wordpress',
      '.broadsheet.yml:3:10: "dialect" is "wordpress": it has to be one of auto, jekyll.',
    ],
    ['posts: ../x', '"posts" is "../x": it has to be a list of folders or a folder inside'],
    ['posts: {a: b}', '"posts" is {"a":"b"}: it has to be a list of folders'],
    ['posts: [a, /b]', ':1:12: "posts[1]" is "/b": it has to be a folder inside the archive'],
    ['dates: never', '"dates" is "never": it has to be one of as-generator, local'],
    ['mapping: [a]', '"mapping" is ["a"]: it has to be a mapping of front matter keys'],
    ['timezone: 8', '"timezone" is 8: it has to be a text, in quotes'],
    [
      'posts: old\ntrailers: {backLinks: ["[up]({href})"]}',
      '.broadsheet.yml:2:24: "trailers.backLinks[0]" is "[up]({href})": it has to hold "{label}"',
    ],
    ['trailers: [a]', '.broadsheet.yml:1:11: "trailers"'],
    ['trailers: {separator: "|"}', '.broadsheet.yml:1:12: "trailers.separator"'],
    ['- a', 'it holds no keys'],
    ['a: b: c', 'it is not YAML'],
  ])('is refused with the key that is wrong: %j', async (text, message) => {
    const { root } = makeFolder({ ...files, '.broadsheet.yml': text });
    await expect(open(root)).rejects.toMatchObject({
      code: 'ARCHIVE_SETTINGS_INVALID',
      message: expect.stringContaining(message),
    });
  });
});
