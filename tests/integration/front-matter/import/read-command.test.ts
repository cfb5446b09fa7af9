import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BIN = path.join(__dirname, '../../../../src/plugins/front-matter/bin/strapi-front-matter.js');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = (...words: string[]): Promise<Outcome> => runIn(process.cwd(), ...words);

const runIn = (cwd: string, ...words: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...words], { cwd, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

describe('the read command', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'read-command-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  afterAll(() => rmSync(root, { recursive: true }));

  write('site/_config.yml', 'timezone: Asia/Shanghai\ncollections_dir: content\n');
  write(
    'site/content/_posts/2022-02-17-NW202202170000000712.md',
    '---\nlayout: post\ntitle: "稳中求进"\ndate: 2022-02-17 08:35:15 +0800\ncategories: rizhaoribao\ntags: 日照日报新闻\n---\n<p>正文</p><p>（文章来源：日照日报）</p>\n\n<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202170000000712>\n\n[返回日照日报新闻](//finews.withounder.com/category/rizhaoribao.html)｜[返回首页](//finews.withounder.com/)'
  );
  write('site/content/_posts/2022-02-16-number.md', '---\ntitle: 2022\ntags: [1, a]\n---\nx');
  write('bad/_posts/2022-01-01-a.md', '---\ndate: soon\n---\n');
  mkdirSync(path.join(root, 'empty'));

  it('prints one object a line, by path, and nothing else', async () => {
    const { code, out, err } = await run('read', path.join(root, 'site'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([
      { path: '_posts/2022-02-16-number.md', title: 2022, tags: [1, 'a'], categories: [] },
      {
        path: '_posts/2022-02-17-NW202202170000000712.md',
        file: 'content/_posts/2022-02-17-NW202202170000000712.md',
        status: 'ok',
        title: '稳中求进',
        date: '2022-02-17T08:35:15+08:00',
        slug: 'NW202202170000000712',
        categories: ['rizhaoribao'],
        tags: ['日照日报新闻'],
        draft: false,
        published: true,
        url: '/rizhaoribao/2022/02/17/NW202202170000000712.html',
        content_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        source: {
          code: 'NW202202170000000712',
          url: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202170000000712',
          name: '日照日报',
        },
        front_matter: { layout: 'post', date: '2022-02-17T08:35:15+08:00' },
        issues: [],
      },
    ]);
  });

  it('finds codes by the providers of the application whose folder it runs in, and else none', async () => {
    const sourceIn = async (folder: string): Promise<unknown> => {
      const { code, out, err } = await runIn(folder, 'read', path.join(root, 'site'));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return (JSON.parse(out.trimEnd().split('\n')[1] ?? '') as { source: unknown }).source;
    };
    const url = 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202170000000712';
    const known = { code: 'NW202202170000000712', url, name: '日照日报' };
    expect(await sourceIn(process.cwd())).toEqual(known);
    // A folder with a configuration, but without this package, is not an application of ours.
    write('elsewhere/package.json', '{ "name": "elsewhere" }');
    write('elsewhere/config/plugins.js', 'throw new Error("this was run");');
    expect(await sourceIn(path.join(root, 'elsewhere'))).toEqual({ ...known, code: null });
  });

  it('reads without providers where the configuration of an application cannot be used', async () => {
    write('broken/package.json', '{ "name": "broken" }');
    write('broken/config/plugins.js', 'throw new Error("no such secret");');
    mkdirSync(path.join(root, 'broken/node_modules'));
    symlinkSync(
      path.dirname(path.dirname(BIN)),
      path.join(root, 'broken/node_modules/strapi-plugin-front-matter')
    );
    const { code, out, err } = await runIn(
      path.join(root, 'broken'),
      'read',
      path.join(root, 'site')
    );
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toMatch(/plugins\.js could not be used \(no such secret\)/);
  });

  it('ends with 3 where a file is in quarantine, its place in the issue', async () => {
    const { code, out } = await run('read', path.join(root, 'bad'), '--timezone', 'UTC');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'quarantined',
      title: null,
      issues: [{ code: 'DATE_INVALID', severity: 'error', field: 'date', line: 2, column: 7 }],
    });
  });

  it('takes several files of a configuration, with commas or one after the other', async () => {
    write('two/_config.yml', 'timezone: UTC\nsource: site\npermalink: /one/:title/\n');
    write('two/dev.yml', 'permalink: /two/:title/\n');
    write('two/site/_posts/2022-01-01-a.md', '---\ntitle: a\n---\n');
    for (const words of [
      ['--config', '_config.yml,dev.yml'],
      ['--config', '_config.yml', '--config', 'dev.yml'],
    ]) {
      const { code, out } = await run('read', path.join(root, 'two'), ...words);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        path: 'site/_posts/2022-01-01-a.md',
        categories: [],
        url: '/two/a/',
      });
    }
  });

  it("ends with 2 for another generator's archive, and offers only what it can read", async () => {
    write('hexo/_config.yml', 'new_post_name: :title.md\n');
    write('hexo/source/_posts/hello.md', '---\ntitle: x\n---\n');
    const outcome = await run('read', path.join(root, 'hexo'));
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain('is an archive of Hexo');
    expect((await run('read', '--help')).out.replaceAll(/\s+/g, ' ')).toContain(
      '(choices: "auto", "jekyll", default: "auto")'
    );
  });

  it('shows nothing that a terminal acts on, and means what it reads', async () => {
    write('odd/_config.yml', 'timezone: "\\e[2Jclear\\nnow\\u202e"\n');
    write('odd/_posts/2022-01-01-a\u009b31m\u2028b.md', '---\ntitle: "\\e]0;x\\a\\x9b"\n---\n');
    const { code, out, err } = await run('read', path.join(root, 'odd'));
    expect(code).toBe(0);
    expect(err).toContain('is no zone ("\\u001b[2Jclear\\nnow\\u202e")');
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(out)).toMatchObject({
      path: '_posts/2022-01-01-a\u009b31m\u2028b.md',
      title: '\u001b]0;x\u0007\u009b',
    });
  });

  it('is refused a pipe for a configuration, and one that aliases make endless', async () => {
    write('piped/_posts/2022-01-01-a.md', '---\ntitle: a\n---\n');
    execFileSync('mkfifo', [path.join(root, 'piped', '_config.yml')]);
    const piped = await run('read', path.join(root, 'piped'));
    expect(piped).toMatchObject({ code: 1, out: '' });
    expect(piped.err).toMatch(/_config\.yml is a pipe, a socket or a device, .*\n$/);
    const bomb = Array.from(
      { length: 9 },
      (_, i) => `l${i}: &l${i} [${Array(9).fill(i === 0 ? 'x' : `*l${i - 1}`)}]\n`
    ).join('');
    write('endless/_posts/2022-01-01-a.md', '---\ntitle: a\n---\n');
    write('endless/_config.yml', `${bomb}timezone: *l8\n`);
    const endless = await run('read', path.join(root, 'endless'));
    expect(endless).toMatchObject({ code: 1, out: '' });
    expect(endless.err).toMatch(/^_config\.yml:5: written out, .* make it smaller\.\n$/);
  });

  it.each([
    ['nothing there', ['read', path.join(root, 'nothing')], 1, 'There is no'],
    ['an empty directory', ['read', path.join(root, 'empty')], 1, 'is empty'],
    ['no path', ['read'], 2, "missing required argument 'path'"],
    ['an unknown option', ['read', root, '--fast'], 2, "unknown option '--fast'"],
    [
      'a configuration that does not exist',
      ['read', path.join(root, 'bad'), '--config', 'x.yml'],
      2,
      'does not exist',
    ],
    ['an unknown dialect', ['read', root, '--dialect', 'x'], 2, 'Allowed choices'],
    [
      'a zone that is none',
      ['read', path.join(root, 'bad'), '--timezone', 'x'],
      2,
      'is no time zone',
    ],
  ])('fails clearly: %s', async (_, words, code, message) => {
    const outcome = await run(...words);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
    expect(outcome.out).toBe('');
  });
});
