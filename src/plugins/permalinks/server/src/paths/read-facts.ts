import { DateTime } from 'luxon';
import { chunks, type Connection, type Database, engineOf } from 'strapi-plugin-kit/database';
import type { PathFacts } from '../core/paths/path-words';
import { categoryStatement, type ChosenBy, linksApart, rowStatement } from './fact-statements';
import type { PathColumns } from './path-columns';

/** One row of a type, and what its path is rendered from. */
export interface RowFacts extends PathFacts {
  readonly id: number;
  readonly documentId: string;
}

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly slug: string | null;
  readonly date: unknown;
  readonly publishedAt: unknown;
  readonly locale: string | null;
  readonly category: string | null;
}

interface Category {
  readonly row: number;
  readonly slug: string | null;
}

/** Which rows to read: by their own ids, or of documents, all or the published ones. */
export type RowChoice =
  | { readonly ids: readonly number[] }
  | { readonly documents: readonly string[] }
  | { readonly published: readonly string[] };

const chosenBy = (choice: RowChoice): ChosenBy =>
  'ids' in choice ? 'ids' : 'documents' in choice ? 'documents' : 'published';

const wantedOf = (choice: RowChoice): readonly (string | number)[] =>
  'ids' in choice ? choice.ids : 'documents' in choice ? choice.documents : choice.published;

/**
 * How many values a statement asks for. MariaDB and MySQL look into the index for each value of a
 * list that is shorter than 200 (`eq_range_index_dive_limit`), and go by statistics beyond.
 */
const TOGETHER = 190;

/** A row's facts while they are gathered. */
type Gathered = Map<number, RowFacts & { readonly categories: string[] }>;

/**
 * Reads what paths are rendered from. A few rows take one statement; up to 190 one, and another for
 * their categories.
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
  const found: Gathered = new Map();
  const by = chosenBy(choice);
  for (const chunk of chunks(wantedOf(choice), TOGETHER)) {
    const statement = rowStatement(db, connection, columns, by, chunk);
    const rows = await engineOf(db).query<Row>(connection, statement, chunk);
    for (const { id, documentId, slug, date, publishedAt, locale, category } of rows) {
      const facts = found.get(id) ?? {
        id,
        documentId,
        slug: slug ?? '',
        date: toDateTime(date ?? publishedAt, zone),
        categories: [],
        locale,
      };
      if (category) facts.categories.push(category);
      found.set(id, facts);
    }
    const links = linksApart(columns, chunk);
    if (links === null) continue;
    // A document may have two rows in each of several locales.
    for (const ids of chunks(
      rows.map(({ id }) => id),
      TOGETHER
    )) {
      const linked = categoryStatement(db, connection, columns, links, ids);
      for (const { row, slug: category } of await engineOf(db).query<Category>(
        connection,
        linked,
        ids
      )) {
        if (category) found.get(row)?.categories.push(category);
      }
    }
  }
  return [...found.values()];
}

/** Databases answer with dates, with milliseconds, or with a day as text. */
export function toDateTime(value: unknown, zone: string): DateTime | null {
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
