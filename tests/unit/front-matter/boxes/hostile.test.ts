import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  type BoxErrorCode,
  type BoxLimits,
  unpackBox,
} from '../../../../src/plugins/front-matter/server/src/boxes/unpack-box';
import { makeTar, paxHeader, type TarEntry, tarEntry } from './make-tar';
import { makeZip, type ZipEntry } from './make-zip';
import { tryBox } from './try-box';

const MIB = 1024 * 1024;

/** Refused with a code and a message; that nothing is left, `tryBox` sees to. */
const refused = async (
  box: Uint8Array,
  code: BoxErrorCode,
  message: RegExp,
  limits: Partial<BoxLimits> = {}
): Promise<void> => {
  await expect(tryBox(unpackBox, box, { limits })).rejects.toMatchObject({
    name: 'BoxError',
    code,
    message: expect.stringMatching(message),
  });
};

const good = { name: 'a/good.md', bytes: 'good' };
const zip = (...entries: ZipEntry[]): Buffer => makeZip([good, ...entries]);
const tgz = (...entries: (TarEntry | Buffer)[]): Buffer => gzipSync(makeTar([good, ...entries]));

describe('a name that leads out of the archive', () => {
  it.each([
    ['../out', /^"\.\.\/out" leads out of the archive by "\.\."\. Rename/],
    ['a/../../out', /^"a\/\.\.\/\.\.\/out" leads out/],
    ['a/..', /^"a\/\.\." leads out/],
    ['..', /^"\.\." leads out/],
    ['/etc/out', /^"\/etc\/out" is not named from the root of the archive/],
    ['C:/out', /^"C:\/out" is not named from the root/],
    ['c:out', /^"c:out" is not named from the root/],
    ['a\\..\\..\\out', /^"a.\.\..\.\..out" leads out/],
    ['\\\\host\\out', /^"..host.out" is not named from the root/],
  ])('is refused: %s', async (name, message) => {
    await refused(zip({ name, bytes: 'x' }), 'BOX_PATH', message);
    await refused(tgz({ name, bytes: 'x' }), 'BOX_PATH', message);
    await refused(tgz(paxHeader({ path: name }), tarEntry({ name: 'x' })), 'BOX_PATH', message);
    await refused(tgz({ name, type: '5' }), 'BOX_PATH', message);
  });
});

describe('a name that cannot be written', () => {
  it.each([
    ['a\0b', /^"a\\u0000b" has a control character in its name/],
    ['a\nb\u001b[2J', /^"a\\nb\\u001b\[2J" has a control character/],
    ['a/b\u0085', /^"a\/b\\u0085" has a control character/],
    [`a/${'x'.repeat(256)}`, /^"a\/x+…" has a name of more than 255 bytes/],
    [`a/${'中'.repeat(86)}`, /^"a\/中+" has a name of more than 255 bytes/],
    ['x/'.repeat(2_100), /^"(?:x\/)+…" has a path of more than 4095 bytes/],
  ])('is refused: %j', async (name, message) => {
    await refused(zip({ name }), 'BOX_PATH', message);
    await refused(tgz(paxHeader({ path: name }), tarEntry({ name: 'x' })), 'BOX_PATH', message);
  });

  it('leaves nothing of folders that are as deep as a path can be', async () => {
    await refused(
      zip({ name: `${'x/'.repeat(1_900)}x` }, { name: '..' }),
      'BOX_PATH',
      /^"\.\." leads/
    );
  });

  it('is refused where there is none', async () => {
    await refused(zip({ name: '' }), 'BOX_PATH', /^"" is a name without characters/);
    await refused(tgz({ name: '' }), 'BOX_PATH', /^"" is a name without characters/);
    await refused(tgz({ name: './.' }), 'BOX_PATH', /^"\.\/\." is a file without a name/);
  });

  it('is refused where a tar says that it is UTF-8, and it is not', async () => {
    const header = paxHeader({ hdrcharset: 'BINARY', path: Buffer.from('cec4d5c2', 'hex') });
    await refused(tgz(header, tarEntry({ name: 'x' })), 'BOX_PATH', /has a name that is not UTF-8/);
  });

  it('is refused where the disk finds it too long', async () => {
    const error = Object.assign(new Error('long'), { code: 'ENAMETOOLONG', syscall: 'open' });
    const open = fs.openSync;
    const spy = jest.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
      if (flags === 'wx') throw error;
      return open(path, flags, mode);
    });
    await refused(zip(), 'BOX_PATH', /^"a\/good\.md" is longer than names may be on this disk/);
    spy.mockRestore();
  });
});

describe('what is neither file nor folder', () => {
  it.each([
    ['symbolic link', 0o120777, /^"a\/x" is a link/],
    ['device', 0o020644, /^"a\/x" is neither a plain file nor a folder/],
    ['pipe', 0o010644, /^"a\/x" is neither/],
    ['socket', 0o140644, /^"a\/x" is neither/],
  ])('is refused in a zip: %s', async (_, mode, message) => {
    await refused(zip({ name: 'a/x', mode, bytes: '/etc/passwd' }), 'BOX_LINK', message);
  });

  it.each([
    ['hard link', '1', /^"a\/x" is a link/],
    ['symbolic link', '2', /^"a\/x" is a link/],
    ['character device', '3', /^"a\/x" is neither/],
    ['block device', '4', /^"a\/x" is neither/],
    ['pipe', '6', /^"a\/x" is neither/],
    ['file with holes', 'S', /^"a\/x" is neither/],
    ['part of another volume', 'M', /^"a\/x" is neither/],
  ])('is refused in a tar: %s', async (_, type, message) => {
    await refused(tgz({ name: 'a/x', type, target: '../../etc/passwd' }), 'BOX_LINK', message);
  });

  it('is refused where pax says that a file has holes, or says thousands of things', async () => {
    const holes = paxHeader({ 'GNU.sparse.major': '1' });
    await refused(tgz(holes, tarEntry({ name: 'a/x' })), 'BOX_LINK', /^"a\/x" is neither/);
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, key) => [`k${key}`, '']));
    await refused(
      tgz(paxHeader(many, 'g'), paxHeader({ comment: '' }), tarEntry({ name: 'a/x' })),
      'BOX_LINK',
      /^"a\/x" is neither/
    );
  });

  it('is not followed by a file that would be written through it', async () => {
    const link = { name: 'out', type: '2', target: '/tmp' };
    await refused(tgz(link, { name: 'out/x', bytes: 'x' }), 'BOX_LINK', /^"out" is a link/);
  });
});

describe('two entries of one name', () => {
  it.each([
    ['the same name', ['a/b', 'a/b'], /^"a\/b" is in the archive twice/],
    ['the same once it is read', ['a/b', './a//b'], /^"a\/b" is in the archive twice/],
    [
      'the same once accents are composed',
      ['é/x', 'e\u0301/x'],
      /^"e\u0301\/x" is in the archive twice/,
    ],
    [
      'a file, then a folder',
      ['a/b', 'a/b/'],
      /^"a\/b" is in the archive as a file and as a folder/,
    ],
    ['a file, then what is in it', ['a/b', 'a/b/c/d'], /^"a\/b" is in the archive as a file and/],
    ['a folder, then a file', ['a/b/c', 'a/b'], /^"a\/b" is in the archive as a file and/],
  ])('are refused: %s', async (_, names, message) => {
    await refused(makeZip(names.map((name) => ({ name }))), 'BOX_DOUBLED', message);
    const entries = names.map((name) => ({ name, type: name.endsWith('/') ? '5' : '0' }));
    await refused(gzipSync(makeTar(entries)), 'BOX_DOUBLED', message);
  });

  it('are refused where the disk cannot tell them apart', async () => {
    const error = Object.assign(new Error('there'), { code: 'EEXIST', syscall: 'open' });
    const open = fs.openSync;
    const spy = jest.spyOn(fs, 'openSync').mockImplementation((path, flags, mode) => {
      if (String(path).endsWith('B')) throw error;
      return open(path, flags, mode);
    });
    await refused(zip({ name: 'b' }, { name: 'B' }), 'BOX_DOUBLED', /^"B" has the name of another/);
    spy.mockRestore();
  });
});

describe('a file that is there already', () => {
  it('is never written to', async () => {
    const open = jest.spyOn(fs, 'openSync');
    await tryBox(unpackBox, zip());
    const writing = open.mock.calls.filter(([, flags]) => flags !== 'r' && flags !== undefined);
    expect(writing.filter(([path]) => String(path).endsWith('good.md'))).toEqual([
      [expect.anything(), 'wx', 0o644],
    ]);
    open.mockRestore();
  });
});

describe('an encrypted entry', () => {
  it('is refused', async () => {
    const message = /^"a\/x" is encrypted\. Pack the archive again without a password/;
    await refused(zip({ name: 'a/x', flags: 1, method: 99, bytes: 'x' }), 'BOX_ENCRYPTED', message);
    await refused(zip({ name: 'a/x', flags: 1, bytes: 'x' }), 'BOX_ENCRYPTED', message);
  });
});

describe('a box that lies', () => {
  it('is refused where more or fewer bytes come out than it says', async () => {
    const bytes = 'x'.repeat(1_000);
    for (const method of [0, 8]) {
      for (const size of [999, 1_001, 0]) {
        await refused(
          zip({ name: 'a/x', bytes, method, size }),
          'BOX_BROKEN',
          /^(?:"a\/x"|The zip) is damaged/
        );
      }
    }
  });

  it('is refused where the checksum is another', async () => {
    for (const method of [0, 8]) {
      const box = zip({ name: 'a/x', bytes: 'x', method, sum: 1 });
      await refused(box, 'BOX_BROKEN', /^"a\/x" is damaged or breaks off \(wrong checksum\)/);
    }
  });

  it('is refused where it has more entries than it says, or fewer', async () => {
    const entries = [good, { name: 'b' }, { name: 'c' }];
    await refused(
      makeZip(entries, { count: 2 }),
      'BOX_BROKEN',
      /^The zip says that it has 2 entries, and has more/
    );
    await refused(makeZip(entries, { count: 4 }), 'BOX_BROKEN', /^The zip is damaged/);
  });

  it('is refused where an entry is at a place that is none', async () => {
    await refused(zip({ name: 'a/x', offset: 0xfffffffe }), 'BOX_BROKEN', /^"a\/x" is damaged/);
    await refused(zip({ name: 'a/x', offset: 3 }), 'BOX_BROKEN', /^"a\/x" is damaged/);
    await refused(makeZip([good], { count: 0xffff }), 'BOX_BROKEN', /^The zip is damaged/);
  });

  it('is refused where the longer numbers of a zip are beyond every file', async () => {
    const plain = zip();
    const end = plain.subarray(-22);
    const locator = Buffer.alloc(20, 0xff);
    locator.writeUInt32LE(0x07064b50, 0);
    const box = Buffer.concat([plain.subarray(0, -22), locator, end]);
    await refused(box, 'BOX_BROKEN', /^The zip is damaged/);
    const far = Buffer.alloc(28, 0xff);
    far.writeUInt16LE(1, 0);
    far.writeUInt16LE(24, 2);
    await refused(
      zip({ name: 'a/x', extra: far, offset: 0xffffffff }),
      'BOX_BROKEN',
      /^"a\/x" is damaged/
    );
  });

  it('is refused where a method of compression is unknown', async () => {
    await refused(
      zip({ name: 'a/x', method: 14, bytes: 'x' }),
      'BOX_BROKEN',
      /^"a\/x" is compressed by a method/
    );
  });

  it.each([-1, NaN])('is refused where a tar has a size of %d', async (size) => {
    const header = tarEntry({ name: 'a/x' });
    const box = tgz(paxHeader({ size: String(size) }), header);
    await refused(box, 'BOX_BROKEN', /^The tar, from "a\/good\.md" on, is damaged/);
  });

  it('is refused where something follows it', async () => {
    await refused(Buffer.concat([zip(), Buffer.from('more')]), 'BOX_BROKEN', /^The zip is damaged/);
    await refused(
      Buffer.concat([tgz(), Buffer.from('more')]),
      'BOX_BROKEN',
      /^The tar.* is damaged/
    );
    await refused(Buffer.concat([makeTar([good]), Buffer.from('more')]), 'BOX_BROKEN', /^The tar/);
  });
});

describe('a box that is no archive', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('---\ntitle: zip\n---\n')],
    ['a 7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['zeros', Buffer.alloc(10_000)],
  ])('is refused: %s', async (_, box) => {
    await refused(box, 'BOX_NOT_ARCHIVE', /^The file is neither a zip nor a tar\.gz/);
  });

  it.each([
    ['a short text', 'short'],
    ['a long text', 'A post.\n'.repeat(1_000)],
  ])('is refused where a gzip holds %s', async (_, text) => {
    await refused(
      gzipSync(text),
      'BOX_NOT_ARCHIVE',
      /^The file is a gzip, and what is in it is no tar/
    );
  });

  it('is refused where there is no file in it', async () => {
    await refused(makeZip([]), 'BOX_EMPTY', /^The archive holds no files/);
    await refused(makeZip([{ name: 'a/' }, { name: '.DS_Store' }]), 'BOX_EMPTY', /holds no files/);
    await refused(gzipSync(makeTar([])), 'BOX_EMPTY', /holds no files/);
    await refused(gzipSync(''), 'BOX_EMPTY', /holds no files/);
  });
});

describe('the limits', () => {
  const full = {
    name: 'b/full',
    bytes: Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * i) >> 3)),
  };

  it('are those of bytes, counted over all files', async () => {
    const size = full.bytes.length + 4;
    const message = /^The archive has more than the 90003 bytes .* passed in "b\/full"/;
    for (const box of [zip(full), tgz(full)]) {
      await refused(box, 'BOX_TOO_BIG', message, { bytes: size - 1 });
      await tryBox(unpackBox, box, { limits: { bytes: size } });
    }
  });

  it('are those of the bytes of a file', async () => {
    const message = /^"b\/full" has more than the 89999 bytes that a file may have/;
    for (const box of [zip(full), tgz(full)]) {
      await refused(box, 'BOX_FILE_TOO_BIG', message, { fileBytes: 89_999 });
      await tryBox(unpackBox, box, { limits: { fileBytes: 90_000 } });
    }
  });

  it('are those of entries, with folders that no entry names and what is passed over', async () => {
    const message =
      /^The archive has more than the 4 files and folders .*; "c" is the first too many/;
    for (const box of [
      zip({ name: '.DS_Store' }, { name: 'b' }, { name: 'c' }),
      tgz({ name: '.DS_Store' }, { name: 'b' }, { name: 'c' }),
    ]) {
      await refused(box, 'BOX_TOO_MANY', message, { entries: 4 });
      await tryBox(unpackBox, box, { limits: { entries: 5 } });
    }
    const deep = zip({ name: `${'x/'.repeat(50)}x` });
    await refused(deep, 'BOX_TOO_MANY', /first too many/, { entries: 20 });
    await refused(
      makeZip(Array.from({ length: 30 }, () => ({ name: 'a/' }))),
      'BOX_TOO_MANY',
      /"a\/" is/,
      { entries: 20 }
    );
  });

  it('are those of the ratio, past the first MiB', async () => {
    const zeros = (size: number) => ({ name: 'b/zeros', bytes: Buffer.alloc(size) });
    const message = /^The archive becomes more than 100 times as long .* passed in "b\/zeros"/;
    await refused(zip(zeros(MIB + 1)), 'BOX_RATIO', message);
    await refused(tgz(zeros(MIB + 1)), 'BOX_RATIO', message);
    await tryBox(unpackBox, zip(zeros(MIB - 4)));
    await tryBox(unpackBox, tgz(zeros(MIB - 10_000)));
  });

  it('stop a zip whose entries are all one and the same', async () => {
    const entries = Array.from({ length: 200 }, (_, index) => ({
      name: `${index}`,
      offset: 0,
      bytes: Buffer.alloc(100_000),
    }));
    const { bytes } = entries[0] ?? { bytes: '' };
    const box = makeZip([
      { name: 'a', bytes },
      ...entries.map((entry) => ({ ...entry, bytes: '' })),
    ]);
    await refused(box, 'BOX_BROKEN', /is damaged/);
    await refused(makeZip(entries), 'BOX_RATIO', /passed in/);
  });
});

describe('a tar without end', () => {
  const many = { ratio: 1e9 };

  it.each([
    ['zeros', gzipSync(Buffer.concat([makeTar([good]), Buffer.alloc(30 * MIB)]))],
    [
      'headers that say nothing of any file',
      tgz(...Array.from({ length: 2_000 }, () => paxHeader({ comment: 'x'.repeat(600) }))),
    ],
    [
      'long names of no file',
      tgz(
        ...Array.from({ length: 20 }, () =>
          tarEntry({ name: 'l', type: 'L', bytes: 'n'.repeat(100_000) })
        )
      ),
    ],
  ])('is refused: %s', async (_, box) => {
    await refused(box, 'BOX_RATIO', /"a\/good\.md"/, { ratio: 2 });
    await refused(
      box,
      'BOX_BROKEN',
      /^The tar, from "a\/good\.md" on, has far more headers or zeros than files/,
      many
    );
  });

  it('is refused where a header is endless itself', async () => {
    const box = tgz(tarEntry({ name: 'l', type: 'x', bytes: '', size: 5 * MIB }));
    await refused(box, 'BOX_BROKEN', /^The tar, from "a\/good\.md" on, is damaged/, many);
  });

  it('is refused where what is passed over is long', async () => {
    const box = tgz({ name: '.git/pack', bytes: Buffer.alloc(3 * MIB) });
    await refused(box, 'BOX_RATIO', /passed in "\.git\/pack"/);
  });
});
