import { HEAVY_FILTERS, ODD_FILTERS } from './filters';
import { GRAPHQL_READS } from './graphql/list';
import { ODD_LISTS } from './lists';
import { OTHER_DOORS } from './other-doors';
import type { HostileRead } from './read';

/** Each is to be answered or refused, at once and without a word of SQL, while others are served. */
export const HOSTILE_READS: readonly HostileRead[] = [
  ...HEAVY_FILTERS,
  ...ODD_FILTERS,
  ...ODD_LISTS,
  ...GRAPHQL_READS,
  ...OTHER_DOORS,
];
