import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

import type { LogSetup, Moved } from './protocol';

/** What is used here of better-sqlite3. */
type Sqlite = new (filename: string) => { pragma(statement: string): unknown };

/** Moves what has been committed from the log to the file, whenever it is asked; waits for nobody. */
const serve = ({ filename, driver }: LogSetup): void => {
  const Database = createRequire(driver)(driver) as Sqlite;
  const connection = new Database(filename);
  connection.pragma('synchronous = FULL');
  parentPort?.on('message', () => {
    const [moved] = connection.pragma('wal_checkpoint(PASSIVE)') as readonly Moved[];
    parentPort?.postMessage(moved);
  });
};

serve(workerData as LogSetup);
