import { chunks } from 'strapi-plugin-kit/database';

import { countFiles, countUnchanged, type Counts } from '../core/plan/counts';
import type { FittedFile } from '../reading/fit-file';
import type { FileOutcome } from './plan/describe-plan';
import { planBatch } from './plan/plan-batch';
import type { ImportJob } from './job/import-job';
import type { Batch } from './entries/read-batches';
import { retryTransient } from '../run/retry-transient';
import { writeBatch } from './write/write-batch';

/** Documents that are revised in one transaction: each takes some ten milliseconds. */
const REVISED = 40;

/** Documents that are made in one transaction where others write, too, in some fifty milliseconds. */
const BESIDE_OTHERS = 240;

/** Files may turn out to have moved, whose documents are revised though their paths are not known. */
const mayHaveMoved = ({ planner }: ImportJob): boolean =>
  planner.presence.present < planner.presence.recorded;

/**
 * The parts of a batch that are written in one transaction each. Documents are made many at once,
 * and revised one by one: nobody who wants to write is to wait for hundreds of these.
 */
const partsOf = (
  files: readonly FittedFile[],
  known: ReadonlySet<string>,
  inHalves: boolean
): Iterable<readonly FittedFile[]> => {
  if (files.some(({ key }) => known.has(key))) return chunks(files, REVISED);
  return chunks(files, inHalves ? BESIDE_OTHERS : files.length);
};

const planAndWrite = async (
  job: ImportJob,
  files: readonly FittedFile[],
  known: ReadonlySet<string>,
  counts: Counts
): Promise<readonly FileOutcome[]> => {
  const plan = () => planBatch(job.planner, files, known);
  const { writer } = job;
  if (writer !== null) {
    return retryTransient(
      () => writeBatch(writer, plan, counts),
      () => writer.orders.clear()
    );
  }
  const planned = await plan();
  for (const key of planned.moved) job.moved.add(key);
  return job.foresee(planned);
};

/**
 * Imports one batch. Its files live no longer than this does: a batch that is done with and still
 * held on to when the next one comes is moved within the heap for nothing.
 */
async function* importBatch(
  job: ImportJob,
  { found, due, known, fitted }: Batch,
  before: Counts
): AsyncGenerator<Counts> {
  let counts = before;
  if (due < found) {
    counts = countUnchanged(counts, found - due);
    yield counts;
  }
  const take = await fitted;
  const besideOthers = job.writer !== null && (await job.othersWrite());
  const all = take();
  job.languages?.see(all);
  job.notKept?.see(all);
  for (const files of partsOf(all, known, besideOthers || mayHaveMoved(job))) {
    const start = performance.now();
    const outcomes = await planAndWrite(job, files, known, counts);
    const took = performance.now() - start;
    counts = countFiles(counts, outcomes);
    for (const { path, issues } of outcomes) {
      for (const issue of issues) job.options.onIssue({ path, ...issue });
    }
    yield counts;
    await job.pauseForWriters(took, besideOthers);
  }
}

/**
 * Imports batches of files, each in one transaction; in a few where documents are revised, or
 * others write, too.
 *
 * @param before what came before them
 * @returns the counts so far, after every transaction
 */
export async function* importBatches(
  job: ImportJob,
  batches: AsyncIterable<Batch>,
  before: Counts
): AsyncGenerator<Counts> {
  let counts = before;
  for await (const batch of batches) {
    for await (const sofar of importBatch(job, batch, counts)) {
      counts = sofar;
      yield counts;
    }
  }
}
