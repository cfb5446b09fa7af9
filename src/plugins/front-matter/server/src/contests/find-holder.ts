import { nameIn } from '../core/locale';
import type { Contest } from '../ledger/contest';
import type { Addresses } from '../site/addresses';
import { type Contender, type ContestSite, findOwner, findShown } from './contender';

/** The document that an address leads to. */
export interface Holder {
  /** Null where it leads to none. */
  readonly documentId: string | null;
  /** Null where there is none of the type, or an editor has given it the address. */
  readonly name: string | null;
  /** Null where no applied import has asked for the address. */
  readonly contender: Contender | null;
  /**
   * Whether it keeps the address whichever post asks: it is of another type, or an editor has given
   * it the address.
   */
  readonly isForeign: boolean;
  /** Whether visitors see the document at the address itself, without a redirect. */
  readonly isPage: boolean;
}

const NOBODY: Holder = {
  documentId: null,
  name: null,
  contender: null,
  isForeign: false,
  isPage: false,
};

/** Finds the document that an address leads to. */
export const findHolder = async (
  site: ContestSite,
  addresses: Addresses,
  { address, path }: Pick<Contest, 'address' | 'path'>
): Promise<Holder> => {
  const holder = await addresses.holderOf(path);
  if (holder === null) return NOBODY;
  const { contentType, documentId, isAdded, isPage } = holder;
  if (contentType !== site.target.uid) return { ...NOBODY, documentId, isForeign: true };
  if (isAdded) return { ...NOBODY, documentId, isForeign: true };
  const name = nameIn(site.target, documentId, holder.locale);
  const targetLocale = holder.locale === '' ? null : holder.locale;
  const candidate = { targetDocumentId: documentId, targetLocale };
  const contender = await findOwner(site, addresses, address, candidate);
  const isForeign = contender === null && (await findShown(site, [documentId])).has(name);
  return { documentId, name, contender, isForeign, isPage };
};
