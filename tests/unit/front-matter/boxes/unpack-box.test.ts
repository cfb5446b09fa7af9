import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { crc32, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unpackBox } from '../../../../src/plugins/front-matter/server/src/boxes/unpack-box';
import { makeTar, paxHeader, type TarEntry, tarEntry } from './make-tar';
import { makeZip, type ZipEntry } from './make-zip';
import { tryBox } from './try-box';

const zip = (...entries: ZipEntry[]) => tryBox(unpackBox, makeZip(entries));
const tgz = (...entries: (TarEntry | Buffer)[]) => tryBox(unpackBox, gzipSync(makeTar(entries)));

/** The parts of a path that every disk takes. */
const part = fc
  .string({ unit: fc.constantFrom(...'abcXYZ09 _-+~$&%é中🙂'), minLength: 1, maxLength: 12 })
  .map((text) => `n${text}`);

/** Files of names that are not folders of others, with bytes. */
const tree = fc
  .dictionary(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.from(bytes)),
    { minKeys: 1, maxKeys: 12, noNullPrototype: true }
  )
  .map((files) => {
    const paths = Object.keys(files);
    return Object.entries(files).filter(
      ([path]) => !paths.some((other) => other.startsWith(`${path}/`))
    );
  });

describe('a box', () => {
  const packers: readonly [string, (files: readonly (readonly [string, Buffer])[]) => Buffer][] = [
    ['zip', (files) => makeZip(files.map(([name, bytes]) => ({ name, bytes })))],
    [
      'zip without compression',
      (files) => makeZip(files.map(([name, bytes]) => ({ name, bytes, method: 0 }))),
    ],
    ['tar.gz', (files) => gzipSync(makeTar(files.map(([name, bytes]) => ({ name, bytes }))))],
    ['tar', (files) => makeTar(files.map(([name, bytes]) => ({ name, bytes })))],
  ];

  it.each(packers)('comes out as it was packed: %s', async (_, pack) => {
    await fc.assert(
      fc.asyncProperty(tree, async (files) => {
        const { files: found, unpacked } = await tryBox(unpackBox, pack(files));
        expect(found).toEqual(
          Object.fromEntries(files.map(([path, bytes]) => [path, bytes.toString('latin1')]))
        );
        expect(unpacked).toMatchObject({
          files: files.length,
          bytes: files.reduce((sum, [, bytes]) => sum + bytes.length, 0),
        });
      }),
      { numRuns: 40 }
    );
  });

  describe('keeps when a file was changed, which is the date of a draft without one', () => {
    const HALF_PAST = 1_646_217_000;
    const seconds = Buffer.alloc(9);
    seconds.write('UT', 0, 'latin1');
    seconds.writeUInt16LE(5, 2);
    seconds.writeUInt8(1, 4);
    seconds.writeInt32LE(HALF_PAST, 5);
    /** 2 March 2022, 10:30:00 of no zone. */
    const dos = ((((2022 - 1980) << 9) | (3 << 5) | 2) << 16) | ((10 << 11) | (30 << 5));

    it.each([
      ['a tar', makeTar([{ name: 'a.md', modified: HALF_PAST }]), HALF_PAST * 1000],
      [
        'a zip in UTC',
        makeZip([{ name: 'a.md', extra: seconds, modified: dos }]),
        HALF_PAST * 1000,
      ],
      [
        'a zip without zone',
        makeZip([{ name: 'a.md', modified: dos }]),
        new Date(2022, 2, 2, 10, 30).getTime(),
      ],
    ])('in %s', async (_, box, time) => {
      expect((await tryBox(unpackBox, box)).modified).toEqual({ 'a.md': time });
    });

    it.each([
      ['a tar', makeTar([{ name: 'a.md' }])],
      ['a zip', makeZip([{ name: 'a.md' }])],
    ])('or has it of now where that is not told: %s', async (_, box) => {
      const before = Date.now() - 5000;
      const { modified } = await tryBox(unpackBox, box);
      expect(modified['a.md']).toBeGreaterThan(before);
    });
  });

  it('may hold files of many chunks', async () => {
    const lines = Array.from({ length: 400_000 }, (_, index) => `${index}\n`);
    const bytes = Buffer.from(lines.join(''));
    const entries = [
      { name: 'a', bytes },
      { name: 'b', bytes: 'b' },
    ];
    for (const { files } of [await zip(...entries), await tgz(...entries)]) {
      expect(files).toEqual({ a: bytes.toString('latin1'), b: 'b' });
    }
  });

  it('keeps its empty folders, and files without bytes', async () => {
    const entries = [{ name: 'a/b/' }, { name: 'c' }];
    const expected = { 'a/b/': null, c: '' };
    expect((await zip(...entries)).files).toEqual(expected);
    expect((await tgz({ name: 'a/b/', type: '5' }, { name: 'c' })).files).toEqual(expected);
  });

  it('says how many files there are so far, and all at the end', async () => {
    const seen: number[] = [];
    const box = makeZip(Array.from({ length: 500 }, (_, index) => ({ name: `${index}` })));
    await tryBox(unpackBox, box, { onProgress: (files) => seen.push(files) });
    expect(seen[0]).toBe(1);
    expect(seen.at(-1)).toBe(500);
    expect(seen.length).toBeLessThan(20);
  });

  it('is unpacked into a folder that is there, where that is empty alone', async () => {
    const into = mkdtempSync(`${tmpdir()}/box-into-`);
    try {
      const box = `${into}.zip`;
      writeFileSync(box, makeZip([{ name: 'a' }]));
      const unpack = () =>
        unpackBox(
          box,
          into,
          { bytes: 1, fileBytes: 1, entries: 1, ratio: 1 },
          { signal: new AbortController().signal, onProgress: () => undefined }
        );
      expect(await unpack()).toEqual({ files: 1, bytes: 0, root: into });
      await expect(unpack()).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readdirSync(into)).toEqual(['a']);
    } finally {
      rmSync(into, { recursive: true });
      rmSync(`${into}.zip`);
    }
  });
});

describe('the root of the archive', () => {
  it.each([
    ['the single folder in a box', ['repo-main/_posts/a.md'], 'repo-main'],
    [
      'that folder beside what systems leave',
      ['site/a', '__MACOSX/site/._a', '.DS_Store', 'Thumbs.db'],
      'site',
    ],
    ['the whole where there are two folders', ['a/a', 'b/b'], ''],
    ['the whole where there is a file beside the folder', ['a/a', 'b'], ''],
    ['the whole where there is a file alone', ['a'], ''],
    ['the whole where the folder is a part of a site', ['_posts/a.md'], ''],
  ])('is %s', async (_, names, root) => {
    expect((await zip(...names.map((name) => ({ name })))).root).toBe(root);
    expect((await tgz(...names.map((name) => ({ name })))).root).toBe(root);
  });
});

describe('what is passed over', () => {
  const names = [
    '__MACOSX/a/._b.md',
    'a/.DS_Store',
    'a/._b.md',
    'a/Icon\r',
    'a/.git/HEAD',
    '.git/objects/00/00',
  ];

  it('is what macOS adds and the insides of a repository', async () => {
    const entries = ['a/.gitignore', ...names, 'a/b.git', 'a/b.md'].map((name) => ({
      name,
      bytes: 'x'.repeat(2_000),
    }));
    for (const { files } of [await zip(...entries), await tgz(...entries)]) {
      expect(Object.keys(files).sort()).toEqual(['a/.gitignore', 'a/b.git', 'a/b.md']);
    }
  });

  it('may be a link, or encrypted', async () => {
    const { files } = await zip(
      { name: '.git/a', mode: 0o120777 },
      { name: '.git/b', flags: 1 },
      { name: 'c' }
    );
    expect(files).toEqual({ c: '' });
  });
});

describe('the names in a box', () => {
  it('lose the parts that say nothing', async () => {
    const names = ['./', './a/', './a//b', 'c/./d'];
    const entries = names.map((name) => ({ name, type: name.endsWith('/') ? '5' : '0' }));
    expect((await tgz(...entries)).files).toEqual({ 'a/b': '', 'c/d': '' });
    expect((await zip(...entries)).files).toEqual({ 'a/b': '', 'c/d': '' });
  });

  it('are separated by backslashes in zips that Windows wrote, and hold them in a tar', async () => {
    expect((await zip({ name: 'a\\b\\c' }, { name: 'a\\d\\' })).files).toEqual({
      'a/b/c': '',
      'a/d/': null,
    });
    expect((await tgz({ name: 'a\\b' })).files).toEqual({ 'a\\b': '' });
  });

  /** 文章 in GBK. */
  const GBK = Buffer.from('cec4d5c2', 'hex');
  /** é in CP437, before a dot, which GB18030 does not have there. */
  const CP437 = Buffer.from('822e6d64', 'hex');

  it('of zips are read as UTF-8, else as GB18030, else as the code page of DOS', async () => {
    const { files } = await zip(
      { name: '文', flags: 0x800 },
      { name: '章' },
      { name: GBK },
      { name: CP437 }
    );
    expect(Object.keys(files).sort()).toEqual(['é.md', '文', '文章', '章']);
  });

  it('of tars are read as UTF-8, else as GB18030, else as Latin-1', async () => {
    const { files } = await tgz(
      { name: '文' },
      { name: GBK },
      { name: Buffer.from('e92e6d64', 'hex') }
    );
    expect(Object.keys(files).sort()).toEqual(['é.md', '文', '文章']);
  });

  it('are taken from where a zip adds them in UTF-8, when they belong to the name', async () => {
    const added = (of: Buffer): Buffer => {
      const head = Buffer.alloc(9);
      const text = Buffer.from('Übersicht');
      head.writeUInt16LE(0x7075, 0);
      head.writeUInt16LE(5 + text.length, 2);
      head.writeUInt8(1, 4);
      head.writeUInt32LE(crc32(of), 5);
      return Buffer.concat([head, text]);
    };
    const name = Buffer.from('9a62657273696368742e', 'hex');
    expect((await zip({ name, extra: added(name) })).files).toEqual({ Übersicht: '' });
    expect((await zip({ name, extra: added(GBK) })).files).not.toHaveProperty('Übersicht');
  });

  it('may be long, and differ in case alone', async () => {
    const long = `${'d'.repeat(255)}/${'中'.repeat(85)}`;
    const names = [long, 'README', 'readme'].map((name) => ({ name }));
    for (const { files } of [await zip(...names), await tgz(...names)]) {
      expect(Object.keys(files).sort()).toEqual(['README', long, 'readme'].sort());
    }
  });

  it('are written as they stand where accents are not composed', async () => {
    const name = 'e\u0301/a';
    expect((await zip({ name })).files).toEqual({ [name]: '' });
  });

  it('of folders may come again', async () => {
    expect((await zip({ name: 'a/' }, { name: 'a/b' }, { name: 'a/' })).files).toEqual({
      'a/b': '',
    });
  });
});

describe('a tar', () => {
  it('may have headers of pax and of GNU, and types of old', async () => {
    const long = `${'n'.repeat(120)}.md`;
    const { files } = await tgz(
      paxHeader({ comment: 'a commit' }, 'g'),
      paxHeader({ path: '中.md', mtime: '1.5' }),
      tarEntry({ name: 'x', bytes: '1' }),
      { name: '././@LongLink', type: 'L', bytes: `${long}\0` },
      { name: 'y', bytes: '2' },
      { name: 'z', bytes: '3', type: '7' },
      { name: 'old/', type: '\0' }
    );
    expect(files).toEqual({ '中.md': '1', [long]: '2', z: '3', 'old/': null });
  });

  it('may be several gzips in one file, with zeros behind', async () => {
    const tar = makeTar([{ name: 'a', bytes: 'a'.repeat(2_000) }]);
    const box = Buffer.concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]);
    expect((await tryBox(unpackBox, box)).files).toEqual({ a: 'a'.repeat(2_000) });
    const padded = Buffer.concat([gzipSync(tar), Buffer.alloc(200_000)]);
    expect((await tryBox(unpackBox, padded)).files).toEqual({ a: 'a'.repeat(2_000) });
  });
});
