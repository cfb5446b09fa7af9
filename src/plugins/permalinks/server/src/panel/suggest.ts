import { freeNumber } from '../claims/slugs/free-number';
import { livingDocuments, targetOf } from '../claims/living-documents';
import type { Address } from '../core/addresses/address';
import { addressKey, slugScope } from '../core/addresses/address-key';
import { faultOf, withSuffix } from '../core/slugs/given-slug';
import { chooseSlug } from '../core/slugs/choose-slug';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import type { SuggestRequest, Suggestion } from './contract';

/** What is asked of a slug, in a locale that is empty on a type that is not localised. */
export type Editing = Omit<SuggestRequest, 'locale'> & { readonly locale: string };

/** Answers a form; claims nothing. */
export async function suggestSlug(
  permalinks: Permalinks,
  type: ServedType,
  editing: Editing
): Promise<Suggestion> {
  const { db, table } = permalinks;
  const documentId = editing.documentId ?? '';
  const follows = await followsTitle(permalinks, type, editing);
  const { name, stem } = chooseSlug(editing.slug, { ...editing, documentId }, type);
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
