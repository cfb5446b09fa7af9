import type { Core } from '@strapi/strapi';

import { termKey } from '../ledger/keys';
import { TERM } from '../ledger/tables';
import { findGivenSlugs } from './find-given-slugs';
import { loadTermDocuments, loadTermRows, toTermDocument, type TermDocument } from './load-terms';
import type { TargetTerms } from './target';

/** What was found for the values asked for. */
export interface FoundTerms {
  readonly documents: ReadonlyMap<string, TermDocument>;
  /** Values that were found on the site and are not in the ledger yet. */
  readonly unremembered: readonly string[];
  /** The value of the term above, as files first had it, by value; empty for none. Unknown ones are not in it. */
  readonly parents: ReadonlyMap<string, string>;
}

interface LedgerRow {
  readonly key: string;
  readonly targetDocumentId: string;
  readonly parent: string | null;
}

/**
 * Finds terms by exact name. A database may take upper and lower case for one, so every answer of
 * it is compared again here.
 *
 * @returns document ids by value
 */
const findNames = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  values: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const { name } = terms;
  const rows = await loadTermRows(strapi, terms, { [name.name]: { $in: values } });
  const idOf = (value: string) => rows.find((row) => row[name.name] === value)?.documentId;
  return new Map(
    values.flatMap((value) => {
      const id = idOf(value);
      return id === undefined ? [] : [[value, id] as const];
    })
  );
};

/**
 * Finds terms by their exact values: by what the ledger remembers, so that a term that an editor
 * has renamed is found again; then by exact name; then by an exact slug that somebody gave.
 */
export const findTerms = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  archive: string,
  values: readonly string[]
): Promise<FoundTerms> => {
  if (values.length === 0) return { documents: new Map(), unremembered: [], parents: new Map() };
  const keys = new Map(
    values.map((value) => [termKey(archive, terms.kind, value, terms.locale), value])
  );
  const remembered: LedgerRow[] = await strapi.db.query(TERM).findMany({
    where: { key: { $in: [...keys.keys()] } },
    select: ['key', 'targetDocumentId', 'parent'],
  });
  const documentIds = new Map(
    remembered.map((row) => [keys.get(row.key) ?? '', row.targetDocumentId])
  );
  const rows = await loadTermRows(strapi, terms, {
    documentId: { $in: [...documentIds.values()] },
  });
  const documents = new Map<string, TermDocument>();
  for (const [value, documentId] of documentIds) {
    const own = rows.filter((row) => row.documentId === documentId);
    const document = toTermDocument(own, terms.draftAndPublish);
    if (document !== undefined) documents.set(value, document);
  }

  const unremembered: string[] = [];
  for (const find of [findNames, findGivenSlugs]) {
    const missing = values.filter((value) => !documents.has(value));
    if (missing.length === 0) break;
    const ids = await find(strapi, terms, missing);
    // A term's draft may be called otherwise than what is public of it: all its rows are wanted.
    const whole = await loadTermDocuments(strapi, terms, [...new Set(ids.values())]);
    for (const value of missing) {
      const document = whole.get(ids.get(value) ?? '');
      if (document === undefined) continue;
      documents.set(value, document);
      unremembered.push(value);
    }
  }
  const parents = new Map(
    remembered.flatMap((row) =>
      row.parent === null ? [] : [[keys.get(row.key) ?? '', row.parent] as const]
    )
  );
  return { documents, unremembered, parents };
};
