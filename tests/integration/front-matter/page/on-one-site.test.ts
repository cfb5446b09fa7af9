import { onEachDatabase } from '../../harness/on-each-database';
import { archives } from './archives.suite';
import { rights } from './rights.suite';
import { runsOfPage } from './runs.suite';

onEachDatabase([rights, archives, runsOfPage]);
