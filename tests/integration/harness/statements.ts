import type { Core } from '@strapi/strapi';

/** A statement as it went to the database. */
export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Does work, and answers with every statement that it sent. */
export const statementsOf = async (
  strapi: Core.Strapi,
  work: () => PromiseLike<unknown>
): Promise<Statement[]> => {
  const sent: Statement[] = [];
  const hear = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    // What a connection is set to before it is used is none of the work's.
    if (!/^set (?:session |statement_timeout)/u.test(sql))
      sent.push({ sql, bindings: bindings ?? [] });
  };
  strapi.db.connection.on('query', hear);
  try {
    await work();
  } finally {
    strapi.db.connection.removeListener('query', hear);
  }
  return sent;
};

type Row = Readonly<Record<string, unknown>>;

/** How the database would answer a statement, in its own words. */
export const planOf = async (strapi: Core.Strapi, { sql, bindings }: Statement): Promise<Row[]> => {
  const words = strapi.db.dialect.client === 'sqlite' ? 'explain query plan' : 'explain';
  const reply: unknown = await strapi.db.connection.raw(`${words} ${sql.replace(/\$\d+/gu, '?')}`, [
    ...bindings,
  ] as never);
  const rows = Array.isArray(reply) ? reply : (reply as { rows: Row[] }).rows;
  return Array.isArray(rows[0]) ? rows[0] : rows;
};

/**
 * Whether one line of a plan reads a whole table or a whole index; on SQLite also a search that no
 * column is equal to anything in.
 */
const readsAll = (row: Row): boolean =>
  row['type'] === 'ALL' ||
  row['type'] === 'index' ||
  /^SCAN |^SEARCH [^=]*$|Seq Scan/u.test(String(row['detail'] ?? row['QUERY PLAN'] ?? ''));

/** The lines of a statement's plan by which the database would read a whole table. */
export const scansOf = async (strapi: Core.Strapi, statement: Statement): Promise<string[]> =>
  (await planOf(strapi, statement)).filter(readsAll).map((row) => JSON.stringify(row));

/**
 * Whether one line of a plan sorts, or reads a whole table that nothing asked for all of: each page
 * of a walk would do it again.
 */
const startsOver = (row: Row): boolean =>
  row['type'] === 'ALL' ||
  /Using (?:filesort|temporary)/u.test(String(row['Extra'] ?? '')) ||
  /^SCAN |TEMP B-TREE|Seq Scan|\bSort\b/u.test(String(row['detail'] ?? row['QUERY PLAN'] ?? ''));

/** The lines of a page's plan by which the database would sort, or read a whole table. */
export const detoursOf = async (strapi: Core.Strapi, statement: Statement): Promise<string[]> =>
  (await planOf(strapi, statement)).filter(startsOver).map((row) => JSON.stringify(row));
