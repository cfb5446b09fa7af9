import { resolveContests } from './addresses/resolve-contests';
import { redoCreations } from './documents/redo-creations';
import { toggleChanges } from './documents/toggle-changes';
import { undoCreations } from './documents/undo-creations';
import { undoRemovals } from './documents/undo-removals';
import { MAX_ID, type PageResult } from './job/process-page';
import type { RollbackCounts } from './job/report';
import { makersOf, type RollbackJob } from './job/rollback-job';
import { termKinds } from '../site/in-locale';
import { removeUnusedTerms } from './terms/remove-unused-terms';
import { redoTermCreations, undoTermCreations } from './terms/undo-term-creations';
import { undoTermRemovals } from './terms/undo-term-removals';

/** Processes one page, which begins after the row with the id `at`. */
type Pass = (counts: RollbackCounts, at: number) => Promise<PageResult>;

/** Undoes an import, the last of what it did first: changes, documents, terms. */
const undoPasses = (job: RollbackJob): [from: number, pass: Pass][] => [
  [
    MAX_ID,
    (counts, below) =>
      toggleChanges(job, counts, { run: job.root, undoneBy: { $null: true } }, below),
  ],
  ...makersOf(job).map((maker): [number, Pass] => [
    0,
    (counts, above) => undoCreations(job, counts, maker, above),
  ]),
  ...termKinds(job.target).flatMap(({ terms }) =>
    makersOf(job).map((maker): [number, Pass] => [
      MAX_ID,
      (counts, below) => undoTermCreations(job, counts, terms, maker, below),
    ])
  ),
];

/** Redoes an import whose rollback is undone, in the opposite order. */
const redoPasses = (job: RollbackJob): [from: number, pass: Pass][] => {
  // Rows of the previous release name only the rollback that removed.
  const removed = [{ madeBy: job.root }, { run: job.undone, madeBy: { $null: true } }];
  return [
    ...termKinds(job.target).flatMap(({ terms }): [number, Pass][] => [
      [MAX_ID, (counts, below) => redoTermCreations(job, counts, terms, below)],
      ...removed.map((where): [number, Pass] => [
        MAX_ID,
        (counts, below) => undoTermRemovals(job, counts, terms, where, below),
      ]),
    ]),
    [0, (counts, above) => redoCreations(job, counts, above)],
    ...removed.map((where): [number, Pass] => [
      MAX_ID,
      (counts, below) => undoRemovals(job, counts, where, below),
    ]),
    [
      MAX_ID,
      (counts, below) =>
        toggleChanges(job, counts, { run: job.root, undoneBy: { $notNull: true } }, below),
    ],
    // Changes that a rollback of the previous release wrote.
    [
      MAX_ID,
      (counts, below) =>
        toggleChanges(job, counts, { run: job.undone, undoneBy: { $null: true } }, below),
    ],
  ];
};

/**
 * Undoes or redoes an import, page by page. At the end unused terms are removed, and contested
 * addresses are given to the posts that they belong to now.
 *
 * @param progress called after every page
 */
export const runPasses = async (
  job: RollbackJob,
  from: RollbackCounts,
  progress: (counts: RollbackCounts) => void
): Promise<void> => {
  const { signal } = job.options;
  let counts = from;
  const passes = [
    ...(job.direction === 'undo' ? undoPasses(job) : redoPasses(job)),
    ...termKinds(job.target).map(({ terms }): [number, Pass] => [
      MAX_ID,
      (sofar, below) => removeUnusedTerms(job, sofar, terms, below),
    ]),
    [0, resolveContests(job)] as [number, Pass],
  ];
  for (const [first, pass] of passes) {
    let at = first;
    while (!signal.aborted) {
      const page = await pass(counts, at);
      if (page === null) break;
      progress((counts = page.counts));
      at = page.last;
    }
  }
};
