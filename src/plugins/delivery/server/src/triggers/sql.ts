import type { Database, KeptTable } from 'strapi-plugin-kit/database';

/** The name of a column, as a statement has it. */
export const column = (db: Database, name: string): string =>
  db.connection.raw('??', [name]).toQuery();

/** The full name of a table, as a statement has it. */
export const table = (db: Database, name: string): string => {
  const schema = db.getSchemaName();
  return column(db, schema === undefined ? name : `${schema}.${name}`);
};

/** Whether a row of a type is shown. */
export const shown = (
  db: Database,
  { shownAt }: Pick<KeptTable, 'shownAt'>,
  row: string
): string => (shownAt === null ? '1 = 1' : `${row}.${column(db, shownAt)} is not null`);

/** The language that a row is counted under. */
export const localeOf = (
  db: Database,
  { locale }: Pick<KeptTable, 'locale'>,
  row: string
): string => (locale === null ? `''` : `coalesce(${row}.${column(db, locale)}, '')`);

/** A text as a statement has it; names of tables have no quotes in them. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
