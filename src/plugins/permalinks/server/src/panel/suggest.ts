import { freeNumber } from '../claims/free-number';
import { livingDocuments, targetOf } from '../claims/living-documents';
import type { Address, AddressState } from '../core/address';
import { addressKey, slugScope } from '../core/address-key';
import { faultOf, type SlugFault, withSuffix } from '../core/given-slug';
import { wishSlug } from '../core/wish';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';

/** What a form knows of a document that is being edited. */
export interface Editing {
  /** Null for one that has not been saved yet. */
  readonly documentId: string | null;
  readonly locale: string;
  /** Blank asks for a slug made from the title. */
  readonly slug: string;
  readonly title: string | null;
  readonly fallback: string | null;
}

/** What a form can say of a slug before it is saved. */
export interface Suggestion {
  /** The slug that was asked about, or the one that is made; empty while there is nothing to make. */
  readonly slug: string;
  readonly free: boolean;
  /** A slug to take instead, when it is not free. */
  readonly instead: string | null;
  readonly fault: SlugFault | null;
  /** Whether saving another title would change the slug. */
  readonly follows: boolean;
  /** What the slug is to this very document already; null when it is not the document's. */
  readonly own: AddressState | null;
}

/** Answers a form; claims nothing. */
export async function suggestSlug(
  permalinks: Permalinks,
  type: ServedType,
  editing: Editing
): Promise<Suggestion> {
  const { db, table } = permalinks;
  const documentId = editing.documentId ?? '';
  const follows = await followsTitle(permalinks, type, editing);
  const { name, stem } = wishSlug(editing.slug, { ...editing, documentId }, type);
  const fault = name === '' ? null : faultOf(name);
  if (name === '' || fault !== null) {
    return { slug: name, free: false, instead: null, fault, follows, own: null };
  }
  const keyOf = (slug: string) => addressKey(slugScope(type.uid, editing.locale || null), slug);
  const holder = (await table.find(db.connection, [keyOf(name)])).get(keyOf(name));
  const free =
    !type.reserved.includes(name) && (await isFree(permalinks, type, holder, documentId));
  const own = holder?.targetDocumentId === documentId ? holder.state : null;
  if (free) return { slug: name, free, instead: null, fault, follows, own };
  const number = await freeNumber(2, async (numbers) => {
    const keys = new Map(numbers.map((n) => [keyOf(withSuffix(stem, n)), n]));
    const holders = await table.find(db.connection, [...keys.keys()]);
    // What the document has itself is there for it to take.
    const taken = [...holders.values()].filter((row) => row.targetDocumentId !== documentId);
    return new Set(taken.map((row) => keys.get(row.key) ?? 0));
  });
  const instead = withSuffix(stem, number);
  return editing.slug.trim() === ''
    ? { slug: instead, free: true, instead: null, fault, follows, own: null }
    : { slug: name, free, instead, fault, follows, own: null };
}

async function isFree(
  { db }: Permalinks,
  type: ServedType,
  holder: Address | undefined,
  documentId: string
): Promise<boolean> {
  if (holder === undefined || holder.targetDocumentId === documentId) return true;
  return (await livingDocuments(db, db.connection, type, [targetOf(holder)])).size === 0;
}

async function followsTitle(
  { db, table }: Permalinks,
  type: ServedType,
  { documentId, locale }: Editing
): Promise<boolean> {
  if (documentId === null) return true;
  const held = (await table.ofDocuments(db.connection, type.uid, [documentId])).filter(
    (row) => row.kind === 'slug' && row.targetLocale === locale
  );
  return held.every((row) => row.state === 'reserved' && row.origin === 'made');
}
