import { columnOf, pages, within } from 'strapi-plugin-kit/database';
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

type StoredRow = Omit<WalkedRow, 'live' | 'locale'> & {
  readonly locale: string | null;
  readonly publishedAt: unknown;
};

const PAGE = 500;

/**
 * A page of rows, drafts and published ones alike. Asked for drafts alone, SQLite would look them
 * up by an index of `published_at`, and sort all of them for every page.
 */
async function pageAbove(
  { db }: Permalinks,
  type: ServedType,
  above: number,
  limit: number
): Promise<WalkedRow[]> {
  const column = (attribute: string) => columnOf(db, type.uid, attribute);
  const rows: StoredRow[] = await within(db, db.connection, db.metadata.get(type.uid).tableName)
    .select(
      'id',
      `${column('documentId')} as documentId`,
      'locale',
      `${column('publishedAt')} as publishedAt`,
      `${column(type.slug)} as slug`,
      `${column(type.title)} as title`,
      ...(type.fallback === null ? [] : [`${column(type.fallback)} as fallback`])
    )
    .where('id', '>', above)
    .orderBy('id')
    .limit(limit);
  return rows.map(({ publishedAt, ...row }) => ({
    ...row,
    fallback: row.fallback ?? null,
    locale: type.localised ? (row.locale ?? '') : '',
    live: !type.draftAndPublish || publishedAt !== null,
  }));
}

/**
 * Every row of a type, a page at a time, the oldest first; published rows before drafts, so that
 * of two documents with one slug the one that visitors know comes first.
 */
export async function* walkRows(
  permalinks: Permalinks,
  type: ServedType
): AsyncGenerator<readonly WalkedRow[]> {
  for (const live of type.draftAndPublish ? [true, false] : [true]) {
    const read = (above: number, limit: number) => pageAbove(permalinks, type, above, limit);
    for await (const page of pages(PAGE, read)) {
      const rows = page.filter((row) => row.live === live);
      if (rows.length > 0) yield rows;
    }
  }
}
