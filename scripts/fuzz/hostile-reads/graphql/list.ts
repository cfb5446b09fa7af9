import type { HostileRead } from '../read';
import { DOCUMENTS } from './documents';
import { FILTERS } from './filters';
import { FRAGMENTS } from './fragments';
import { LISTS } from './lists';
import { REQUESTS } from './requests';
import { VALUES } from './values';

/** What may be asked of GraphQL, and how. */
export const GRAPHQL_READS: readonly HostileRead[] = [
  ...FRAGMENTS,
  ...FILTERS,
  ...DOCUMENTS,
  ...LISTS,
  ...VALUES,
  ...REQUESTS,
];
