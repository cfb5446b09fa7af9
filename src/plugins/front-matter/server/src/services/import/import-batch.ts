import { setTimeout as pause } from 'node:timers/promises';

import { countFiles, countUnchanged, type Counts } from '../../core/plan/counts';
import type { ExaminedFile } from '../reading/examine';
import type { FileOutcome } from './outcome';
import { inSlices } from './in-slices';
import { planBatch } from './plan-batch';
import type { ImportJob } from './prepare';
import type { Batch } from './read-batches';
import { retry } from './retry';
import { writeBatch } from './write-batch';

/** Documents that are revised in one transaction: each takes some ten milliseconds. */
const REVISED = 40;

/** Documents that are made in one transaction where others write, too, in some fifty milliseconds. */
const BESIDE_OTHERS = 240;

/**
 * Whoever waits for SQLite looks again every 25 milliseconds at first, and every 100 later: so long
 * it has to be free for the next who looks to find it so.
 */
const ROOM = 25;

/**
 * Documents are made many at once, and revised one by one: nobody who wants to write is to wait
 * for hundreds of these.
 */
const partsOf = (
  files: readonly ExaminedFile[],
  known: ReadonlySet<string>,
  besideOthers: boolean
): Iterable<readonly ExaminedFile[]> => {
  if (files.some(({ key }) => known.has(key))) return inSlices(files, REVISED);
  return inSlices(files, besideOthers ? BESIDE_OTHERS : files.length);
};

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
  let counts = countUnchanged(before, batch.found - batch.due);
  const take = await batch.examined;
  const besideOthers = job.writer !== null && (await job.othersWrite());
  for (const files of partsOf(take(), batch.known, besideOthers)) {
    const outcomes = await settle(job, files, batch.known, counts);
    counts = countFiles(counts, outcomes);
    for (const { path, issues } of outcomes) {
      for (const issue of issues) job.options.onIssue({ path, ...issue });
    }
    if (besideOthers) await pause(ROOM);
  }
  return counts;
};
