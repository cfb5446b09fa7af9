import { countFile, type Counts } from '../../core/plan/counts';
import { isDue } from '../../core/plan/due';
import type { ExaminedFile, SeenFile } from '../reading/examine';
import type { FileReader } from '../reading/file-reader';
import { isServing } from '../../write/let-others-go';
import { inSlices } from './in-slices';
import type { FileOutcome } from './outcome';
import { planBatch } from './plan-batch';
import type { ImportJob } from './prepare';
import { retry } from './retry';
import { writeBatch } from './write-batch';

/** Files on their way: how many there are, and those that are due, being read. */
export interface Batch {
  readonly found: number;
  readonly due: number;
  readonly examined: Promise<readonly ExaminedFile[]>;
}

/** Files that have to be read; all others are as they were. */
const selectDue = async (
  job: ImportJob,
  files: readonly SeenFile[]
): Promise<readonly SeenFile[]> => {
  const known = await job.planner.records.known(files.map(({ key }) => key));
  for (const { key } of files) job.seen.add(key);
  const { fingerprint, now } = job;
  return files.filter(({ key, checksum }) => isDue(known.get(key), { checksum, fingerprint }, now));
};

/** Whoever takes a promise sees its failure; until then nobody else is to be told of it. */
const later = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => undefined);
  return promise;
};

/**
 * The batches of an archive. While one is written, the next is being read, and the one after it
 * listed.
 */
export async function* readBatches(job: ImportJob, reader: FileReader): AsyncGenerator<Batch> {
  let ahead: Batch | null = null;
  let listing = reader.next();
  for (;;) {
    const files = await listing;
    const due = await selectDue(job, files);
    const examined = later(reader.examine(due));
    if (files.length > 0) listing = later(reader.next());
    if (ahead !== null) yield ahead;
    if (files.length === 0) return;
    ahead = { found: files.length, due: due.length, examined };
  }
}

/** Files that go into one transaction where requests wait for its end: some thirty milliseconds. */
const WHILE_SERVING = 40;

/** SQLite writes on the thread that answers: a server's batches are written in parts. */
const partsOf = (
  { planner, writer }: ImportJob,
  files: readonly ExaminedFile[]
): Iterable<readonly ExaminedFile[]> =>
  inSlices(files, writer !== null && isServing(planner.strapi) ? WHILE_SERVING : files.length);

const settle = async (
  job: ImportJob,
  files: readonly ExaminedFile[],
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  const plan = () => planBatch(job.planner, files);
  const { writer } = job;
  if (writer !== null) {
    return retry(
      () => writeBatch(writer, plan, counts),
      () => writer.orders.clear()
    );
  }
  const planned = await plan();
  for (const key of planned.moved) job.moved.add(key);
  return job.foresee(planned);
};

/**
 * Imports one batch of files, in one transaction, or in a few where requests wait for them.
 *
 * @returns the counts so far, this batch's included
 */
export const importBatch = async (
  job: ImportJob,
  batch: Batch,
  before: Counts
): Promise<Counts> => {
  let counts = before;
  for (let rest = batch.due; rest < batch.found; rest += 1) {
    counts = countFile(counts, 'unchanged', false);
  }
  for (const files of partsOf(job, await batch.examined)) {
    const outcomes = await settle(job, files, counts);
    for (const { path, outcome, repaired, issues } of outcomes) {
      counts = countFile(counts, outcome, repaired);
      for (const issue of issues) job.options.onIssue({ path, ...issue });
    }
  }
  return counts;
};
