import type { Task } from '../../panel/task-contract';
import { isDeserted } from './is-deserted';
import type { TaskRow } from './tasks';

const isOver = ({ state }: TaskRow): boolean => state !== 'starting' && state !== 'running';

/** Milliseconds that are left at the rate so far. */
const timeLeft = ({ total, rate, counts, state }: TaskRow): number | null => {
  if (state !== 'running' || total === null || !rate) return null;
  const done =
    counts.found ?? sum([counts.removed, counts.restored, counts.recreated, counts.left]);
  return Math.round((Math.max(total - done, 0) / rate) * 1000);
};

const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

/** A task as the page shows it. One whose process has died is interrupted, though nobody has marked it yet. */
export const describeTask = (row: TaskRow): Task => ({
  key: row.key,
  kind: row.kind,
  state: !isOver(row) && isDeserted(row) ? 'interrupted' : row.state,
  archive: row.archiveKey,
  archiveName: row.archiveName,
  run: row.run,
  undoes: row.undoes,
  startedBy: row.startedBy,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  fileCount: row.fileCount,
  settles: row.settles === true,
  total: row.total,
  counts: row.counts,
  rate: row.rate,
  timeLeft: timeLeft(row),
  isCancelled: row.isCancelled === true,
  failure: row.failure,
  message: row.message,
  codes: row.report?.codes ?? [],
  posts: row.report?.posts ?? [],
});

/** Whether a task is at work, or about to be. */
export const isActive = (row: TaskRow): boolean => !isOver(row) && !isDeserted(row);
