import type { QueryForm } from '../../connections/reads-apart';

/** A statement in Knex's hands. */
export interface StatementBuilder {
  toSQL(): unknown;
  /** Set where it is told by which connection it goes. */
  readonly _connection?: object;
}

const READS = /^\s*(?:select|with)\b/iu;

/** It looks into texts, which no index serves. */
const SEARCHES = /\bi?like\b/iu;

/** The form of a statement that only reads; null for others. */
export const formOfRead = (sql: string): QueryForm | null =>
  READS.test(sql) ? { text: sql, searches: SEARCHES.test(sql) } : null;

/** The form of a statement that only reads, by any connection; null for others. It is made once. */
export const readOf = (builder: StatementBuilder): QueryForm | null => {
  if (builder._connection !== undefined) return null;
  const made = builder.toSQL() as { readonly sql?: unknown };
  builder.toSQL = () => made;
  return typeof made.sql === 'string' ? formOfRead(made.sql) : null;
};

/** How many rows Knex answers with, or the driver where it is asked by `raw`. */
export const countRows = (answer: unknown): number => {
  const { rows = answer } = (answer ?? {}) as { readonly rows?: unknown };
  if (!Array.isArray(rows)) return 0;
  const [first]: unknown[] = rows;
  return Array.isArray(first) && rows.length === 2 ? first.length : rows.length;
};

/** Milliseconds that are explained: of a statement, and of each of its rows. */
const EXPLAINED = { statement: 50, row: 0.2 };

/** How long a statement may have taken that has answered with so many rows, in milliseconds. */
export const explainedBy = (rows: number): number => EXPLAINED.statement + rows * EXPLAINED.row;
