import { addressKey, slugScope } from '../core/addresses/address-key';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { type RowPath, rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { resolveUrls } from './resolve-urls';

/** A published document in one of its languages. */
export interface FoundDocument {
  readonly documentId: string;
  /** Null for a type without languages. */
  readonly locale: string | null;
}

const publishedRow = async (
  permalinks: Permalinks,
  type: ServedType,
  documentId: string,
  isWanted: (row: RowPath) => boolean
): Promise<FoundDocument | null> => {
  const rows = await rowPaths(permalinks, type, { published: [documentId] });
  const row = rows.find(isWanted);
  return row === undefined ? null : { documentId, locale: type.localised ? row.locale : null };
};

/**
 * The published document that has a slug now. By the table of addresses, since some databases take two spellings for
 * one; a slug that it only had, or that its draft has, is none of its slugs.
 *
 * @param locale of a type with languages
 */
export const findBySlug = async (
  permalinks: Permalinks,
  type: ServedType,
  slug: string,
  locale: string
): Promise<FoundDocument | null> => {
  const key = addressKey(slugScope(type.uid, type.localised ? locale : null), slug);
  const address = (await permalinks.table.find(permalinks.db.connection, [key])).get(key);
  if (address === undefined || address.targetType !== type.uid) return null;
  return publishedRow(
    permalinks,
    type,
    address.targetDocumentId,
    (row) => row.slug === slug && (!type.localised || row.locale === locale)
  );
};

/** The published document of a type whose path is a URL's; an address that only leads to it is not its path. */
export const findByPath = async (
  permalinks: Permalinks,
  type: ServedType,
  url: string
): Promise<FoundDocument | null> => {
  const [resolved] = await resolveUrls(permalinks, [url]);
  if (resolved?.status !== 200 || resolved.contentType !== type.uid) return null;
  const asked = canonicalAddress(url);
  return publishedRow(
    permalinks,
    type,
    resolved.documentId,
    ({ path }) => path !== null && canonicalAddress(path) === asked
  );
};
