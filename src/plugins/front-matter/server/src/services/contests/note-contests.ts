import { contests, type Contest } from '../../ledger/contests';
import {
  addressesOf,
  type Addresses,
  type DocumentToKeep,
  type KeptDocument,
} from '../../write/addresses';
import type { ContestSite } from './contender';

/** An address that a document asked for and another has. */
export type Refused = Omit<Contest, 'holder'> & {
  /** Whether it is the one that the post has in its archive, and no redirect to it. */
  readonly isOwn: boolean;
};

/** Whether the address that a post has in its archive is another post's. */
export const isContested = (
  { paths, documentId: own }: DocumentToKeep,
  { refused }: KeptDocument
): boolean =>
  refused.some(
    ({ path, reason, documentId }) => reason === 'taken' && path === paths[0] && documentId !== own
  );

/** The addresses that a document asked for and another has. */
export const refusedOf = (
  { addressOf }: Pick<Addresses, 'addressOf'>,
  { paths, locale }: Pick<DocumentToKeep, 'paths' | 'locale'>,
  { documentId, refused, reason: why, instead }: KeptDocument
): readonly Refused[] =>
  refused.flatMap(({ path, reason, documentId: holder }): Refused[] => {
    const address = reason === 'taken' ? addressOf(path) : null;
    if (address === null) return [];
    const isOwn = path === paths[0];
    // A translation of the same post has it: nothing to speak of.
    const isSibling = holder === documentId;
    return [
      {
        address,
        path,
        isOwn,
        targetDocumentId: documentId,
        targetLocale: locale,
        slugAsked: isOwn && why === 'taken' && !isSibling ? instead : null,
        told: isSibling,
      },
    ];
  });

/**
 * Notes which documents have asked for addresses of others, so that these are looked at: whose they
 * are is settled in the end.
 */
export const noteRefused = (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  refused: readonly Refused[]
): Promise<void> =>
  contests(strapi, target).note(
    refused.map(({ isOwn: _, ...contest }) => ({ ...contest, holder: null })),
    true
  );

/** Notes addresses that documents have asked for again in a rollback, and that are others' now. */
export const noteKept = (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  kept: readonly KeptDocument[]
): Promise<void> => {
  const addresses = addressesOf(strapi, target.uid);
  if (addresses === null) return Promise.resolve();
  const asked = { paths: [], locale: target.locale };
  const refused = kept.flatMap((document) => refusedOf(addresses, asked, document));
  return contests(strapi, target).note(
    refused.map(({ isOwn: _, ...contest }) => ({ ...contest, holder: null, told: true })),
    false
  );
};
