import type { ArchiveDetail } from '../../../server/src/panel/contract';
import type { Task } from '../../../server/src/panel/task-contract';
import { isWorking } from './task-state';

/**
 * What is to be done next with an archive:
 *
 * 1. `wait` while its files are unpacked or a task is at work;
 * 2. `replace` what was refused;
 * 3. `solve` what keeps it from being opened;
 * 4. `import` what was previewed since the last import;
 * 5. `preview` otherwise.
 */
export type Step = 'wait' | 'replace' | 'solve' | 'import' | 'preview';

/** Whether a task was started after another one. */
export const isLater = (one: Task, other: Task): boolean =>
  Date.parse(one.startedAt) > Date.parse(other.startedAt);

/** What is to be done next with an archive. */
export const nextStep = (
  archive: Pick<ArchiveDetail, 'state' | 'opened' | 'preview' | 'lastImport'>
): Step => {
  const { state, opened, preview, lastImport } = archive;
  const isBusy = [preview, lastImport].some((task) => task !== null && isWorking(task));
  if (state === 'unpacking' || isBusy) return 'wait';
  if (state === 'refused') return 'replace';
  if (opened === null) return 'solve';
  return preview?.state === 'finished' && (lastImport === null || isLater(preview, lastImport))
    ? 'import'
    : 'preview';
};
