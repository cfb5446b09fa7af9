import type { JsonValue } from '../../core/post';
import { termKey } from '../../ledger/keys';
import type { TermRemoval } from '../../ledger/change';
import { loadTermDocuments } from '../../site/terms/load-terms';
import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../../site/target';
import type { RollbackJob } from '../job/rollback-job';
import type { CurrentValues } from '../plan/plan-restore';

/** What became of terms that documents had. */
export interface CurrentTerms {
  /** By the id that a document had: the term, or the one that has its value now. */
  readonly living: ReadonlyMap<string, TermDocument>;
  /** Terms that a rollback has removed and no other has replaced. */
  readonly removed: ReadonlyMap<string, TermRemoval>;
}

/** The key of a removed term in the ledger. */
export const termKeyOf = (
  terms: TargetTerms,
  { archive, kind, value }: TermRemoval['before']
): string => termKey(archive, kind, value, terms.locale);

/** Finds what became of terms, by the ids that documents had. */
export const findCurrentTerms = async (
  { strapi, changes, terms: ledger }: RollbackJob,
  terms: TargetTerms,
  ids: readonly string[]
): Promise<CurrentTerms> => {
  const living = await loadTermDocuments(strapi, terms, ids);
  const missing = ids.filter((id) => !living.has(id));
  if (missing.length === 0) return { living, removed: new Map() };
  const removals = await changes.removedTerms({
    targetDocumentId: { $in: missing },
    contentType: terms.uid,
  });
  const removed = new Map(removals.map((removal) => [removal.targetDocumentId, removal]));
  const rows = await ledger.byKeys(removals.map(({ before }) => termKeyOf(terms, before)));
  const others = await loadTermDocuments(
    strapi,
    terms,
    rows.map(({ targetDocumentId }) => targetDocumentId)
  );
  const byKey = new Map(
    rows.map(({ key, targetDocumentId }) => [key, others.get(targetDocumentId)])
  );
  for (const [id, { before }] of [...removed]) {
    const replacement = byKey.get(termKeyOf(terms, before));
    if (replacement === undefined) continue;
    living.set(id, replacement);
    removed.delete(id);
  }
  return { living, removed };
};

const isIds = (value: JsonValue): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** The ids of terms in values of a relation. */
export const idsIn = (values: readonly (JsonValue | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => (value !== undefined && isIds(value) ? value : []))),
];

/**
 * Translates values of relations into ids of current terms.
 *
 * @param byAttribute what became of the terms, by the relation's attribute
 */
export const currentValuesOf = (byAttribute: ReadonlyMap<string, CurrentTerms>): CurrentValues => {
  const map = (
    name: string,
    value: JsonValue,
    isWanted: (id: string, all: CurrentTerms) => boolean
  ) => {
    const currentTerms = byAttribute.get(name);
    if (currentTerms === undefined || !isIds(value)) return value;
    const { living } = currentTerms;
    const ids = value.filter((id) => isWanted(id, currentTerms));
    return [...new Set(ids.map((id) => living.get(id)?.documentId ?? id))];
  };
  return {
    existing: (name, value) =>
      map(name, value, (id, { living, removed }) => living.has(id) || removed.has(id)),
    all: (name, value) => map(name, value, () => true),
  };
};
