import type { Core } from '@strapi/strapi';

import { standingOf, type Standing } from '../../core/plan/rank-posts';
import type { Changes } from '../../ledger/changes';
import type { AskingRecord, Records } from '../../ledger/records';
import type { Addresses } from '../../write/addresses';
import { findLocales } from '../../write/find-translated';
import { inLocale, nameIn } from '../../write/in-locale';
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

/** A document in one of its locales, which may be a contender. */
export interface Candidate {
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
}

/** A document that an import has made, and its place among those that ask for an address. */
export interface Contender {
  readonly name: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly standing: Standing;
  readonly record: AskingRecord;
}

/** What a dry run knows better than the ledger, by name. */
export type Overlay = ReadonlyMap<string, AskingRecord>;

/** The name of a candidate. */
export const nameOf = (target: Target, { targetDocumentId, targetLocale }: Candidate): string =>
  nameIn(target, targetDocumentId, targetLocale);

/** The document that has a name: no document's id has a blank. */
export const candidateOf = (name: string): Candidate => {
  const [targetDocumentId = '', targetLocale = null] = name.split(' ');
  return { targetDocumentId, targetLocale };
};

/** The names of those of some documents that are there, one for each of their locales. */
export const findNames = async (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  ids: readonly string[]
): Promise<ReadonlySet<string>> => {
  const locales = await findLocales(strapi, target.uid, ids);
  return new Set(
    [...locales].flatMap(([id, own]) => [...own].map((locale) => nameIn(target, id, locale)))
  );
};

/** The addresses that a document's file asked for in runs that count. */
const askedBefore = async (
  { changes, target }: ContestSite,
  { targetDocumentId: id, targetLocale }: AskingRecord
): Promise<readonly string[]> => {
  if (id === null) return [];
  const chain = (await changes.ofDocuments(inLocale(target, targetLocale), [id])).get(id) ?? [];
  const standing = chain.filter(({ undoneBy }) => undoneBy === null);
  return [
    ...(chain[0]?.before.record.paths ?? []),
    ...standing.flatMap(({ after }) => after.paths ?? []),
  ];
};

/**
 * Those of some documents that are there and have asked for an address, by a run that counts.
 *
 * @returns by name
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
  const living = await findNames(site, ids);
  const wanted = new Set(candidates.map((candidate) => nameOf(target, candidate)));
  const date = target.fields.get('date')?.name ?? null;
  for (const stored of await records.asking(target.uid, ids)) {
    const { targetDocumentId: documentId, targetLocale: locale } = stored;
    const name = nameIn(target, documentId ?? '', locale);
    if (documentId === null || !living.has(name) || !wanted.has(name)) continue;
    const record = overlay.get(name) ?? stored;
    const standing = standingOf(record, address, addressOf, date);
    if (standing.asks === 'former') {
      const before = [...(stored.paths ?? []), ...(await askedBefore(site, stored))];
      if (!before.some((path) => addressOf(path) === address)) continue;
    }
    found.set(name, { name, documentId, locale, standing, record });
  }
  return found;
};
