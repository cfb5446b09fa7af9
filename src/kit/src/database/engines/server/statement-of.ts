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

/** The form of a statement that only reads, by any connection; null for others. It is made once. */
export const readOf = (builder: StatementBuilder): QueryForm | null => {
  if (builder._connection !== undefined) return null;
  const made = builder.toSQL() as { readonly sql?: unknown };
  builder.toSQL = () => made;
  if (typeof made.sql !== 'string' || !READS.test(made.sql)) return null;
  return { text: made.sql, searches: SEARCHES.test(made.sql) };
};

/** How many rows Knex answers with, or the driver where it is asked by `raw`. */
export const countRows = (answer: unknown): number => {
  const { rows = answer } = (answer ?? {}) as { readonly rows?: unknown };
  if (!Array.isArray(rows)) return 0;
  const [first]: unknown[] = rows;
  return Array.isArray(first) && rows.length === 2 ? first.length : rows.length;
};
