import type { Address } from '../core/addresses/address';
import type { ClaimScope } from './claim';
import { livingDocuments, targetOf } from './living-documents';

/**
 * Gives an abandoned address to another document. Its row is taken first and its document looked
 * for again after that: a document that came to be in between gets its address back, and one that
 * comes to be later finds its address taken when it confirms it.
 *
 * @param type the type of the document that holds it.
 */
export async function takeOver(
  { db, table, trx, type }: ClaimScope,
  holder: Address,
  row: Address
): Promise<boolean> {
  if (!(await table.handOver(trx, holder, row))) return false;
  const living = await livingDocuments(db, trx, type, [targetOf(holder)], true);
  if (living.size === 0) return true;
  await table.handOver(trx, row, holder);
  return false;
}
