import type { Address, AddressState } from '../../core/addresses/address';
import { addressKey, slugScope } from '../../core/addresses/address-key';
import type { ClaimScope } from '../claim';
import type { DocumentRef } from '../living-documents';

/** A slug, and the document that has it. */
export interface Held extends DocumentRef {
  readonly slug: string;
}

const isIts = (row: Address | undefined, { documentId, locale }: Held): row is Address =>
  row?.targetDocumentId === documentId && row.targetLocale === locale;

/**
 * Gives each of two documents the slug of the other: both slugs lead somewhere all the time.
 *
 * @returns false where one of them does not have its slug.
 */
export async function exchangeSlugs(
  { table, trx, type }: ClaimScope,
  one: Held,
  other: Held
): Promise<boolean> {
  const keyOf = ({ locale, slug }: Held) => addressKey(slugScope(type.uid, locale || null), slug);
  const rows = await table.find(trx, [keyOf(one), keyOf(other)]);
  const first = rows.get(keyOf(one));
  const second = rows.get(keyOf(other));
  if (!isIts(first, one) || !isIts(second, other)) return false;
  // A slug is reserved or current as its document is a draft or published.
  const give = (row: Address, { documentId, locale }: Held, state: AddressState) =>
    table.handOver(trx, row, { ...row, targetDocumentId: documentId, targetLocale: locale, state });
  if (!(await give(first, other, second.state))) return false;
  if (await give(second, one, first.state)) return true;
  await table.handOver(trx, { ...first, targetDocumentId: other.documentId }, first);
  return false;
}
