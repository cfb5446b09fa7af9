import type { Core } from '@strapi/strapi';

import { standingOf, type Standing } from '../../core/plan/rank-posts';
import type { Changes } from '../../ledger/changes';
import type { AskingRecord, Records } from '../../ledger/records';
import type { Addresses } from '../../write/addresses';
import type { Target } from '../../write/target';

/** What looking at contested addresses takes. */
export interface ContestSite {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Pick<Records, 'asking' | 'update'>;
  readonly changes: Pick<Changes, 'ofDocuments'>;
  /** The run that looks; null for a dry one. */
  readonly run: number | null;
}

/** A document that an import has made, and its place among those that ask for an address. */
export interface Contender {
  readonly documentId: string;
  readonly locale: string | null;
  readonly standing: Standing;
  readonly record: AskingRecord;
}

/** A document that may be one. */
export interface Candidate {
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
}

/** What a dry run knows better than the ledger. */
export type Overlay = ReadonlyMap<string, AskingRecord>;

/** Documents that are there, each by its id and its locale. */
const findLiving = async (
  { strapi, target }: ContestSite,
  ids: readonly string[]
): Promise<ReadonlySet<string>> => {
  const rows: readonly { readonly documentId: string; readonly locale: string | null }[] =
    await strapi.db.query(target.uid).findMany({
      where: { documentId: { $in: ids } },
      select: ['documentId', 'locale'],
    });
  return new Set(rows.map(({ documentId, locale }) => nameOf(target, documentId, locale)));
};

/** A document's name in sets: types that are not localised have locales in their rows, too. */
const nameOf = ({ locale: own }: Target, documentId: string, locale: string | null): string =>
  own === null ? documentId : `${documentId} ${locale ?? ''}`;

/** Whether a document is there. */
export const isThere = async (
  site: ContestSite,
  { targetDocumentId, targetLocale }: Candidate
): Promise<boolean> =>
  (await findLiving(site, [targetDocumentId])).has(
    nameOf(site.target, targetDocumentId, targetLocale)
  );

/** The addresses that a document's file asked for in runs that count. */
const askedBefore = async (
  { changes }: ContestSite,
  documentId: string
): Promise<readonly string[]> => {
  const chain = (await changes.ofDocuments([documentId])).get(documentId) ?? [];
  const standing = chain.filter(({ undoneBy }) => undoneBy === null);
  return [
    ...(chain[0]?.before.record.paths ?? []),
    ...standing.flatMap(({ after }) => after.paths ?? []),
  ];
};

/**
 * Those of some documents that are there and have asked for an address, by a run that counts.
 *
 * @returns by document id
 */
export const findContenders = async (
  site: ContestSite,
  { addressOf }: Pick<Addresses, 'addressOf'>,
  address: string,
  candidates: readonly Candidate[],
  overlay: Overlay = new Map()
): Promise<ReadonlyMap<string, Contender>> => {
  const { target, records } = site;
  const found = new Map<string, Contender>();
  if (candidates.length === 0) return found;
  const ids = [...new Set(candidates.map(({ targetDocumentId }) => targetDocumentId))];
  const living = await findLiving(site, ids);
  const wanted = new Set(
    candidates.map((candidate) =>
      nameOf(target, candidate.targetDocumentId, candidate.targetLocale)
    )
  );
  const date = target.fields.get('date')?.name ?? null;
  for (const stored of await records.asking(target.uid, ids)) {
    const documentId = stored.targetDocumentId ?? '';
    const record = overlay.get(documentId) ?? stored;
    const name = nameOf(target, documentId, stored.targetLocale);
    if (!living.has(name) || !wanted.has(name)) continue;
    const standing = standingOf(record, address, addressOf, date);
    if (standing.asks === 'former') {
      const before = [...(stored.paths ?? []), ...(await askedBefore(site, documentId))];
      if (!before.some((path) => addressOf(path) === address)) continue;
    }
    found.set(documentId, { documentId, locale: stored.targetLocale, standing, record });
  }
  return found;
};
