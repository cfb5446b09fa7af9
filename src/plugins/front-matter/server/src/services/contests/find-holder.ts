import type { Contest } from '../../ledger/contests';
import type { Addresses } from '../../write/addresses';
import { nameIn } from '../../write/in-locale';
import { type Contender, type ContestSite, findOwner, findShown } from './contender';

/** The document that an address leads to. */
export interface Holder {
  /** Null where there is none. */
  readonly documentId: string | null;
  /** Null where there is none of the type, or an editor has added the address to it. */
  readonly name: string | null;
  /** Null where no import that counts has asked for the address: an editor has, or nobody. */
  readonly contender: Contender | null;
  /** Whether it is there, and is to keep the address whoever asks: it is an editor's, or a term's. */
  readonly isForeign: boolean;
  /** Whether the address is where visitors see the document, and not one that leads there. */
  readonly isPage: boolean;
}

const NOBODY: Holder = {
  documentId: null,
  name: null,
  contender: null,
  isForeign: false,
  isPage: false,
};

/** Looks whose an address is. */
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
