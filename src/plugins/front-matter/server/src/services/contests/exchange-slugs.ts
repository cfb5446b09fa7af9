import { digestValue } from '../../core/plan/digest';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { Addresses } from '../../write/addresses';
import { inLocale } from '../../write/in-locale';
import { loadDocuments, type SiteDocument } from '../../write/load-documents';
import { sharedAttributes } from '../../write/target';
import type { Contender, ContestSite } from './contender';

/** Two slugs that two posts are to exchange. */
export interface Exchange {
  readonly attribute: string;
  /** What the winner has, and the other one is to have. */
  readonly slug: string;
  /** What the winner has asked for, and the other one has. */
  readonly slugAsked: string;
  readonly documents: readonly SiteDocument[];
}

/**
 * The attribute whose values posts may exchange; null where there is none: a slug that all
 * translations share is not one translation's to give away.
 */
export const slugToExchange = ({
  strapi,
  target,
}: Pick<ContestSite, 'strapi' | 'target'>): string | null => {
  const attribute = target.fields.get('slug')?.name;
  if (attribute === undefined) return null;
  const isShared = target.locale !== null && sharedAttributes(strapi, target).includes(attribute);
  return isShared ? null : attribute;
};

/** A document's slug; null where an editor has had a hand in it. */
const ownSlug = (
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
 * Finds the slugs that two posts of one address exchange, of which the newer one has asked for the
 * slug that the other has: where one run has made both, nobody has seen either of them yet. Otherwise
 * a slug that was given stays where it is.
 *
 * @returns null where they keep their slugs
 */
export const findExchange = async (
  site: ContestSite,
  winner: Contender,
  loser: Contender,
  slugAsked: string
): Promise<Exchange | null> => {
  const { strapi, target } = site;
  const attribute = slugToExchange(site);
  const { createdRun } = winner.record;
  if (attribute === null || createdRun === null) return null;
  if (loser.record.createdRun !== createdRun || loser.locale !== winner.locale) return null;
  const own = inLocale(target, winner.locale);
  const documents = await loadDocuments(strapi, own, [winner.documentId, loser.documentId]);
  const slugOf = ({ documentId, record }: Contender): string | null =>
    ownSlug(attribute, documents.get(documentId), record.imported);
  const slug = slugOf(winner);
  if (slug === null || slugOf(loser) !== slugAsked) return null;
  return { attribute, slug, slugAsked, documents: [...documents.values()] };
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
 * Gives each of two posts, which are held, the slug of the other.
 *
 * @returns false, and nothing is written, where one of them has another slug by now
 */
export const exchangeSlugs = async (
  site: ContestSite,
  addresses: Addresses,
  winner: Contender,
  loser: Contender,
  { attribute, slug, slugAsked, documents }: Exchange
): Promise<boolean> => {
  const isDone = await addresses.exchangeSlugs(
    { documentId: winner.documentId, locale: winner.locale, slug },
    { documentId: loser.documentId, locale: loser.locale, slug: slugAsked }
  );
  if (!isDone) return false;
  for (const document of documents) {
    const isWinner = document.documentId === winner.documentId;
    await writeSlug(site, attribute, document, isWinner ? slugAsked : slug);
  }
  await rememberSlug(site, attribute, winner, slugAsked);
  await rememberSlug(site, attribute, loser, slug);
  return true;
};
