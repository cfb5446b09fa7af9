import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unpackBox } from '../../../../src/plugins/front-matter/server/src/boxes/unpack-box';
import { makeTar } from './make-tar';
import { makeZip } from './make-zip';
import { tryBox } from './try-box';

const ENTRIES = [
  { name: 'site/_posts/2021-01-01-a.md', bytes: '---\ntitle: a\n---\nbody\n' },
  { name: 'site/long.txt', bytes: Array.from({ length: 3_000 }, (_, i) => `${i}`).join('\n') },
  { name: 'site/z.md', bytes: 'z' },
];

const BOXES: readonly (readonly [string, Buffer])[] = [
  ['zip', makeZip(ENTRIES)],
  ['tar.gz', gzipSync(makeTar(ENTRIES))],
  ['tar', makeTar(ENTRIES)],
];

afterEach(() => jest.restoreAllMocks());

describe('a box that breaks off', () => {
  it.each(BOXES)('is refused wherever that is: %s', async (kind, whole) => {
    // The second block of zeros at the end of a tar says no more than the first.
    const last = kind === 'tar' ? whole.length - 513 : whole.length - 1;
    const places = Array.from({ length: 150 }, (_, index) => Math.floor((last * index) / 149));
    const blocks = Array.from({ length: last / 512 }, (_, index) => index * 512);
    for (const place of [...places, ...blocks, last - 1, last - 2]) {
      await expect(tryBox(unpackBox, whole.subarray(0, place))).rejects.toMatchObject({
        code: place < 262 ? expect.stringMatching(/^BOX_(?:NOT_ARCHIVE|BROKEN)$/) : 'BOX_BROKEN',
      });
    }
    expect((await tryBox(unpackBox, whole)).root).toBe('site');
  });

  it.each(BOXES.slice(0, 2))(
    'or is damaged is refused, or comes out whole: %s',
    async (_, whole) => {
      const { files } = await tryBox(unpackBox, whole);
      let refusals = 0;
      for (let place = 0; place < whole.length; place += 41) {
        const box = Buffer.from(whole);
        box[place] = (box[place] ?? 0) ^ 0x41;
        const contents = await tryBox(unpackBox, box).then(
          (tried) => Object.values(tried.files),
          (error: unknown) => {
            expect(error).toMatchObject({ name: 'BoxError' });
            refusals += 1;
            return null;
          }
        );
        // A date or a letter of a name may have been hit.
        if (contents !== null) expect(contents.sort()).toEqual(Object.values(files).sort());
      }
      expect(refusals).toBeGreaterThan(100);
    }
  );
});

describe('an abort', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ name: `a/${index}`, bytes: 'x' }));
  const long = Array.from({ length: 400_000 }, (_, index) => `${index}`).join('\n');
  const reason = new Error('not wanted any longer');

  it.each([
    ['zip', makeZip(many)],
    ['tar.gz', gzipSync(makeTar(many))],
    ['tar', makeTar(many)],
  ])('between files rejects with its reason: %s', async (_, box) => {
    const stopping = new AbortController();
    const onProgress = (): void => stopping.abort(reason);
    await expect(tryBox(unpackBox, box, { signal: stopping.signal, onProgress })).rejects.toBe(
      reason
    );
  });

  it.each([
    ['zip', makeZip([{ name: 'a', bytes: long }])],
    ['tar.gz', gzipSync(makeTar([{ name: 'a', bytes: long }]))],
    ['a tar.gz that is passed over', gzipSync(makeTar([{ name: '.git/a', bytes: long }]))],
  ])('within a file rejects with its reason: %s', async (_, box) => {
    const stopping = new AbortController();
    const read = fs.readSync;
    let reads = 0;
    jest.spyOn(fs, 'readSync').mockImplementation(((...args: Parameters<typeof read>) => {
      reads += 1;
      if (reads === 5) stopping.abort(reason);
      return read(...args);
    }) as typeof read);
    await expect(tryBox(unpackBox, box, { signal: stopping.signal })).rejects.toBe(reason);
    expect(reads).toBeLessThan(10);
  });

  it('before the start rejects with its reason', async () => {
    const signal = AbortSignal.abort(reason);
    await expect(tryBox(unpackBox, makeZip(many), { signal })).rejects.toBe(reason);
  });
});

describe('a disk that is full', () => {
  it('is told as it is, and nothing is left', async () => {
    const error = Object.assign(new Error('ENOSPC: no space left'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    for (const [, box] of BOXES) {
      const write = fs.writeFileSync;
      let writes = 0;
      const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((file, ...args) => {
        if (typeof file === 'number') writes += 1;
        if (writes === 2) throw error;
        write(file, ...args);
      });
      await expect(tryBox(unpackBox, box)).rejects.toBe(error);
      spy.mockRestore();
    }
  });

  it('and one that cannot be read is told as it is, too', async () => {
    const error = Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall: 'read' });
    for (const [, box] of BOXES) {
      const read = fs.readSync;
      let reads = 0;
      const spy = jest.spyOn(fs, 'readSync').mockImplementation(((
        ...args: Parameters<typeof read>
      ) => {
        reads += 1;
        if (reads === 2) throw error;
        return read(...args);
      }) as typeof read);
      await expect(tryBox(unpackBox, box)).rejects.toBe(error);
      spy.mockRestore();
    }
  });
});
