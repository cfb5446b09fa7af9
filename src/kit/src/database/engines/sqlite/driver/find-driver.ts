import { createRequire } from 'node:module';
import path from 'node:path';

/** From an app to the driver that its connection has: each finds the next as Node does. */
const WAY = ['@strapi/strapi', '@strapi/database', 'knex'];

/**
 * A file of the SQLite driver that Strapi's connection has; null where it is not to be found.
 *
 * @param root the app's
 */
export const findDriver = (
  root: string,
  file: 'better-sqlite3' | 'better-sqlite3/package.json' = 'better-sqlite3'
): string | null => {
  try {
    return [...WAY, file].reduce(
      (from, module) => createRequire(from).resolve(module),
      path.join(root, 'package.json')
    );
  } catch {
    return null;
  }
};
