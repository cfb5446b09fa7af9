import { access } from 'node:fs/promises';
import type { Engine } from '../engine';

/** What Knex keeps of a connection's settings. */
interface Settings {
  readonly filename?: string;
}

/**
 * SQLite is in this process, and a statement would answer from memory: what can be away is its file. The file
 * system is asked by another thread.
 */
export const openPing: Engine['openPing'] = (db) => {
  const { filename } = db.connection.client.connectionSettings as Settings;
  return async () => {
    if (filename !== undefined && filename !== ':memory:') await access(filename);
  };
};
