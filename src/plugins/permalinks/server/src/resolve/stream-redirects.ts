import { columnOf, within } from '../claims/database';
import { ADDRESS_UID } from '../claims/address-table';
import { refKey, targetOf } from '../claims/living-documents';
import type { Address } from '../core/address';
import { leadsElsewhere, type Redirect } from '../core/render-redirects';
import { pathOf, rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';

const PAGE = 500;

type StoredAddress = Address & { readonly id: number };

/** Every redirect of the site, page by page in the order of the table; holds one page at a time. */
export async function* streamRedirects(permalinks: Permalinks): AsyncGenerator<Redirect> {
  for (let after = 0; ;) {
    const page = await pageAfter(permalinks, after);
    yield* await redirectsOf(permalinks, page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

async function pageAfter({ db }: Permalinks, after: number): Promise<StoredAddress[]> {
  const { tableName } = db.metadata.get(ADDRESS_UID);
  const column = (attribute: string) => `${columnOf(db, ADDRESS_UID, attribute)} as ${attribute}`;
  const rows: StoredAddress[] = await within(db, db.connection, tableName)
    .select(
      'id',
      ...['key', 'kind', 'address', 'state', 'origin'].map(column),
      ...['targetType', 'targetDocumentId', 'targetLocale'].map(column)
    )
    .whereIn(columnOf(db, ADDRESS_UID, 'state'), ['former', 'gone'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE);
  return rows;
}

async function redirectsOf(
  permalinks: Permalinks,
  page: readonly StoredAddress[]
): Promise<Redirect[]> {
  const redirects: Redirect[] = [];
  for (const type of permalinks.types.values()) {
    const rows = page.filter((row) => row.targetType === type.uid);
    const published = [...new Set(rows.map((row) => row.targetDocumentId))];
    if (published.length === 0) continue;
    const pages = new Map(
      (await rowPaths(permalinks, type, { published })).map((row) => [
        refKey({ documentId: row.documentId, locale: type.localised ? (row.locale ?? '') : '' }),
        row,
      ])
    );
    for (const row of rows) {
      const found = pages.get(refKey(targetOf(row)));
      const to = found?.path ?? null;
      if (row.state !== 'gone' && to === null) continue;
      const from =
        row.kind === 'path'
          ? row.address
          : found && decodeURIComponent(pathOf(type, { ...found, slug: row.address }) ?? '');
      if (from) redirects.push({ from, to: row.state === 'gone' ? null : to });
    }
  }
  return redirects.filter(leadsElsewhere);
}
