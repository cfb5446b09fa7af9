import type { Transaction } from 'strapi-plugin-kit/database';

import { digestValue } from '../../core/plan/digest';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Addresses } from '../../write/addresses';
import { holdDocuments } from '../../write/hold-documents';
import { inLocale } from '../../write/in-locale';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { type Contender, type ContestSite, findContenders, nameOf } from './contender';

/** Two posts that have exchanged their slugs. */
export interface Exchange {
  /** The one that had the slug which the other asks for. */
  readonly loser: Contender;
  /** What it has instead. */
  readonly slug: string;
}

/** A document's slug; null where an editor has had his hand in it. */
export const ownSlug = (
  attribute: string,
  document: SiteDocument | undefined,
  imported: ImportedValues | null
): string | null => {
  const slug = document?.main.values[attribute];
  if (document === undefined || typeof slug !== 'string') return null;
  if (imported?.[attribute]?.as !== digestValue(slug)) return null;
  const shown = document.published?.values[attribute] ?? slug;
  return shown === slug ? slug : null;
};

/**
 * Of two posts with one address that ask for one slug as well, finds the one that has it, where the
 * other is to be shown at the address: a document's page on this site goes by its slug, and a page
 * goes before what leads there.
 */
export const findExchange = async (
  site: ContestSite,
  addresses: Addresses,
  address: string,
  winner: Contender,
  wanted: string
): Promise<(Exchange & { readonly documents: readonly SiteDocument[] }) | null> => {
  const { strapi, target } = site;
  const attribute = target.fields.get('slug')?.name;
  if (attribute === undefined || winner.standing.asks !== 'own') return null;
  const holder = await addresses.slugHolder(winner.locale, wanted);
  if (holder === null || holder.contentType !== target.uid) return null;
  const { documentId } = holder;
  if (documentId === winner.documentId) return null;
  const candidate = { targetDocumentId: documentId, targetLocale: winner.locale };
  const contenders = await findContenders(site, addresses, address, [candidate]);
  const loser = contenders.get(nameOf(target, candidate));
  if (loser?.standing.asks !== 'own') return null;
  if (loser.record.imported?.[attribute]?.from !== digestValue(wanted)) return null;
  const ids = [winner.documentId, documentId];
  const documents = await loadDocuments(strapi, inLocale(target, winner.locale), ids);
  const own = ownSlug(attribute, documents.get(winner.documentId), winner.record.imported);
  const other = ownSlug(attribute, documents.get(documentId), loser.record.imported);
  if (own === null || other !== wanted) return null;
  return { loser, slug: own, documents: [...documents.values()] };
};

/** Writes a slug into a document's rows, whose times stay: nobody but imports has changed it. */
const writeSlug = async (
  { strapi, target }: ContestSite,
  attribute: string,
  { main, published }: SiteDocument,
  slug: string
): Promise<void> => {
  const query = strapi.db.query(target.uid);
  const rows = published === null || published.id === main.id ? [main] : [main, published];
  for (const { id, updatedAt } of rows) {
    await query.update({ where: { id }, data: { [attribute]: slug } });
    await query.updateMany({ where: { id }, data: { updatedAt: new Date(updatedAt) } });
  }
};

const rememberSlug = async (
  { records }: ContestSite,
  attribute: string,
  { record }: Contender,
  slug: string
): Promise<void> => {
  const before = record.imported ?? {};
  const from = before[attribute]?.from ?? digestValue(slug);
  const imported = { ...before, [attribute]: { from, as: digestValue(slug) } };
  await records.update(record.id, { imported });
};

/**
 * Gives a post the slug that it asks for and another post of its address has, and that one its own.
 * Where their pages were, visitors find them still.
 *
 * @returns null where an editor, or another post, has to do with one of the slugs
 */
export const exchangeSlugs = async (
  site: ContestSite,
  trx: Transaction,
  addresses: Addresses,
  address: string,
  winner: Contender,
  wanted: string
): Promise<Exchange | null> => {
  const { strapi, target } = site;
  const attribute = target.fields.get('slug')?.name;
  const first = await findExchange(site, addresses, address, winner, wanted);
  if (first === null || attribute === undefined) return null;
  const ids = [winner.documentId, first.loser.documentId];
  await holdDocuments(strapi, trx, target, ids);
  const found = await findExchange(site, addresses, address, winner, wanted);
  if (found === null) return null;
  const { loser, slug, documents } = found;
  const before = await addresses.pathsOf(winner.locale, ids);
  const isDone = await addresses.exchangeSlugs(
    { documentId: winner.documentId, locale: winner.locale, slug },
    { documentId: loser.documentId, locale: loser.locale, slug: wanted }
  );
  if (!isDone) return null;
  for (const document of documents) {
    const isWinner = document.documentId === winner.documentId;
    await writeSlug(site, attribute, document, isWinner ? wanted : slug);
  }
  await rememberSlug(site, attribute, winner, wanted);
  await rememberSlug(site, attribute, loser, slug);
  const after = await addresses.pathsOf(winner.locale, ids);
  const pages = new Set(after.values());
  // Nobody has seen the pages of posts that the same run has made.
  const isNew = [winner, loser].every(({ record }) => record.createdRun === site.run);
  for (const [documentId, path] of isNew ? [] : before) {
    if (pages.has(path)) continue;
    await addresses.handOver({ path, from: null, documentId, locale: winner.locale });
  }
  return { loser, slug };
};
