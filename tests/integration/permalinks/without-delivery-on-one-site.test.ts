import { onEachDatabase } from '../harness/on-each-database';
import { resolve } from './resolve/resolve.suite';
import { plans } from './resolve/plans.suite';

onEachDatabase([
  resolve,
  // The last: an index is gone afterwards.
  plans,
]);
