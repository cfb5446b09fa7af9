import { MAX_ID, makersOf, type Page, type RollbackJob } from './job';
import { flipChanges } from './flip-changes';
import { redoCreations, reviveCreations, undoCreations } from './flip-creations';
import { settleContests } from './settle-contests';
import type { RollbackCounts } from './report';
import { redoTerms, reviveRemovedTerms, sweepTerms, undoTerms } from './undo-terms';

type Walk = (counts: RollbackCounts, at: number) => Promise<Page>;

/** What an import did, the last first: changes, documents, terms. */
const walksOfUndo = (job: RollbackJob): [from: number, walk: Walk][] => [
  [
    MAX_ID,
    (counts, below) =>
      flipChanges(job, counts, { run: job.root, undoneBy: { $null: true } }, below),
  ],
  ...makersOf(job).map((maker): [number, Walk] => [
    0,
    (counts, above) => undoCreations(job, counts, maker, above),
  ]),
  ...job.target.terms.flatMap((terms) =>
    makersOf(job).map((maker): [number, Walk] => [
      MAX_ID,
      (counts, below) => undoTerms(job, counts, terms, maker, below),
    ])
  ),
];

/** What a rollback took back, the other way round. */
const walksOfRedo = (job: RollbackJob): [from: number, walk: Walk][] => {
  // Rows of the release before name the rollback that removed alone.
  const removed = [{ madeBy: job.root }, { run: job.undone, madeBy: { $null: true } }];
  return [
    ...job.target.terms.flatMap((terms): [number, Walk][] => [
      [MAX_ID, (counts, below) => redoTerms(job, counts, terms, below)],
      ...removed.map((where): [number, Walk] => [
        MAX_ID,
        (counts, below) => reviveRemovedTerms(job, counts, terms, where, below),
      ]),
    ]),
    [0, (counts, above) => redoCreations(job, counts, above)],
    ...removed.map((where): [number, Walk] => [
      MAX_ID,
      (counts, below) => reviveCreations(job, counts, where, below),
    ]),
    [
      MAX_ID,
      (counts, below) =>
        flipChanges(job, counts, { run: job.root, undoneBy: { $notNull: true } }, below),
    ],
    // What the release before wrote to undo a run.
    [
      MAX_ID,
      (counts, below) =>
        flipChanges(job, counts, { run: job.undone, undoneBy: { $null: true } }, below),
    ],
  ];
};

/**
 * Takes back what an import did, or lets it stand again, page by page. In the end those terms go
 * that have nobody left, and addresses that several posts ask for lead to the ones that they are.
 *
 * @param progress told after every page
 */
export const undoAll = async (
  job: RollbackJob,
  from: RollbackCounts,
  progress: (counts: RollbackCounts) => void
): Promise<void> => {
  const { signal } = job.options;
  let counts = from;
  const walks = [
    ...(job.direction === 'undo' ? walksOfUndo(job) : walksOfRedo(job)),
    ...job.target.terms.map((terms): [number, Walk] => [
      MAX_ID,
      (sofar, below) => sweepTerms(job, sofar, terms, below),
    ]),
    [0, settleContests(job)] as [number, Walk],
  ];
  for (const [first, walk] of walks) {
    let at = first;
    while (!signal.aborted) {
      const page = await walk(counts, at);
      if (page === null) break;
      progress((counts = page.counts));
      at = page.last;
    }
  }
};
