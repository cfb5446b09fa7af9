import type { Core } from '@strapi/strapi';
import { engineOf, retryTransaction } from 'strapi-plugin-kit/database';
import { hasStates, readStates, suspend } from './state';

/** Where Strapi keeps what it last made of the database. */
const STORED_SCHEMA = 'strapi_database_schema';

type Tables = Core.Strapi['db']['schema']['schema']['tables'];

const shapeOf = (tables: Tables, name: string): string => {
  const found = tables.find((table) => table.name === name);
  return found === undefined ? '' : JSON.stringify([found.columns, found.foreignKeys]);
};

/** Tells whether Strapi is about to change a table; of what migrations will do nothing is known. */
const foreseeChanges = async ({ db }: Core.Strapi): Promise<(table: string) => boolean> => {
  const isStored = await db.getSchemaConnection().hasTable(STORED_SCHEMA);
  const stored = isStored ? await db.schema.schemaStorage.read() : null;
  if (stored === null || (await db.migrations.shouldRun())) return () => true;
  const before: Tables = stored.schema.tables;
  const now: Tables = db.schema.schema.tables;
  return (table) => shapeOf(before, table) !== shapeOf(now, table);
};

/**
 * Drops triggers before Strapi changes a table that they read: SQLite changes a table by making it
 * anew and refuses that while a trigger names the old one, and PostgreSQL keeps a column that a
 * trigger watches as it is. They are made again, and filled in, when the application starts.
 *
 * To be called by `register`.
 */
export const dropBeforeSync = (strapi: Core.Strapi): void => {
  strapi.hook('strapi::content-types.beforeSync').register(async () => {
    const { db } = strapi;
    if (!(await hasStates(db))) return;
    const states = await readStates(db, db.connection);
    if (states.length === 0) return;
    const { keeping } = engineOf(db);
    const willChange = await foreseeChanges(strapi);
    for (const state of states) {
      const { made } = state;
      if (!made.reads.some(willChange)) continue;
      await suspend(db, state);
      await retryTransaction(db, (trx) =>
        keeping.define(db, trx, keeping.drop(db, made.triggers, []))
      );
    }
  });
};
