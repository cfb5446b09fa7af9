import { columnOf, type Connection, retryTransaction, within } from 'strapi-plugin-kit/database';
import { refKey } from '../claims/living-documents';
import { assignSlugs, type SlugRequest } from '../claims/slugs/assign-slugs';
import { addressKey, slugScope } from '../core/addresses/address-key';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { asRow, type Row } from '../core/row';
import { localeOf } from './row';

/**
 * After rows were created outside any transaction: between the claim and the row another writer
 * may have taken the claim for abandoned. A document that lost its slug so gets another one, now that
 * its row is there.
 */
export async function confirmClaims(
  permalinks: Permalinks,
  type: ServedType,
  requests: readonly SlugRequest[],
  rows: readonly Row[],
  result: unknown
): Promise<void> {
  await retryTransaction(permalinks.db, async (trx) => {
    const slugs = new Map(
      rows.map((row) => {
        const ref = { documentId: String(row['documentId']), locale: localeOf(type, row) };
        return [refKey(ref), String(row[type.slug])];
      })
    );
    const keyOf = (request: SlugRequest) =>
      addressKey(slugScope(type.uid, request.locale || null), slugs.get(refKey(request)) ?? '');
    const holders = await permalinks.table.find(trx, requests.map(keyOf), 'locked');
    const lost = requests.filter(
      (request) => holders.get(keyOf(request))?.targetDocumentId !== request.documentId
    );
    if (lost.length === 0) return;
    const given = await assignSlugs(
      permalinks.scope(trx, type),
      lost.map((request) => ({ ...request, fresh: true }))
    );
    for (const [index, request] of lost.entries()) {
      const slug = given[index] ?? '';
      await rename(permalinks, trx, type, request, slug);
      const created = asRow(result);
      if (created?.['documentId'] === request.documentId) created[type.slug] = slug;
    }
  });
}

async function rename(
  { db }: Permalinks,
  trx: Connection,
  type: ServedType,
  request: SlugRequest,
  slug: string
): Promise<void> {
  const rows = within(db, trx, db.metadata.get(type.uid).tableName).where(
    columnOf(db, type.uid, 'documentId'),
    request.documentId
  );
  if (type.localised) rows.where('locale', request.locale);
  await rows.update({ [columnOf(db, type.uid, type.slug)]: slug });
}
