import { onEachDatabase } from '../../harness/on-each-database';
import { listsByOrigin } from './lists.suite';
import { listsOfMany } from './many.suite';
import { origins } from './origin.suite';

onEachDatabase([origins, listsByOrigin, listsOfMany]);
