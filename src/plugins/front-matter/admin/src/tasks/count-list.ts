import type { TaskCounts, UndoneCounts } from '../../../server/src/panel/task-contract';

/** What files come to, in the order in which it is shown. */
const OF_IMPORTS = [
  'created',
  'updated',
  'unchanged',
  'conflicts',
  'quarantined',
  'skipped',
  'repaired',
  'missing',
] as const satisfies readonly (keyof TaskCounts)[];

/** What documents come to when a run is undone. */
const OF_ROLLBACKS = [
  'removed',
  'restored',
  'recreated',
  'left',
] as const satisfies readonly (keyof UndoneCounts)[];

type CountName = (typeof OF_IMPORTS | typeof OF_ROLLBACKS)[number];

/** How many came to one thing. */
export interface NamedCount {
  readonly name: CountName;
  readonly count: number;
}

/** The counts of a task or a run in their order; those that are not there are 0. */
export const countList = (
  kind: 'preview' | 'import' | 'rollback',
  counts: Partial<TaskCounts & UndoneCounts>
): readonly NamedCount[] =>
  (kind === 'rollback' ? OF_ROLLBACKS : OF_IMPORTS).map((name) => ({
    name,
    count: counts[name] ?? 0,
  }));

/** Those of them that are not 0. */
export const countsToTell = (...counted: Parameters<typeof countList>): readonly NamedCount[] =>
  countList(...counted).filter(({ count }) => count > 0);
