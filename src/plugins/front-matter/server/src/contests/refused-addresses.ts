import type { KeptDocument } from 'strapi-plugin-permalinks/contract';
import type { Contest } from '../ledger/contest';
import { contests } from '../ledger/contests';
import { addressesOf, type Addresses, type DocumentToKeep } from '../site/addresses';
import type { ContestSite } from './contender';

/** An address that a document asked for and another document has. */
export type RefusedAddress = Omit<Contest, 'holder'> & {
  /** Whether it is the address of the post in its archive, and no redirect to it. */
  readonly isOwn: boolean;
};

/** Whether another post has the address that a post has in its archive. */
export const isContested = (
  { paths, documentId: own }: DocumentToKeep,
  { refused }: KeptDocument
): boolean =>
  refused.some(
    ({ path, reason, documentId }) => reason === 'taken' && path === paths[0] && documentId !== own
  );

/** The addresses that a document asked for and another document has. */
export const refusedAddressesOf = (
  { addressOf }: Pick<Addresses, 'addressOf'>,
  { paths, locale }: Pick<DocumentToKeep, 'paths' | 'locale'>,
  { documentId, refused, reason: why, instead }: KeptDocument
): readonly RefusedAddress[] =>
  refused.flatMap(({ path, reason, documentId: holder }): RefusedAddress[] => {
    const address = reason === 'taken' ? addressOf(path) : null;
    if (address === null) return [];
    const isOwn = path === paths[0];
    // Where a translation of the same post has it, there is nothing to report.
    const isSibling = holder === documentId;
    return [
      {
        address,
        path,
        isOwn,
        targetDocumentId: documentId,
        targetLocale: locale ?? null,
        slugAsked: isOwn && why === 'taken' && !isSibling ? instead : null,
        told: isSibling,
      },
    ];
  });

/**
 * Saves addresses that other documents have as contested, to be decided when all files are
 * imported.
 */
export const saveRefused = (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  refused: readonly RefusedAddress[]
): Promise<void> =>
  contests(strapi, target).save(
    refused.map(({ isOwn: _, ...contest }) => ({ ...contest, holder: null })),
    true
  );

/**
 * Saves addresses as contested that a rollback wanted back for its documents and others have by
 * now.
 */
export const saveRefusedOnRestore = (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  kept: readonly KeptDocument[]
): Promise<void> => {
  const addresses = addressesOf(strapi, target.uid);
  if (addresses === null) return Promise.resolve();
  const asked = { paths: [], locale: target.locale };
  const refused = kept.flatMap((document) => refusedAddressesOf(addresses, asked, document));
  return contests(strapi, target).save(
    refused.map(({ isOwn: _, ...contest }) => ({ ...contest, holder: null, told: true })),
    false
  );
};
