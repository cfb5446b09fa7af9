import { columnOf, type Connection, within } from '../claims/database';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';

/** One row of a type, with what a slug can be made from. */
export interface WalkedRow {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  readonly title: string | null;
  readonly fallback: string | null;
  readonly live: boolean;
}

const PAGE = 500;

/**
 * Every row of a type, a page at a time, the oldest first; published rows before drafts, so that
 * of two documents with one slug the one that visitors know comes first.
 */
export async function* walkRows(
  permalinks: Permalinks,
  type: ServedType
): AsyncGenerator<readonly WalkedRow[]> {
  for (const live of type.draftAndPublish ? [true, false] : [true]) {
    for (let after = 0; ;) {
      const page = await pageAfter(permalinks, permalinks.db.connection, type, live, after);
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
    }
  }
}

async function pageAfter(
  { db }: Permalinks,
  connection: Connection,
  type: ServedType,
  live: boolean,
  after: number
): Promise<WalkedRow[]> {
  const column = (attribute: string) => columnOf(db, type.uid, attribute);
  const query = within(db, connection, db.metadata.get(type.uid).tableName)
    .select(
      'id',
      `${column('documentId')} as documentId`,
      'locale',
      `${column(type.slug)} as slug`,
      `${column(type.title)} as title`,
      ...(type.fallback === null ? [] : [`${column(type.fallback)} as fallback`])
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE);
  if (type.draftAndPublish) {
    if (live) query.whereNotNull(column('publishedAt'));
    else query.whereNull(column('publishedAt'));
  }
  const rows: (Omit<WalkedRow, 'live' | 'locale'> & { locale: string | null })[] = await query;
  return rows.map((row) => ({
    ...row,
    fallback: row.fallback ?? null,
    locale: type.localised ? (row.locale ?? '') : '',
    live,
  }));
}
