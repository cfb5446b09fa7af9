import { onEachDatabase } from '../../harness/on-each-database';
import { listsByOrigin } from './lists.suite';
import { origins } from './origin.suite';

onEachDatabase([origins, listsByOrigin]);
