import { columnOf, type Connection, retryTransaction, within } from 'strapi-plugin-kit/database';
import { refKey } from '../claims/living-documents';
import { settleSlugs, type SlugWish } from '../claims/settle-slugs';
import { addressKey, slugScope } from '../core/address-key';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { asRow, type Row } from '../core/row';
import { localeOf } from './row';

/**
 * After rows were created outside any transaction: between the claim and the row another writer
 * may have taken the claim for abandoned. Whoever lost it so takes another slug, now that the row
 * is there to prove the document.
 */
export async function confirmClaims(
  permalinks: Permalinks,
  type: ServedType,
  wishes: readonly SlugWish[],
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
    const keyOf = (wish: SlugWish) =>
      addressKey(slugScope(type.uid, wish.locale || null), slugs.get(refKey(wish)) ?? '');
    const holders = await permalinks.table.find(trx, wishes.map(keyOf), 'locked');
    const robbed = wishes.filter(
      (wish) => holders.get(keyOf(wish))?.targetDocumentId !== wish.documentId
    );
    if (robbed.length === 0) return;
    const given = await settleSlugs(
      permalinks.scope(trx, type),
      robbed.map((wish) => ({ ...wish, fresh: true }))
    );
    for (const [index, wish] of robbed.entries()) {
      const slug = given[index] ?? '';
      await rename(permalinks, trx, type, wish, slug);
      const created = asRow(result);
      if (created?.['documentId'] === wish.documentId) created[type.slug] = slug;
    }
  });
}

async function rename(
  { db }: Permalinks,
  trx: Connection,
  type: ServedType,
  wish: SlugWish,
  slug: string
): Promise<void> {
  const rows = within(db, trx, db.metadata.get(type.uid).tableName).where(
    columnOf(db, type.uid, 'documentId'),
    wish.documentId
  );
  if (type.localised) rows.where('locale', wish.locale);
  await rows.update({ [columnOf(db, type.uid, type.slug)]: slug });
}
