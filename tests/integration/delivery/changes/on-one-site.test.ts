import { onEachDatabase } from '../../harness/on-each-database';
import { followers } from './writes.suite';
import { feed } from './feed.suite';

onEachDatabase([followers, feed]);
