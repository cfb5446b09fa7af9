import { DateTime } from 'luxon';
import { ask } from '../claims/ask';
import { chunks, type Connection, type Database } from '../claims/database';
import { Statements } from '../claims/statements';
import type { PathFacts } from '../core/path-words';
import type { PathColumns } from './path-columns';

/** One row of a type, and what its path is rendered from. */
export interface RowFacts extends PathFacts {
  readonly id: number;
  readonly documentId: string;
}

interface Joined {
  readonly id: number;
  readonly documentId: string;
  readonly slug: string | null;
  readonly date: unknown;
  readonly publishedAt: unknown;
  readonly locale: string | null;
  readonly category: string | null;
}

/** Which rows to read: by their own ids, or of documents, all or the published ones. */
export type RowChoice =
  | { readonly ids: readonly number[] }
  | { readonly documents: readonly string[] }
  | { readonly published: readonly string[] };

const kindOf = (choice: RowChoice): 'ids' | 'documents' | 'published' =>
  'ids' in choice ? 'ids' : 'documents' in choice ? 'documents' : 'published';

const wantedOf = (choice: RowChoice): readonly (string | number)[] =>
  'ids' in choice ? choice.ids : 'documents' in choice ? choice.documents : choice.published;

/**
 * Reads what paths are rendered from, one statement for up to 400 rows, categories and all.
 *
 * @param zone the IANA zone that dates are shown in.
 */
export async function readFacts(
  db: Database,
  connection: Connection,
  columns: PathColumns,
  choice: RowChoice,
  zone: string
): Promise<RowFacts[]> {
  const kind = kindOf(choice);
  const found = new Map<number, RowFacts & { readonly categories: string[] }>();
  for (const chunk of chunks(wantedOf(choice))) {
    const statement = statementFor(db, connection, columns, kind, chunk);
    for (const row of await ask<Joined>(db, connection, statement, chunk)) {
      const facts = found.get(row.id) ?? {
        id: row.id,
        documentId: row.documentId,
        slug: row.slug ?? '',
        date: toDateTime(row.date ?? row.publishedAt, zone),
        categories: [],
        locale: row.locale,
      };
      if (row.category !== null && row.category !== '') facts.categories.push(row.category);
      found.set(row.id, facts);
    }
  }
  return [...found.values()];
}

const statements = new WeakMap<PathColumns, Statements>();

/** Every visitor's request reads paths: the statement is put together once for each length. */
function statementFor(
  db: Database,
  connection: Connection,
  columns: PathColumns,
  kind: ReturnType<typeof kindOf>,
  wanted: readonly (string | number)[]
): string {
  const ofType = statements.get(columns) ?? new Statements();
  statements.set(columns, ofType);
  return ofType.text(`${wanted.length} ${kind}`, () => {
    const query = joined(db, connection, columns);
    if (kind === 'ids') return query.whereIn('p.id', wanted);
    query.whereIn(`p.${columns.documentId}`, wanted);
    return kind === 'documents' ? query : query.whereNotNull(`p.${columns.publishedAt}`);
  });
}

function joined(db: Database, connection: Connection, columns: PathColumns) {
  const schema = db.getSchemaName();
  const inSchema = (table: string) => (schema ? `${schema}.${table}` : table);
  const { categories, date } = columns;
  const query = connection(`${inSchema(columns.table)} as p`).select(
    'p.id as id',
    `p.${columns.documentId} as documentId`,
    `p.${columns.slug} as slug`,
    date === null ? connection.raw('null as date') : `p.${date} as date`,
    `p.${columns.publishedAt} as publishedAt`,
    'p.locale as locale',
    categories === null ? connection.raw('null as category') : `c.${categories.slug} as category`
  );
  if (categories?.link) {
    const { table, from, to, order } = categories.link;
    query
      .leftJoin(`${inSchema(table)} as l`, `l.${from}`, 'p.id')
      .leftJoin(`${inSchema(categories.table)} as c`, 'c.id', `l.${to}`)
      .orderBy([`l.${order}`, 'l.id']);
  } else if (categories?.foreignKey) {
    query.leftJoin(`${inSchema(categories.table)} as c`, 'c.id', `p.${categories.foreignKey}`);
  }
  return query;
}

/** Databases answer with dates, with milliseconds, or with a day as text. */
function toDateTime(value: unknown, zone: string): DateTime | null {
  const options = { zone };
  const date =
    value instanceof Date
      ? DateTime.fromJSDate(value, options)
      : typeof value === 'number'
        ? DateTime.fromMillis(value, options)
        : typeof value === 'string'
          ? DateTime.fromISO(value, options)
          : null;
  return date?.isValid ? date : null;
}
