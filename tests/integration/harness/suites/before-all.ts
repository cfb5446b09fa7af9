import '../environment';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { allDatabases, type DatabaseKind, type TestDatabase } from '../databases';
import { offerStarted } from '../database/started-database';

const root = path.join(__dirname, '..', '..', '..', '..');
const made: TestDatabase[] = [];

/** Starts the application on a new database, which suites then copy instead of starting anew. */
const makeStarted = async (kind: DatabaseKind): Promise<void> => {
  const database = await kind.create();
  made.push(database);
  await promisify(execFile)(process.execPath, [path.join(__dirname, 'start-once.cjs'), root], {
    cwd: root,
    env: { ...process.env, ...database.environment },
  });
  offerStarted(kind, database);
};

export default async function beforeAllSuites(): Promise<void> {
  await Promise.all(allDatabases.map(makeStarted));
}

/** Drops what was made before the suites. */
export const dropStarted = async (): Promise<void> => {
  await Promise.all(made.map((database) => database.drop()));
};
