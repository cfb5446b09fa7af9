import type { ArchiveEntry } from '../../core/entry';
import { countFile, type Counts } from '../../core/plan/counts';
import { isDue } from '../../core/plan/due';
import { recordKey } from '../../ledger/keys';
import { checksumOf, examineFile, type SeenFile } from './examine';
import { describePlan, type FileOutcome } from './outcome';
import { planBatch } from './plan-batch';
import type { ImportJob } from './prepare';
import { retry } from './retry';
import { writeBatch } from './write-batch';

/** Files that have to be read; all others are as they were. */
const selectDue = async (
  job: ImportJob,
  entries: readonly ArchiveEntry[]
): Promise<readonly SeenFile[]> => {
  const files = entries.map((entry) => ({
    key: recordKey(job.archive, entry.path),
    entry,
    checksum: checksumOf(entry.bytes),
  }));
  const known = await job.planner.records.known(files.map(({ key }) => key));
  for (const { key } of files) job.seen.add(key);
  const { fingerprint, examiner } = job;
  return files.filter(({ key, checksum }) =>
    isDue(known.get(key), { checksum, fingerprint }, examiner.now)
  );
};

const settle = async (
  job: ImportJob,
  due: readonly SeenFile[],
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  if (due.length === 0) return [];
  const files = due.map((file) => examineFile(file, job.examiner));
  const plan = () => planBatch(job.planner, files);
  const { writer } = job;
  if (writer !== null) return retry(() => writeBatch(writer, plan, counts));
  const { files: planned, moved } = await plan();
  for (const key of moved) job.moved.add(key);
  return planned.map(describePlan);
};

/**
 * Imports one batch of files, in one transaction.
 *
 * @returns the counts so far, this batch's included
 */
export const importBatch = async (
  job: ImportJob,
  entries: readonly ArchiveEntry[],
  before: Counts
): Promise<Counts> => {
  const due = await selectDue(job, entries);
  let counts = before;
  for (let rest = due.length; rest < entries.length; rest += 1)
    counts = countFile(counts, 'unchanged', false);
  for (const { path, outcome, repaired, issues } of await settle(job, due, counts)) {
    counts = countFile(counts, outcome, repaired);
    for (const issue of issues) job.options.onIssue({ path, ...issue });
  }
  return counts;
};
