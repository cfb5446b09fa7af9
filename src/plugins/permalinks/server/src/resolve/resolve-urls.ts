import type { Address } from '../core/addresses/address';
import { addressKey, PATH_SCOPE, slugScope } from '../core/addresses/address-key';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { resolveAddress, type LivePage, type Resolved } from '../core/addresses/resolve-address';
import { readPath, rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';
import { localesOf } from './locales';

/** Where each of some URLs leads, in order; null for nowhere, and for what is no address. */
export async function resolveUrls(
  permalinks: Permalinks,
  urls: readonly string[]
): Promise<(Resolved | null)[]> {
  return resolveAddresses(permalinks, urls.map(canonicalAddress));
}

/**
 * Where each of some addresses in canonical form leads, in order; null for nowhere. Two statements
 * for up to 400 keys and documents of one type: the addresses by key, exact and read from patterns
 * alike, then the published rows of their documents.
 */
export async function resolveAddresses(
  permalinks: Permalinks,
  asked: readonly (string | null)[]
): Promise<(Resolved | null)[]> {
  const requests = await Promise.all(
    asked.map(async (address) => ({
      address,
      keys: address === null ? [] : await keysOf(permalinks, address),
    }))
  );
  const addresses = await permalinks.table.find(permalinks.db.connection, [
    ...new Set(requests.flatMap((request) => request.keys)),
  ]);
  const pages = await livePages(permalinks, [...addresses.values()]);
  return requests.map(({ address, keys }) => {
    const found = keys.flatMap((key) => addresses.get(key) ?? []);
    return address === null
      ? null
      : resolveAddress(address, found, (row) => pages.get(pageKey(row)));
  });
}

/** The keys an address may be found under, best first. */
export async function keysOf(permalinks: Permalinks, address: string): Promise<string[]> {
  const keys = [addressKey(PATH_SCOPE, address)];
  for (const type of permalinks.types.values()) {
    const parsed = readPath(type, address);
    if (parsed === null) continue;
    const locales = !type.localised
      ? [null]
      : parsed.locale === null
        ? await localesOf(permalinks.strapi)
        : [parsed.locale];
    keys.push(...locales.map((locale) => addressKey(slugScope(type.uid, locale), parsed.slug)));
  }
  return keys;
}

const pageKey = (address: Address) =>
  [address.targetType, address.targetDocumentId, address.targetLocale].join('\0');

async function livePages(
  permalinks: Permalinks,
  addresses: readonly Address[]
): Promise<Map<string, LivePage>> {
  const pages = new Map<string, LivePage>();
  for (const type of permalinks.types.values()) {
    const published = addresses
      .filter((row) => row.targetType === type.uid && row.state !== 'gone')
      .map((row) => row.targetDocumentId);
    if (published.length === 0) continue;
    for (const row of await rowPaths(permalinks, type, { published: [...new Set(published)] })) {
      const locale = type.localised ? (row.locale ?? '') : '';
      pages.set([type.uid, row.documentId, locale].join('\0'), row);
    }
  }
  return pages;
}
