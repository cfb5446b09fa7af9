import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type {
  ArchiveDetail,
  ListedArchive,
} from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import type { TestSite } from '../../harness/boot';

/** Packs a folder as people do. */
export const packed = async (folder: string): Promise<Buffer> => {
  const file = `${folder}.tar.gz`;
  execFileSync('tar', ['-czf', file, '-C', path.dirname(folder), path.basename(folder)]);
  const bytes = await readFile(file);
  await rm(file);
  return bytes;
};

/** Milliseconds after which what is waited for does not come any more. */
const LONGEST = 120_000;

/** Asks what the Archives page asks, as somebody who has logged in. */
export const asking = (current: () => TestSite, token: () => string) => {
  const ask = (method: 'get' | 'post' | 'put' | 'delete', address: string) =>
    current().http[method](`/front-matter${address}`).set('authorization', `Bearer ${token()}`);

  /** Asks until an answer is as it has to be. */
  const until = async <Data>(address: string, isDone: (data: Data) => boolean): Promise<Data> => {
    for (const start = performance.now(); performance.now() - start < LONGEST;) {
      const { body } = await ask('get', address).expect(200);
      if (isDone(body.data as Data)) return body.data as Data;
      await setTimeout(100);
    }
    throw new Error(`${address} did not come to what is waited for`);
  };

  const upload = (bytes: Buffer, name = 'archive.tar.gz', more = '') =>
    ask('post', `/archives/upload?file=${encodeURIComponent(name)}${more}`)
      .set('content-type', 'application/octet-stream')
      .send(bytes);

  return {
    ask,
    until,
    upload,

    /** Uploads what can be unpacked, and waits until it is. */
    async add(bytes: Buffer, name?: string, more?: string): Promise<ArchiveDetail> {
      const { body } = await upload(bytes, name, more).expect(200);
      const { key } = body.data as ListedArchive;
      return until<ArchiveDetail>(`/archives/${key}`, ({ state }) => state !== 'unpacking');
    },

    /** Has something done, and waits until that has ended. */
    async have(address: string): Promise<Task> {
      const { body } = await ask('post', address).expect(200);
      const { key } = body.data as Task;
      return until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    },
  };
};

/**
 * Has a suite's tasks done by the site itself: an application takes seconds to start, and other suites see how tasks get
 * on in processes of their own.
 */
export const tasksInSite = (current: () => TestSite): void => {
  const doneBy = (tasks: 'process' | 'site'): void => {
    current().strapi.config.set('plugin::front-matter.archives.tasks', tasks);
  };
  beforeAll(() => doneBy('site'));
  afterAll(() => doneBy('process'));
};
