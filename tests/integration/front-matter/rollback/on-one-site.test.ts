import { onEachDatabase } from '../../harness/on-each-database';
import { releaseBefore } from '../sites/release-before.suite';
import { rollbackOrder } from './order.suite';
import { rollback } from './rollback.suite';

onEachDatabase([rollback, rollbackOrder, releaseBefore]);
