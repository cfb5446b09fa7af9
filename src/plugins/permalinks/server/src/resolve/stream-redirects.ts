import { columnOf, pages, within } from 'strapi-plugin-kit/database';
import { ADDRESS_UID } from '../claims/table/address-table';
import { refKey, targetOf } from '../claims/living-documents';
import type { Address } from '../core/addresses/address';
import { addressKey, PATH_SCOPE } from '../core/addresses/address-key';
import { canonicalAddress } from '../core/addresses/canonical-address';
import type { Redirect } from '../core/addresses/render-redirects';
import { pathOf, rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';
import { caseTwins } from './case-twins';
import { resolveAddresses } from './resolve-urls';

const PAGE = 400;

type StoredAddress = Address & { readonly id: number };

/** A stored address as visitors would ask for it, in canonical form. */
interface Asked {
  readonly from: string;
  readonly row: StoredAddress;
}

/**
 * Every redirect of the site, page by page in the order of the table; holds one page at a time.
 * It says what `resolve` says, and each address once.
 *
 * @param mindsCase whether to look for addresses that differ in case alone: all are read for that.
 */
export async function* streamRedirects(
  permalinks: Permalinks,
  mindsCase: boolean
): AsyncGenerator<Redirect> {
  const twins = mindsCase ? await caseTwins(permalinks) : new Set<string>();
  for await (const page of pages(PAGE, (above, limit) => pageAbove(permalinks, above, limit))) {
    yield* await redirectsOf(permalinks, page, twins);
  }
}

async function pageAbove(
  { db }: Permalinks,
  above: number,
  limit: number
): Promise<StoredAddress[]> {
  const { tableName } = db.metadata.get(ADDRESS_UID);
  const column = (attribute: string) => `${columnOf(db, ADDRESS_UID, attribute)} as ${attribute}`;
  const rows: StoredAddress[] = await within(db, db.connection, tableName)
    .select(
      'id',
      ...['key', 'kind', 'address', 'state', 'origin'].map(column),
      ...['targetType', 'targetDocumentId', 'targetLocale'].map(column)
    )
    .whereIn(columnOf(db, ADDRESS_UID, 'state'), ['former', 'gone'])
    .where('id', '>', above)
    .orderBy('id')
    .limit(limit);
  return rows;
}

async function redirectsOf(
  permalinks: Permalinks,
  page: readonly StoredAddress[],
  twins: ReadonlySet<string>
): Promise<Redirect[]> {
  const paths = page.flatMap((row) => (row.kind === 'path' ? [{ from: row.address, row }] : []));
  const asked = [...paths, ...(await formerPaths(permalinks, page))];
  const answers = await resolveAddresses(
    permalinks,
    asked.map(({ from }) => from)
  );
  return asked.flatMap(({ from, row }, index) => {
    const answer = answers[index];
    const own =
      answer?.documentId === row.targetDocumentId && answer.contentType === row.targetType;
    if (!own || answer.status === 200) return [];
    const to = answer.path;
    const caseMatters = twins.has(row.address.toLowerCase()) || leadsToItsTwin(from, to);
    return [{ from, to, caseMatters }];
  });
}

/** A slug whose case alone was changed: whoever takes both for one would go round for ever. */
const leadsToItsTwin = (from: string, to: string | null) =>
  to !== null && canonicalAddress(to)?.toLowerCase() === from.toLowerCase();

/** The paths of former slugs, as the pattern gives them now, that no stored path has. */
async function formerPaths(
  permalinks: Permalinks,
  page: readonly StoredAddress[]
): Promise<Asked[]> {
  const former: Asked[] = [];
  for (const type of permalinks.types.values()) {
    const rows = page.filter(
      (row) => row.targetType === type.uid && row.kind === 'slug' && row.state === 'former'
    );
    const published = [...new Set(rows.map((row) => row.targetDocumentId))];
    if (published.length === 0) continue;
    const facts = new Map(
      (await rowPaths(permalinks, type, { published })).map((found) => [
        refKey({
          documentId: found.documentId,
          locale: type.localised ? (found.locale ?? '') : '',
        }),
        found,
      ])
    );
    for (const row of rows) {
      const found = facts.get(refKey(targetOf(row)));
      const path = found && pathOf(type, { ...found, slug: row.address });
      const from = path ? canonicalAddress(path) : null;
      if (from !== null) former.push({ from, row });
    }
  }
  const keys = former.map(({ from }) => addressKey(PATH_SCOPE, from));
  const stored = await permalinks.table.find(permalinks.db.connection, keys);
  return former.filter((_, index) => !stored.has(keys[index] ?? ''));
}
