import type { Database } from '../../../connections/connection';
import type { KeptTable } from '../../keeping';

/** A name as PostgreSQL reads it whatever it is. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a statement has it. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A table, a function or an index by its full name: who writes may search other schemas first. */
export const inSchema = (db: Database, name: string): string => {
  const schema = db.getSchemaName();
  return schema === undefined ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;
};

/** The day of a time, as it is stored: one without a zone is taken as it stands. */
export const dayOf = (value: string): string =>
  `floor(extract(epoch from ${value}) / 86400)::bigint`;

/** What triggers of one table are written with. */
export interface Words {
  readonly counts: string;
  readonly changes: string;
  /** A table by its full name. */
  table(name: string): string;
  /** Whether a row is shown. */
  shown(row: string): string;
  /** The columns of a listing. */
  readonly columns: string;
  /** Their values, from a row and what it is linked to. */
  values(row: string, target: string): string;
}

export const wordsOf = (db: Database, kept: KeptTable): Words => ({
  counts: inSchema(db, `${kept.prefix}counts`),
  changes: inSchema(db, `${kept.prefix}changes`),
  table: (name) => inSchema(db, name),
  shown: (row) => (kept.shownAt === null ? 'true' : `${row}.${quoted(kept.shownAt)} is not null`),
  columns: `row_id, target_id, order_value${kept.locale === null ? '' : ', locale'}`,
  values: (row, target) =>
    [
      `${row}.id, ${target}, ${row}.${quoted(kept.order)}`,
      ...(kept.locale === null ? [] : [`${row}.${quoted(kept.locale)}`]),
    ].join(', '),
});
