import { gzipSync } from 'node:zlib';
import { unpackInThread } from '../../../../../src/plugins/front-matter/server/src/boxes/thread/unpack-thread';
import { makeTar } from '../make-tar';
import { makeZip } from '../make-zip';
import { tryBox } from '../try-box';

/** What else the thread loads before its own code. */
let mockPreload: string[] = [];

// The thread runs the sources, not what was compiled of them last.
jest.mock('node:worker_threads', () => {
  const actual = jest.requireActual('node:worker_threads');
  class SourceWorker extends actual.Worker {
    constructor(file: string, options: object) {
      const preload = [require.resolve('../run-typescript.cjs'), ...mockPreload];
      super(file.replace(/\.js$/, '.ts'), {
        ...options,
        execArgv: preload.flatMap((module) => ['--require', module]),
      });
    }
  }
  return { ...actual, Worker: SourceWorker };
});

afterEach(() => {
  mockPreload = [];
});

const MANY = Array.from({ length: 3_000 }, (_, index) => ({ name: `site/${index}`, bytes: 'x' }));

describe('unpacking in a thread', () => {
  it('leads to the same as without', async () => {
    const seen: number[] = [];
    const onProgress = (files: number): void => void seen.push(files);
    const { files, root, unpacked } = await tryBox(unpackInThread, makeZip(MANY), { onProgress });
    expect([Object.keys(files).length, root, unpacked.files, unpacked.bytes]).toEqual([
      3_000,
      'site',
      3_000,
      3_000,
    ]);
    expect([seen[0], seen.at(-1)]).toEqual([1, 3_000]);
  });

  it('refuses by the same errors', async () => {
    const box = gzipSync(makeTar([{ name: 'a' }, { name: '../b' }]));
    await expect(tryBox(unpackInThread, box)).rejects.toMatchObject({
      name: 'BoxError',
      code: 'BOX_PATH',
      message: expect.stringMatching(/^"\.\.\/b" leads out/),
    });
  });

  it('leaves the event loop to others', async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await tryBox(unpackInThread, makeZip(MANY));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(20);
  });

  it('stops and leaves nothing when it is aborted', async () => {
    const stopping = new AbortController();
    const reason = new Error('not wanted');
    const seen: number[] = [];
    const onProgress = (files: number): void => {
      seen.push(files);
      stopping.abort(reason);
    };
    await expect(
      tryBox(unpackInThread, makeZip(MANY), { signal: stopping.signal, onProgress })
    ).rejects.toBe(reason);
    expect(seen[0]).toBe(1);
  });

  it('leaves nothing when it is aborted before it starts', async () => {
    const reason = new Error('not wanted');
    const signal = AbortSignal.abort(reason);
    await expect(tryBox(unpackInThread, makeZip(MANY), { signal })).rejects.toBe(reason);
  });

  it('leaves nothing when the thread breaks down', async () => {
    mockPreload = [require.resolve('../break-down.cjs')];
    await expect(tryBox(unpackInThread, makeZip(MANY))).rejects.toThrow('broken down');
  });

  it('leaves nothing when the thread ends without a word', async () => {
    mockPreload = [require.resolve('../end-early.cjs')];
    await expect(tryBox(unpackInThread, makeZip(MANY))).rejects.toThrow('ended without a word');
  });
});
