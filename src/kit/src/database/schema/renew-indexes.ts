import type { Core } from '@strapi/strapi';

type Database = Core.Strapi['db'];
type Table = Database['schema']['schema']['tables'][number];
type Index = Table['indexes'][number];

/** Where Strapi keeps what it last made of the database. */
const STORED_SCHEMA = 'strapi_database_schema';

const namesOf = ({ columns }: Index): string => columns.join();
const sortedNamesOf = ({ columns }: Index): string => columns.toSorted().join();
const isUnique = ({ type }: Index): boolean => type === 'unique';

/**
 * Whether an index is another one now. Databases tell their columns in any order; only what was
 * last asked of them tells whether that has changed.
 */
const differs = (found: Index, before: Index | undefined, now: Index): boolean =>
  isUnique(found) !== isUnique(now) ||
  sortedNamesOf(found) !== sortedNamesOf(now) ||
  (before !== undefined && namesOf(before) !== namesOf(now));

const find = (indexes: readonly Index[], { name }: Index): Index | undefined =>
  indexes.find((index) => index.name === name);

const drop = async ({ db }: Core.Strapi, table: string, index: Index): Promise<void> => {
  const { name, columns } = index;
  try {
    await db.getSchemaConnection().alterTable(table, (builder) => {
      if (isUnique(index)) builder.dropUnique(columns, name);
      else builder.dropIndex(columns, name);
    });
  } catch (error) {
    // Another process that starts may have been before this one.
    const left = await db.dialect.schemaInspector.getIndexes(table);
    if (find(left, index) !== undefined) throw error;
  }
};

const renewTable = async (
  strapi: Core.Strapi,
  before: Table | undefined,
  now: Table
): Promise<void> => {
  const { db } = strapi;
  // Nothing was asked of the database that is not asked of it now: the common start.
  if (before && JSON.stringify(before.indexes) === JSON.stringify(now.indexes)) return;
  if (!(await db.getSchemaConnection().hasTable(now.name))) return;
  for (const found of await db.dialect.schemaInspector.getIndexes(now.name)) {
    const last = before && find(before.indexes, found);
    const wanted = find(now.indexes, found);
    const isOld = wanted === undefined ? last !== undefined : differs(found, last, wanted);
    if (isOld) await drop(strapi, now.name, found);
  }
};

/**
 * Drops indexes that the schemas of some types no longer have, or have otherwise, before Strapi makes
 * the new ones. With "settings.forceMigration: false" Strapi drops none: an old one would cost every
 * write its time, and one that has kept its name fails the start ("already exists"). What a schema
 * has never asked for is left alone.
 *
 * To be called by `register`.
 *
 * @param prefix what the types' uids begin with
 */
export const renewIndexes = (strapi: Core.Strapi, prefix: string): void => {
  strapi.hook('strapi::content-types.beforeSync').register(async () => {
    const { db } = strapi;
    // To read it makes it, and plugins are called all at once; a new database has no old indexes.
    if (!(await db.getSchemaConnection().hasTable(STORED_SCHEMA))) return;
    const stored = await db.schema.schemaStorage.read();
    for (const { uid } of Object.values(strapi.contentTypes)) {
      if (!uid.startsWith(prefix)) continue;
      const { tableName } = db.metadata.get(uid);
      const isIts = ({ name }: Table) => name === tableName;
      const now = db.schema.schema.tables.find(isIts);
      if (now !== undefined) await renewTable(strapi, stored?.schema.tables.find(isIts), now);
    }
  });
};
