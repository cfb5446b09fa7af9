import { readWith } from 'strapi-plugin-kit/database';
import type { Address } from '../core/addresses/address';
import { addressKey, PATH_SCOPE, slugScope } from '../core/addresses/address-key';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { rowPaths } from '../paths/document-paths';
import { type Permalinks, servedType } from '../permalinks';
import { localeOf } from '../served-type';
import type { AddressHolder, AskedAddress } from '../contract';

/** Whose addresses are, in their order; null for one that is nobody's. */
export async function findHolders(
  permalinks: Permalinks,
  addresses: readonly AskedAddress[]
): Promise<(AddressHolder | null)[]> {
  const keys = addresses.map((address) => keyOf(permalinks, address));
  const { db, table } = permalinks;
  const wanted = keys.filter((key) => key !== null);
  const found = await readWith(db, (connection) => table.find(connection, wanted));
  const holders: (AddressHolder | null)[] = [];
  for (const [index, key] of keys.entries()) {
    const row = key === null ? undefined : found.get(key);
    const asked = addresses[index];
    const dated = asked !== undefined && 'path' in asked ? (asked.dated ?? null) : null;
    holders.push(row === undefined ? null : await holderOf(permalinks, row, dated));
  }
  return holders;
}

/** The key of an address; null for what is none. */
function keyOf({ types }: Permalinks, asked: AskedAddress): string | null {
  if ('path' in asked) {
    const address = canonicalAddress(asked.path);
    return address === null ? null : addressKey(PATH_SCOPE, address);
  }
  const type = servedType({ types }, asked.contentType);
  return addressKey(slugScope(type.uid, localeOf(type, asked.locale) || null), asked.slug);
}

async function holderOf(
  permalinks: Permalinks,
  row: Address,
  dated: string | null
): Promise<AddressHolder> {
  const { targetType, targetDocumentId, targetLocale, kind, state, origin } = row;
  return {
    contentType: targetType,
    documentId: targetDocumentId,
    locale: targetLocale,
    isSlug: kind === 'slug' && (state === 'current' || state === 'reserved'),
    isAdded: origin === 'added',
    isPage: kind === 'path' && (await isPage(permalinks, row, dated)),
  };
}

/** Whether a published document is at an address by its type's pattern. */
async function isPage(
  permalinks: Permalinks,
  row: Address,
  dated: string | null
): Promise<boolean> {
  const type = permalinks.types.get(row.targetType);
  if (type === undefined) return false;
  const rows = await rowPaths(permalinks, type, { published: [row.targetDocumentId] }, dated);
  return rows.some(
    ({ locale, path }) =>
      (!type.localised || locale === row.targetLocale) &&
      path !== null &&
      canonicalAddress(path) === row.address
  );
}
