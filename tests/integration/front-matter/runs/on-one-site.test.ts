import { onEachDatabase } from '../../harness/on-each-database';
import { locking } from './locking.suite';
import { entryEvents } from './entry-events.suite';
import { runNumbers } from './run-numbers.suite';
import { liveSite } from './live-site.suite';
import { siteLog } from './site-log.suite';
import { webhook } from './webhook.suite';

onEachDatabase([
  locking,
  runNumbers,
  liveSite,
  entryEvents,
  siteLog,
  // The last: its webhook is still there afterwards.
  webhook,
]);
