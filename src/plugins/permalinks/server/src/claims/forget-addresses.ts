import { columnOf, within } from 'strapi-plugin-kit/database';
import { addressKey, PATH_SCOPE, slugScope } from '../core/addresses/address-key';
import { canonicalAddress } from '../core/addresses/canonical-address';
import type { ForgottenAddresses } from '../contract';
import type { ClaimScope } from './claim';

/** The slugs that a document's rows have now, of a localised type those of one locale. */
async function slugsInUse(
  { db, trx, type }: ClaimScope,
  documentId: string,
  locale: string | null
): Promise<ReadonlySet<string>> {
  const { tableName } = db.metadata.get(type.uid);
  const rows = within(db, trx, tableName).where(columnOf(db, type.uid, 'documentId'), documentId);
  if (locale !== null) rows.where('locale', locale);
  const slugs: (string | null)[] = await rows.pluck(columnOf(db, type.uid, type.slug));
  return new Set(slugs.filter((slug) => slug !== null));
}

/** Lets go of addresses of one document; those that are another's, and the slug that it has, stay. */
export async function forgetAddresses(
  scope: ClaimScope,
  { documentId, locale, slugs, paths }: ForgottenAddresses
): Promise<void> {
  const { table, trx, type } = scope;
  const scopeLocale = type.localised ? (locale ?? null) : null;
  const used = await slugsInUse(scope, documentId, scopeLocale);
  const slugsOf = slugScope(type.uid, scopeLocale);
  const keys = [
    ...slugs.filter((slug) => !used.has(slug)).map((slug) => addressKey(slugsOf, slug)),
    ...paths.flatMap((path) => {
      const address = canonicalAddress(path);
      return address === null ? [] : [addressKey(PATH_SCOPE, address)];
    }),
  ];
  const found = await table.find(trx, keys);
  const own = [...found.values()].filter(
    (row) =>
      row.targetType === type.uid &&
      row.targetDocumentId === documentId &&
      (scopeLocale === null || row.targetLocale === scopeLocale)
  );
  await table.remove(
    trx,
    own.map(({ key }) => key)
  );
}
