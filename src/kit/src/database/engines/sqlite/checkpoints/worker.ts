import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

import type { CheckpointResult, CheckpointSetup } from './protocol';

/** What is used here of better-sqlite3. */
type Sqlite = new (filename: string) => { pragma(statement: string): unknown };

/** Checkpoints what has been committed, whenever it is asked; a passive checkpoint waits for nobody. */
const serve = ({ filename, driver }: CheckpointSetup): void => {
  const Database = createRequire(driver)(driver) as Sqlite;
  const connection = new Database(filename);
  connection.pragma('synchronous = FULL');
  parentPort?.on('message', () => {
    const [result] = connection.pragma('wal_checkpoint(PASSIVE)') as readonly CheckpointResult[];
    parentPort?.postMessage(result);
  });
};

serve(workerData as CheckpointSetup);
