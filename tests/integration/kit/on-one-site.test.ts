import { onEachDatabase } from '../harness/on-each-database';
import { documentsInTurn } from './documents-in-turn.suite';
import { preparedReads } from './prepared-reads.suite';
import { visitorsTransactions } from './visitors-transactions.suite';

onEachDatabase([documentsInTurn, preparedReads, visitorsTransactions]);
