import { OPERATION_NAMES, type OperationName } from './operations';

/** How a document is before a race: its draft alone; published; published, and changed since. */
const STARTS = ['draft', 'published', 'changed'] as const;
export type Start = (typeof STARTS)[number];

/** A race that is to be run. */
export interface PlannedRace {
  readonly operations: readonly OperationName[];
  readonly start: Start;
  /** For each operation, which of the server processes is asked, and after how many milliseconds. */
  readonly turns: readonly { readonly process: number; readonly after: number }[];
}

export interface RacePlan {
  /** How often each pair is raced. */
  readonly pairs: number;
  readonly triples: number;
  readonly seed: number;
  /** The operations that are raced. */
  readonly only: readonly OperationName[];
}

/** What operations begin apart at most, in milliseconds; a third of the races begin at once. */
const APART = 12;

/** Numbers in [0, 1) that look random and are the same for each seed (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Every choice of so many operations, one and the same more than once included. */
const choices = (names: readonly OperationName[], count: number): (readonly OperationName[])[] =>
  count === 0
    ? [[]]
    : names.flatMap((name, index) =>
        choices(names.slice(index), count - 1).map((others) => [name, ...others])
      );

const PUBLISHING = new Set<OperationName>([
  'publish',
  'rest-publish',
  'graphql-update',
  'bulk-publish',
]);
const OF_PUBLISHED = new Set<OperationName>(['unpublish', 'discard', 'bulk-unpublish']);

/** The states that operations can be raced from: what needs a published row, with one. */
const startsOf = (operations: readonly OperationName[]): readonly Start[] =>
  operations.some((name) => OF_PUBLISHED.has(name)) &&
  !operations.some((name) => PUBLISHING.has(name))
    ? STARTS.filter((start) => start !== 'draft')
    : STARTS;

/**
 * All races of a plan: each choice of operations from each start in turns, on one server process
 * and on two. Two imports are never raced: the second is refused whatever it would do.
 */
export function* racesOf({ pairs, triples, seed, only }: RacePlan): Generator<PlannedRace> {
  const names = OPERATION_NAMES.filter((name) => only.includes(name));
  const chance = numbers(seed);
  const isRaced = (operations: readonly OperationName[]): boolean =>
    operations.filter((name) => name === 'import').length < 2;
  const kinds = [
    ...choices(names, 2).map((operations) => ({ operations, times: pairs })),
    ...choices(names, 3).map((operations) => ({ operations, times: triples })),
  ].filter(({ operations }) => isRaced(operations));
  const most = Math.max(pairs, triples);
  const first = Math.floor(chance() * 6);
  for (let round = 0; round < most; round += 1) {
    for (const [index, { operations, times }] of kinds.entries()) {
      if (round >= times) continue;
      const starts = startsOf(operations);
      const start = starts[(first + round + index) % starts.length] ?? 'published';
      const spread = (Math.floor(round / starts.length) + index) % 2 === 0 ? 1 : 0;
      const apart = chance() < 1 / 3 ? 0 : APART;
      const offset = chance() < 0.5 ? 0 : 1;
      const turns = operations.map((_, turn) => ({
        process: (offset + turn * spread) % 2,
        after: Math.round(chance() * apart),
      }));
      yield { operations, start, turns };
    }
  }
}
