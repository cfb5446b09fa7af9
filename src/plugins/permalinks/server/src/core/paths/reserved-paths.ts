/**
 * Addresses that a server answers at itself, in canonical form and lower case: each stands for all
 * that is below it, and the root for itself alone.
 */
export type ReservedPaths = ReadonlySet<string>;

/**
 * The reserved address that is, or is above, an address in canonical form; null for none. Case does
 * not count: Strapi's router takes `/Admin` for `/admin`.
 */
export function reservedAbove(reserved: ReservedPaths, address: string): string | null {
  const lower = address.toLowerCase();
  if (reserved.has(lower)) return lower;
  for (let end = lower.indexOf('/', 1); end > 0; end = lower.indexOf('/', end + 1)) {
    const above = lower.slice(0, end);
    if (reserved.has(above)) return above;
  }
  return null;
}
