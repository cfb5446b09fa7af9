import type { SiteDocument } from '../core/document';
import { hashValue } from '../core/plan/hash-value';
import type { ImportedValues } from '../core/plan/merge-values';
import type { Addresses } from '../site/addresses';
import { inLocale } from '../site/in-locale';
import { loadDocuments } from '../site/documents/load-documents';
import { sharedAttributes } from '../site/schema/shared-attributes';
import type { Contender, ContestSite, ResolvingSite } from './contender';

/** Two slugs that two posts are to exchange. */
export interface Exchange {
  readonly attribute: string;
  /** The winner's slug, which the other post is to have. */
  readonly slug: string;
  /** The other post's slug, which the winner has asked for. */
  readonly slugAsked: string;
  readonly documents: readonly SiteDocument[];
}

/**
 * The attribute whose values posts may exchange; null where there is none, or all translations of a
 * post share it.
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

/** The slug of a document; null where an editor has changed it. */
const ownSlug = (
  attribute: string,
  document: SiteDocument | undefined,
  imported: ImportedValues | null
): string | null => {
  const slug = document?.main.values[attribute];
  if (document === undefined || typeof slug !== 'string') return null;
  if (imported?.[attribute]?.as !== hashValue(slug)) return null;
  const shown = document.published?.values[attribute] ?? slug;
  return shown === slug ? slug : null;
};

/**
 * Finds the slugs to exchange between two posts of one address, where the newer one has asked for
 * the slug that the other has. Only posts of one run exchange slugs, since their addresses are not
 * known to anybody yet.
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

/**
 * Writes a slug into a document's rows, and leaves their times as they are: no editor has changed
 * the document.
 */
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

const updateRecord = async (
  { records }: ContestSite,
  attribute: string,
  { record }: Contender,
  slug: string
): Promise<void> => {
  const before = record.imported ?? {};
  const from = before[attribute]?.from ?? hashValue(slug);
  const imported = { ...before, [attribute]: { from, as: hashValue(slug) } };
  await records.update(record.id, { imported });
};

/**
 * Exchanges the slugs of two posts, which are locked.
 *
 * @returns false, and writes nothing, where one of them has another slug by now
 */
export const exchangeSlugs = async (
  site: ResolvingSite,
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
  await updateRecord(site, attribute, winner, slugAsked);
  await updateRecord(site, attribute, loser, slug);
  for (const { documentId, locale, record } of [winner, loser]) {
    site.announcements.note({ action: 'updated', documentId, locale, path: record.path });
  }
  return true;
};
