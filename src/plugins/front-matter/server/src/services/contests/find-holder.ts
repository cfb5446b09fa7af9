import type { Contest } from '../../ledger/contests';
import type { Addresses } from '../../write/addresses';
import { nameIn } from '../../write/in-locale';
import {
  type Contender,
  type ContestSite,
  findContenders,
  findNames,
  type Overlay,
} from './contender';

/** The document that an address leads to. */
export interface Holder {
  /** Null where there is none. */
  readonly documentId: string | null;
  /** Null where there is none of the type. */
  readonly name: string | null;
  /** Null where no import that counts has asked for the address: an editor has, or nobody. */
  readonly contender: Contender | null;
  /** Whether it is there, and is to keep the address whoever asks: it is an editor's, or a term's. */
  readonly isForeign: boolean;
}

const NOBODY: Holder = { documentId: null, name: null, contender: null, isForeign: false };

/** Looks whose an address is. */
export const findHolder = async (
  site: ContestSite,
  addresses: Addresses,
  { address, path }: Pick<Contest, 'address' | 'path'>,
  overlay?: Overlay
): Promise<Holder> => {
  const holder = await addresses.holderOf(path);
  if (holder === null) return NOBODY;
  const { contentType, documentId, locale } = holder;
  if (contentType !== site.target.uid) return { ...NOBODY, documentId, isForeign: true };
  const name = nameIn(site.target, documentId, locale);
  const candidate = { targetDocumentId: documentId, targetLocale: locale === '' ? null : locale };
  const contenders = await findContenders(site, addresses, address, [candidate], overlay);
  const contender = contenders.get(name) ?? null;
  const isForeign = contender === null && (await findNames(site, [documentId])).has(name);
  return { documentId, name, contender, isForeign };
};
