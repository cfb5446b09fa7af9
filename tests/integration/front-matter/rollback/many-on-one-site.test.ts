import { onEachDatabase } from '../../harness/on-each-database';
import { rollbackPlans } from './plans.suite';
import { sequences } from './sequences.suite';

onEachDatabase([sequences, rollbackPlans]);
