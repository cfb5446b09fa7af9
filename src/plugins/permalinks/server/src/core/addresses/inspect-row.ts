import type { Address } from './address';

/** One row of a document, as far as its address goes. */
export interface InspectedRow {
  readonly slug: string | null;
  readonly live: boolean;
}

/**
 * - `SLUG_MISSING`: the row has no slug;
 * - `SLUG_TAKEN`: its slug is another document's;
 * - `SLUG_UNCLAIMED`: nobody has its slug;
 * - `SLUG_NOT_CURRENT`: its slug is published, and the address does not say so.
 */
export type AddressFault = 'SLUG_MISSING' | 'SLUG_TAKEN' | 'SLUG_UNCLAIMED' | 'SLUG_NOT_CURRENT';

/**
 * What is wrong with a row's address, or null.
 *
 * @param held the slugs that its document has.
 * @param holder whoever has the row's slug.
 */
export function inspectRow(
  row: InspectedRow,
  held: readonly Address[],
  holder: Address | undefined
): AddressFault | null {
  if (row.slug === null || row.slug === '') return 'SLUG_MISSING';
  const own = held.find((address) => address.address === row.slug);
  if (own === undefined) return holder === undefined ? 'SLUG_UNCLAIMED' : 'SLUG_TAKEN';
  return row.live && own.state !== 'current' ? 'SLUG_NOT_CURRENT' : null;
}
