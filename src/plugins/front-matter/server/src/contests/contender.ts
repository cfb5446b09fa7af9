import type { Core } from '@strapi/strapi';

import { localeIn, nameIn } from '../core/locale';
import { standingOf, type Standing } from '../core/plan/rank-posts';
import type { Changes } from '../ledger/changes';
import type { AskingRecord } from '../ledger/records/record';
import type { Records } from '../ledger/records/records';
import type { Addresses } from '../site/addresses';
import { inLocale } from '../site/in-locale';
import type { RunAccess } from '../run/run-transaction';
import type { Target } from '../site/target';

/** What finding and deciding contested addresses needs. */
export interface ContestSite {
  readonly strapi: Core.Strapi;
  readonly target: Target;
  readonly records: Pick<Records, 'asking' | 'update'>;
  readonly changes: Pick<Changes, 'ofDocuments'>;
}

/** What deciding them for good needs besides. */
export interface ResolvingSite extends ContestSite, Pick<RunAccess, 'announcements'> {}

/** A document in one of its locales, which may ask for an address. */
interface Candidate {
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
}

/** An imported document that asks for an address, and its rank among those that do. */
export interface Contender {
  readonly name: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly standing: Standing;
  readonly record: AskingRecord;
}

/** The name of a candidate. */
export const nameOf = (target: Target, { targetDocumentId, targetLocale }: Candidate): string =>
  nameIn(target, targetDocumentId, targetLocale);

/** The document that a name stands for: no document's id has a blank. */
export const candidateOf = (name: string): Candidate => {
  const [targetDocumentId = '', targetLocale = null] = name.split(' ');
  return { targetDocumentId, targetLocale };
};

/** By name, whether documents are shown to visitors; those that do not exist are left out. */
export const findShown = async (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, boolean>> => {
  const found = new Map<string, boolean>();
  if (ids.length === 0) return found;
  const rows: readonly {
    readonly documentId: string;
    readonly locale: string | null;
    readonly publishedAt: string | null;
  }[] = await strapi.db.query(target.uid).findMany({
    where: { documentId: { $in: ids } },
    select: ['documentId', 'locale', 'publishedAt'],
  });
  for (const { documentId, locale, publishedAt } of rows) {
    const name = nameIn(target, documentId, locale);
    const isShown = !target.draftAndPublish || publishedAt !== null;
    found.set(name, isShown || found.get(name) === true);
  }
  return found;
};

/**
 * The addresses that a document's file has asked for in applied runs, and may not ask for any more.
 */
const askedBefore = async (
  { changes, target }: ContestSite,
  { documentId, locale, record }: Contender
): Promise<readonly string[]> => {
  const own = inLocale(target, locale);
  const chain = (await changes.ofDocuments(own, [documentId])).get(documentId) ?? [];
  const applied = chain.filter(({ undoneBy }) => undoneBy === null);
  return [
    ...(record.paths ?? []),
    ...(chain[0]?.before.record.paths ?? []),
    ...applied.flatMap(({ after }) => after.paths ?? []),
  ];
};

/** Loads documents as contenders for an address, whether they ask for it or not, by name. */
const loadContenders = async (
  site: ContestSite,
  { addressOf }: Pick<Addresses, 'addressOf'>,
  address: string,
  candidates: readonly Candidate[]
): Promise<Map<string, Contender>> => {
  const { target, records } = site;
  const found = new Map<string, Contender>();
  const ids = [...new Set(candidates.map(({ targetDocumentId }) => targetDocumentId))];
  const shown = await findShown(site, ids);
  const wanted = new Set(candidates.map((candidate) => nameOf(target, candidate)));
  const date = target.fields.get('date')?.name ?? null;
  for (const record of await records.asking(target.uid, ids)) {
    const { targetDocumentId: documentId } = record;
    const locale = localeIn(target, record.targetLocale);
    const name = nameIn(target, documentId ?? '', locale);
    const isShown = shown.get(name);
    if (documentId === null || isShown === undefined || !wanted.has(name)) continue;
    const standing = standingOf(record, address, { addressOf, date, isShown });
    found.set(name, { name, documentId, locale, standing, record });
  }
  return found;
};

/**
 * Finds those of some documents that exist and whose files ask for an address, by name.
 *
 * @param which `all`: also those whose files have asked for it in an earlier run only
 */
export const findContenders = async (
  site: ContestSite,
  addresses: Pick<Addresses, 'addressOf'>,
  address: string,
  candidates: readonly Candidate[],
  which: 'current' | 'all' = 'current'
): Promise<ReadonlyMap<string, Contender>> => {
  if (candidates.length === 0) return new Map();
  const found = await loadContenders(site, addresses, address, candidates);
  for (const { name, standing } of found.values()) {
    if (standing.asks === 'former' && which === 'current') found.delete(name);
  }
  return found;
};

/** Finds the document that has an address, where its file has asked for it in an applied run. */
export const findOwner = async (
  site: ContestSite,
  addresses: Pick<Addresses, 'addressOf'>,
  address: string,
  candidate: Candidate
): Promise<Contender | null> => {
  const [owner] = (await loadContenders(site, addresses, address, [candidate])).values();
  if (owner?.standing.asks !== 'former') return owner ?? null;
  const before = await askedBefore(site, owner);
  return before.some((path) => addresses.addressOf(path) === address) ? owner : null;
};
