import type { Database } from '../connections/connection';

/** What comes before a table's name in a statement: the schema that a database is set to, with its dot. */
export const schemaOf = (db: Database): string => {
  const schema = db.getSchemaName();
  return schema ? `${db.connection.raw('??', [schema]).toSQL().sql}.` : '';
};

/** Whether a table of MySQL or MariaDB has an index: they make none "if not exists". */
export const hasIndex = async (db: Database, table: string, name: string): Promise<boolean> => {
  const found: unknown = await db.connection.raw('show index from ?? where Key_name = ?', [
    table,
    name,
  ]);
  return Array.isArray(found) && Array.isArray(found[0]) && found[0].length > 0;
};
