import { retryTransaction } from 'strapi-plugin-kit/database';
import { refKey, targetOf } from '../claims/living-documents';
import { canonicalAddress } from '../core/addresses/canonical-address';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { pathOf, rowPaths } from './document-paths';

/**
 * Where visitors found the documents of some rows that are about to go, in canonical form: at
 * their current slugs and their former ones. Once the rows are gone, nobody can tell any more.
 *
 * @returns paths by document and locale.
 */
export async function lastPaths(
  permalinks: Permalinks,
  type: ServedType,
  rowIds: readonly number[]
): Promise<Map<string, string[]>> {
  const paths = new Map<string, string[]>();
  if (type.pattern === null || rowIds.length === 0) return paths;
  const rows = await rowPaths(permalinks, type, { ids: rowIds });
  const facts = new Map(
    rows.map((row) => [
      refKey({ documentId: row.documentId, locale: type.localised ? (row.locale ?? '') : '' }),
      row,
    ])
  );
  const documentIds = [...new Set(rows.map((row) => row.documentId))];
  const held = await retryTransaction(permalinks.db, (trx) =>
    permalinks.table.ofDocuments(trx, type.uid, documentIds)
  );
  for (const address of held) {
    const key = refKey(targetOf(address));
    const row = facts.get(key);
    if (row === undefined || address.kind !== 'slug' || address.state === 'reserved') continue;
    const path = canonicalAddress(pathOf(type, { ...row, slug: address.address }) ?? '');
    if (path !== null) paths.set(key, [...(paths.get(key) ?? []), path]);
  }
  return paths;
}
