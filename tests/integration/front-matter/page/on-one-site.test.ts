import { onEachDatabase } from '../../harness/on-each-database';
import { archives } from './archives.suite';
import { mapping } from './mapping.suite';
import { conflictsOfPage } from './conflicts.suite';
import { desk } from './desk.suite';
import { edited } from './edited.suite';
import { refusals } from './refusals.suite';
import { rights } from './rights.suite';
import { runsOfPage } from './runs.suite';
import { someFilesOfPage } from './some-files.suite';

onEachDatabase([
  ...[rights, archives, refusals, edited, mapping],
  ...[someFilesOfPage, desk, conflictsOfPage, runsOfPage],
]);
