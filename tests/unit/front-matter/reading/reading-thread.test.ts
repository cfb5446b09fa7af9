import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import workers, { Worker } from 'node:worker_threads';

import { type FileReader, openArchive, startReader } from 'strapi-plugin-front-matter/reader';

type Setup = Parameters<FileReader['open']>[0];

const OPTIONS = { dialect: 'jekyll', posts: [], timezone: 'UTC' } as const;

/** Threads are loaded from the compiled package, as a site loads them; each that starts is counted. */
class CountedWorker extends Worker {
  static started = 0;
  constructor(...started: ConstructorParameters<typeof Worker>) {
    super(...started);
    CountedWorker.started += 1;
  }
}

let folder: string;

const writePosts = async (name: string, count: number): Promise<string> => {
  const root = path.join(folder, name);
  await mkdir(path.join(root, '_posts'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const file = `2024-01-01-${name}-${String(number).padStart(4, '0')}.md`;
    await writeFile(path.join(root, '_posts', file), `---\ntitle: ${name} ${number}\n---\n正文\n`);
  }
  return root;
};

const setupOf = async (root: string): Promise<Setup> => {
  const archive = await openArchive(root, OPTIONS);
  return {
    location: root,
    options: OPTIONS,
    dialect: archive.dialect,
    files: archive.files.packed,
    only: null,
    corrected: new Map(),
    archive: archive.name,
    batchLimit: 10,
    layout: { fields: new Map(), keys: new Map(), terms: [], draftAndPublish: true },
    locales: { locales: null, fallback: null },
    sourceRules: {},
    sourceAttributes: null,
    now: 0,
  };
};

/** The paths of an archive, or of its first batches, read by a reader of its own. */
const read = async (setup: Setup, batches = Number.POSITIVE_INFINITY): Promise<string[]> => {
  const reader = startReader();
  reader.open(setup);
  const paths: string[] = [];
  try {
    for (let batch = 0; batch < batches; batch += 1) {
      const found = await reader.next();
      if (found.length === 0) break;
      const take = await reader.read(found);
      paths.push(...take().map((file) => file.path));
    }
  } finally {
    await reader.close();
  }
  return paths;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reading-thread-'));
  workers.Worker = CountedWorker;
});

afterAll(async () => {
  workers.Worker = Worker;
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  CountedWorker.started = 0;
});

describe('the thread that reads an archive', () => {
  it('is taken by the next reader, and reads nothing of the archive before', async () => {
    const first = await setupOf(await writePosts('first', 35));
    const second = await setupOf(await writePosts('second', 15));
    expect(await read(first)).toHaveLength(35);
    const before = CountedWorker.started;
    expect(before).toBeLessThanOrEqual(1);
    expect(await read(first, 1)).toHaveLength(10);
    const paths = await read(second);
    expect(paths).toHaveLength(15);
    expect(paths.every((file) => file.includes('second'))).toBe(true);
    expect(CountedWorker.started).toBe(before);
  });

  it('is one of its own for each of two readers at a time', async () => {
    const setup = await setupOf(await writePosts('both', 25));
    const all = await Promise.all([read(setup), read(setup)]);
    expect(all.map(({ length }) => length)).toEqual([25, 25]);
  });

  it('is not taken again once its archive could not be opened, and the next reads it when it is back', async () => {
    const root = await writePosts('gone', 5);
    const setup = await setupOf(root);
    await rename(root, `${root}-away`);
    await expect(read(setup)).rejects.toThrow(/gone/);
    await expect(read(setup)).rejects.toThrow(/gone/);
    await rename(`${root}-away`, root);
    expect(await read(setup)).toHaveLength(5);
  });

  it('ends with its reader where it has read more than two thousand files', async () => {
    const small = await setupOf(await writePosts('small', 5));
    const large = { ...(await setupOf(await writePosts('large', 2_001))), batchLimit: 500 };
    // Those that wait from the tests before are taken first.
    const waiting = [startReader(), startReader()];
    CountedWorker.started = 0;
    expect(await read(large)).toHaveLength(2_001);
    expect(CountedWorker.started).toBe(1);
    await read(small);
    expect(CountedWorker.started).toBe(2);
    await read(small);
    expect(CountedWorker.started).toBe(2);
    await Promise.all(waiting.map((reader) => reader.close()));
  });
});
