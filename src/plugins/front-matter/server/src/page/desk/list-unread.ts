import type { Core } from '@strapi/strapi';

import { isCorrectable } from '../../core/codes/correctable';
import { corrections } from '../../ledger/corrections';
import { recordKey } from '../../ledger/keys';
import { records } from '../../ledger/records/records';
import type { UnreadFile, UnreadPage } from '../../panel/desk-contract';
import type { ArchiveRow } from '../archives/archives';
import { openArchiveFile } from '../archives/read-archive-file';
import { storageOf } from '../storage';
import { isActive } from '../tasks/describe-task';
import { issuesFile } from '../tasks/issues-file';
import { tasksOf, type TaskRow } from '../tasks/tasks';
import { checksumNow } from './checksum-now';
import { readUnread, type ToldFile } from './unread-files';

/**
 * What has told which files cannot be read: every preview and every import of all files looks at them
 * anew, so that the newest one knows best. One that has gone through all of them comes first.
 */
const findTeller = async (
  strapi: Core.Strapi,
  { key, changedAt }: ArchiveRow
): Promise<TaskRow | null> => {
  const tasks = tasksOf(strapi);
  const preview = await tasks.newest(key, 'preview');
  const found = [preview, await tasks.newestWhole(key)]
    .filter((task) => task !== null)
    // What was found before a change says little of what is there now.
    .filter((task) => task.kind === 'import' || task.startedAt >= changedAt)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return found.find(({ state }) => state === 'finished') ?? found[0] ?? null;
};

/** Statuses of records whose files are no posts. */
const NO_POST = new Set(['quarantined', 'skipped']);

/** What has become of files since it was said that they cannot be read. */
const statesOf = async (
  strapi: Core.Strapi,
  { name, root }: ArchiveRow,
  files: readonly ToldFile[]
): Promise<readonly UnreadFile['state'][]> => {
  const paths = files.map(({ path }) => path);
  const known = await records(strapi).known(paths.map((path) => recordKey(name, path)));
  const made = await corrections(strapi).ofPaths(name, paths);
  const states: UnreadFile['state'][] = [];
  for (const path of paths) {
    const record = known.get(recordKey(name, path));
    const isPost = record !== undefined && !NO_POST.has(record.status);
    const own = made.filter((correction) => correction.path === path);
    const isThere = root !== null && (await isOpen(root, path));
    if (!isThere) states.push('gone');
    else if (!isPost && own.length === 0) states.push('waiting');
    else {
      const now = await checksumNow(root, path);
      if (isPost && record.checksum === now) states.push('imported');
      else states.push(own.some(({ checksum }) => checksum === now) ? 'corrected' : 'waiting');
    }
  }
  return states;
};

const isOpen = async (root: string, path: string): Promise<boolean> => {
  const handle = await openArchiveFile(root, path);
  await handle?.close();
  return handle !== null;
};

/** A page of the files of an archive that could not be read, with what has become of them. */
export const listUnread = async (
  strapi: Core.Strapi,
  archive: ArchiveRow,
  after: number
): Promise<UnreadPage> => {
  const teller = await findTeller(strapi, archive);
  if (teller === null) return { files: [], next: null, task: null };
  const report = issuesFile(storageOf(strapi).task(teller.key));
  const { files, next } = await readUnread(report, after, !isActive(teller));
  const states = await statesOf(strapi, archive, files);
  return {
    files: files.map(({ path, issues }, index) => {
      const state = states[index] ?? 'waiting';
      // A file that cannot be opened is not gone for that.
      const canBe = isCorrectable(issues);
      return { path, issues, state: canBe ? state : 'waiting', isCorrectable: canBe };
    }),
    next,
    task: { kind: teller.kind === 'preview' ? 'preview' : 'import', startedAt: teller.startedAt },
  };
};
