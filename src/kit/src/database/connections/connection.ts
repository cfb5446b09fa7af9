import type { Core } from '@strapi/strapi';

export type Database = Core.Strapi['db'];

/** A connection, or a transaction on one. */
export type Connection = Database['connection'];

/** The connection that a transaction's statements have to go through. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]['trx'];

/** One table's query, in the schema that the database is set to. */
export type TableQuery = ReturnType<Connection>;

/** A query on a table within a transaction. */
export const within = (db: Database, trx: Connection, table: string): TableQuery => {
  const schema = db.getSchemaName();
  return schema ? trx(table).withSchema(schema) : trx(table);
};
