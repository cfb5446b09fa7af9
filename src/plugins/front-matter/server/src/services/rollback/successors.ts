import type { JsonValue } from '../../core/post';
import { termKey } from '../../ledger/keys';
import type { TermRemoval } from '../../ledger/changes';
import { loadTermDocuments, type TermDocument } from '../../write/load-terms';
import type { TargetTerms } from '../../write/target';
import type { Current } from './fold-document';
import type { RollbackJob } from './job';

/** What there is of some terms that documents had. */
export interface Successors {
  /** By the id that a document had: the term itself, or the one that stands for its value now. */
  readonly living: ReadonlyMap<string, TermDocument>;
  /** Those that a rollback has removed, and that nothing has taken the place of. */
  readonly removed: ReadonlyMap<string, TermRemoval>;
}

export const keyOf = (
  terms: TargetTerms,
  { archive, kind, value }: TermRemoval['before']
): string => termKey(archive, kind, value, terms.locale);

/** Looks for terms by the ids that documents had. */
export const findSuccessors = async (
  { strapi, changes, terms: ledger }: RollbackJob,
  terms: TargetTerms,
  ids: readonly string[]
): Promise<Successors> => {
  const living = await loadTermDocuments(strapi, terms, ids);
  const dead = ids.filter((id) => !living.has(id));
  if (dead.length === 0) return { living, removed: new Map() };
  const removals = await changes.removedTerms({
    targetDocumentId: { $in: dead },
    contentType: terms.uid,
  });
  const removed = new Map(removals.map((removal) => [removal.targetDocumentId, removal]));
  const rows = await ledger.byKeys(removals.map(({ before }) => keyOf(terms, before)));
  const others = await loadTermDocuments(
    strapi,
    terms,
    rows.map(({ targetDocumentId }) => targetDocumentId)
  );
  const byKey = new Map(
    rows.map(({ key, targetDocumentId }) => [key, others.get(targetDocumentId)])
  );
  for (const [id, { before }] of [...removed]) {
    const successor = byKey.get(keyOf(terms, before));
    if (successor === undefined) continue;
    living.set(id, successor);
    removed.delete(id);
  }
  return { living, removed };
};

const isIds = (value: JsonValue): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** The ids of terms in some values of a relation. */
export const idsIn = (values: readonly (JsonValue | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => (value !== undefined && isIds(value) ? value : []))),
];

/**
 * Tells what values of relations would be now.
 *
 * @param byAttribute what there is of the terms, by the relation's attribute
 */
export const currentIn = (byAttribute: ReadonlyMap<string, Successors>): Current => {
  const map = (
    name: string,
    value: JsonValue,
    isWanted: (id: string, all: Successors) => boolean
  ) => {
    const successors = byAttribute.get(name);
    if (successors === undefined || !isIds(value)) return value;
    const { living } = successors;
    const ids = value.filter((id) => isWanted(id, successors));
    return [...new Set(ids.map((id) => living.get(id)?.documentId ?? id))];
  };
  return {
    there: (name, value) =>
      map(name, value, (id, { living, removed }) => living.has(id) || removed.has(id)),
    all: (name, value) => map(name, value, () => true),
  };
};
