import { contests, type Contest } from '../../ledger/contests';
import {
  addressesOf,
  type Addresses,
  type DocumentToKeep,
  type KeptDocument,
} from '../../write/addresses';
import type { ContestSite } from './contender';

/** An address that a document asked for and another has. */
export type Refused = Omit<Contest, 'told' | 'holder'> & {
  /** Whether it is the one that the post has in its archive, and no redirect to it. */
  readonly isOwn: boolean;
};

/** Whether the address that a post has in its archive is another's. */
export const isContested = ({ paths }: DocumentToKeep, { refused }: KeptDocument): boolean =>
  refused.some(({ path, reason }) => reason === 'taken' && path === paths[0]);

/**
 * The addresses that a document asked for and another has.
 *
 * @param wanted the slug that its file gives
 */
export const refusedOf = (
  { addressOf }: Pick<Addresses, 'addressOf'>,
  document: DocumentToKeep,
  kept: KeptDocument,
  wanted: string
): readonly Refused[] =>
  kept.refused.flatMap(({ path, reason }): Refused[] => {
    const address = reason === 'taken' ? addressOf(path) : null;
    if (address === null) return [];
    const isOwn = path === document.paths[0];
    return [
      {
        address,
        path,
        isOwn,
        targetDocumentId: document.documentId,
        targetLocale: document.locale,
        wanted: wanted === '' ? null : wanted,
        instead: isOwn && kept.reason === 'taken' ? kept.instead : null,
      },
    ];
  });

/** Notes which documents have asked for addresses of others, so that these are looked at. */
export const noteRefused = (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  refused: readonly Refused[],
  told: boolean
): Promise<void> =>
  contests(strapi, target).note(
    // Whose they are is settled in the end.
    refused.map(({ isOwn: _, ...contest }) => ({ ...contest, holder: null, told }))
  );

/** Notes addresses that documents have asked for again in a rollback, and that are others' now. */
export const noteKept = (
  site: Pick<ContestSite, 'strapi' | 'target'>,
  kept: readonly KeptDocument[]
): Promise<void> => {
  const { strapi, target } = site;
  const addresses = addressesOf(strapi, target.uid);
  const refused = kept.flatMap(({ documentId, refused: paths }): Refused[] =>
    paths.flatMap(({ path, reason }) => {
      const address = reason === 'taken' ? (addresses?.addressOf(path) ?? null) : null;
      if (address === null) return [];
      const asked = { address, path, isOwn: false, wanted: null, instead: null };
      return [{ ...asked, targetDocumentId: documentId, targetLocale: target.locale }];
    })
  );
  return noteRefused(site, refused, true);
};
