import { countFile, type Counts } from '../../core/plan/counts';
import { isDue } from '../../core/plan/due';
import type { ExaminedFile, SeenFile } from '../reading/examine';
import type { FileReader } from '../reading/file-reader';
import type { FileOutcome } from './outcome';
import { inSlices } from './in-slices';
import { planBatch } from './plan-batch';
import type { ImportJob } from './prepare';
import { retry } from './retry';
import { writeBatch } from './write-batch';

/** Files on their way: how many there are, and those that are due, being read. */
export interface Batch {
  readonly found: number;
  readonly due: number;
  /** Keys of the files that the ledger knows. */
  readonly known: ReadonlySet<string>;
  readonly examined: Promise<readonly ExaminedFile[]>;
}

/** Files that have to be read; all others are as they were. */
const selectDue = async (
  job: ImportJob,
  files: readonly SeenFile[]
): Promise<{ readonly due: readonly SeenFile[]; readonly known: ReadonlySet<string> }> => {
  const known = await job.planner.records.known(files.map(({ key }) => key));
  const { fingerprint, now } = job;
  const due = files.filter(({ key, checksum }) =>
    isDue(known.get(key), { checksum, fingerprint }, now)
  );
  return { due, known: new Set(known.keys()) };
};

/** Whoever takes a promise sees its failure; until then nobody else is to be told of it. */
const later = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => undefined);
  return promise;
};

/** How many batches may lie ready: reading one takes about as long as writing one, now more, now less. */
const AHEAD = 2;

/**
 * The batches of an archive. While one is written, those after it are read, and files are listed
 * as far ahead: only between two batches can the database be asked which of them are due.
 */
export async function* readBatches(job: ImportJob, reader: FileReader): AsyncGenerator<Batch> {
  const listings = Array.from({ length: AHEAD }, () => later(reader.next()));
  const ahead: Batch[] = [];
  for (;;) {
    const files = await (listings.shift() ?? []);
    if (files.length > 0) {
      const { due, known } = await selectDue(job, files);
      const examined = later(reader.examine(due));
      listings.push(later(reader.next()));
      ahead.push({ found: files.length, due: due.length, known, examined });
      if (ahead.length <= AHEAD) continue;
    }
    const batch = ahead.shift();
    if (batch === undefined) return;
    yield batch;
  }
}

/** Documents that are revised in one transaction: each takes some ten milliseconds. */
const REVISED = 40;

/** Documents are made all at once, and revised one by one: nobody is to wait for hundreds of these. */
const partsOf = (
  files: readonly ExaminedFile[],
  known: ReadonlySet<string>
): Iterable<readonly ExaminedFile[]> =>
  inSlices(files, files.some(({ key }) => known.has(key)) ? REVISED : files.length);

const settle = async (
  job: ImportJob,
  files: readonly ExaminedFile[],
  known: ReadonlySet<string>,
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  const plan = () => planBatch(job.planner, files, known);
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
 * Imports one batch of files, in one transaction, or in a few where documents are revised.
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
  for (const files of partsOf(await batch.examined, batch.known)) {
    const outcomes = await settle(job, files, batch.known, counts);
    for (const { path, outcome, repaired, issues } of outcomes) {
      counts = countFile(counts, outcome, repaired);
      for (const issue of issues) job.options.onIssue({ path, ...issue });
    }
  }
  return counts;
};
