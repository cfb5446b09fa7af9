import type { Address } from '../core/address';
import type { ClaimScope } from './claim';
import { type DocumentRef, livingDocuments, refKey, targetOf } from './living-documents';

/**
 * Lets go of the addresses of those documents that have no row left. Marked as gone, addresses
 * that led somewhere keep saying that it is no more; what was only reserved is free either way.
 */
export async function releaseDocuments(
  scope: ClaimScope,
  refs: readonly DocumentRef[],
  how: 'free' | 'gone'
): Promise<void> {
  const { db, trx, table, type } = scope;
  const living = await livingDocuments(db, trx, type, refs);
  const dead = refs.filter((ref) => !living.has(refKey(ref)));
  const wanted = new Set(dead.map(refKey));
  const ids = [...new Set(dead.map((ref) => ref.documentId))];
  const rows = (await table.ofDocuments(trx, type.uid, ids)).filter((row) =>
    wanted.has(refKey(targetOf(row)))
  );
  const stays = (row: Address) => how === 'gone' && row.state !== 'reserved';
  await table.remove(
    trx,
    rows.filter((row) => !stays(row)).map((row) => row.key)
  );
  await table.setState(
    trx,
    rows.filter(stays).map((row) => row.key),
    'gone'
  );
}
