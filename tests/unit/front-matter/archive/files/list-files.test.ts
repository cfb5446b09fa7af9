import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findAmbiguous } from '../../../../../src/plugins/front-matter/server/src/archive/files/find-ambiguous';
import { listFiles } from '../../../../../src/plugins/front-matter/server/src/archive/files/list-files';

describe('listing an archive', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'broadsheet-list-'));
    mkdirSync(path.join(root, '_posts'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const list = async () => {
    const files = await listFiles(root, { enters: () => true, takes: () => true });
    return [...files].map(({ path: file, obstacle }) => [file, obstacle]);
  };
  const write = (name: string | Buffer) =>
    writeFileSync(Buffer.concat([Buffer.from(`${root}/_posts/`), Buffer.from(name)]), 'x');

  it('gives files in the byte order of their paths', async () => {
    for (const name of ['b.md', 'a.md', '中.md', 'B.md']) write(name);
    expect(await list()).toEqual([
      ['_posts/B.md', null],
      ['_posts/a.md', null],
      ['_posts/b.md', null],
      ['_posts/中.md', null],
    ]);
  });

  it('keeps files apart whose names are no UTF-8, and shows their bytes', async () => {
    write(Buffer.from([0x61, 0xd6, 0xd0, 0x2e, 0x6d, 0x64]));
    write(Buffer.from([0x61, 0xd6, 0xd1, 0x2e, 0x6d, 0x64]));
    expect(await list()).toEqual([
      ['_posts/a%D6%D0.md', 'not-text'],
      ['_posts/a%D6%D1.md', 'not-text'],
    ]);
  });

  it('takes one of two names that are the same once composed, and shows the other', async () => {
    write('caf\u00e9.md');
    write('cafe\u0301.md');
    expect(await list()).toEqual([
      ['_posts/cafe%CC%81.md', 'ambiguous'],
      ['_posts/caf\u00e9.md', null],
    ]);
  });

  it('lists a folder by the first of its names, whatever order the disk has them in', async () => {
    for (let year = 2000; year < 2012; year += 1) {
      mkdirSync(path.join(root, '_posts', String(year)));
      writeFileSync(path.join(root, '_posts', String(year), 'a.md'), 'x');
      symlinkSync(String(year), path.join(root, '_posts', `archive-${year}`));
    }
    const years = Array.from({ length: 12 }, (_, index) => `_posts/${2000 + index}/a.md`);
    expect((await list()).map(([file]) => file)).toEqual(years);
  });

  it('opens no pipe, neither by its own name nor by a link', async () => {
    execFileSync('mkfifo', [path.join(root, '_posts', 'pipe')]);
    symlinkSync('pipe', path.join(root, '_posts', 'link.md'));
    expect(await list()).toEqual([
      ['_posts/link.md', 'special'],
      ['_posts/pipe', 'special'],
    ]);
  });

  it('follows links inside the archive and none that leads out or nowhere', async () => {
    write('a.md');
    symlinkSync('a.md', path.join(root, '_posts', 'inside.md'));
    symlinkSync('/etc/hostname', path.join(root, '_posts', 'outside.md'));
    symlinkSync('nothing', path.join(root, '_posts', 'dangling.md'));
    symlinkSync('.', path.join(root, '_posts', 'ring'));
    expect(await list()).toEqual([
      ['_posts/a.md', null],
      ['_posts/dangling.md', 'stray'],
      ['_posts/inside.md', null],
      ['_posts/outside.md', 'stray'],
    ]);
  });

  it('reports a folder that may not be read, and goes on', async () => {
    if (process.getuid?.() === 0) {
      process.stderr.write('[broadsheet] skipped: the superuser may read every folder\n');
      return;
    }
    mkdirSync(path.join(root, '_posts', 'closed'));
    chmodSync(path.join(root, '_posts', 'closed'), 0);
    write('z.md');
    const files = await list();
    chmodSync(path.join(root, '_posts', 'closed'), 0o700);
    expect(files).toEqual([
      ['_posts/closed', 'closed'],
      ['_posts/z.md', null],
    ]);
  });
});

describe('names that are one to the ledger', () => {
  it('leaves the composed one and points at every other', () => {
    expect([...findAmbiguous(() => ['e\u0301', '\u00e9', 'e'])]).toEqual(['e\u0301']);
  });
  it('leaves the first where none is composed', () => {
    expect([...findAmbiguous(() => ['\u1e9b\u0323', '\u017f\u0323\u0307'])]).toEqual([
      '\u017f\u0323\u0307',
    ]);
  });
  it('points at none where all differ', () => {
    expect(findAmbiguous(() => ['a', 'b', '中', 'e\u0301']).size).toBe(0);
  });
});
