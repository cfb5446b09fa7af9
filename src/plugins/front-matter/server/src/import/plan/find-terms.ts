import type { Core } from '@strapi/strapi';

import { ledgerTerms } from '../../ledger/terms';
import { termsName, termsOfPosts, valuesOfPost } from '../../site/in-locale';
import type { TargetTerms } from '../../site/target';
import { findGivenSlugs } from '../../site/terms/find-given-slugs';
import { findNames } from '../../site/terms/find-names';
import { loadTermDocuments } from '../../site/terms/load-terms';
import type { TermDocument } from '../../core/document';
import type { ReadyFile } from './planned-file';
import type { Planner } from './planner';

/** What was found for the values asked for. */
interface FoundTerms {
  readonly documents: ReadonlyMap<string, TermDocument>;
  /** Values that were found on the site and are not in the ledger yet. */
  readonly unremembered: readonly string[];
  /** The value of the term above, as files first had it, by value; empty for none. Unknown ones are not in it. */
  readonly parents: ReadonlyMap<string, string>;
}

/** The terms that values stand for, by value; those that are gone are not in the answer. */
const loadByValue = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  ids: ReadonlyMap<string, string>
): Promise<readonly (readonly [string, TermDocument])[]> => {
  // A term's draft may be called otherwise than what is public of it: all its rows are wanted.
  const documents = await loadTermDocuments(strapi, terms, [...new Set(ids.values())]);
  return [...ids].flatMap(([value, id]) => {
    const document = documents.get(id);
    return document === undefined ? [] : [[value, document] as const];
  });
};

/**
 * Finds terms by their exact values: by what the ledger remembers, so that a term that an editor
 * has renamed is found again; then by exact name; then, for categories and tags, by an exact slug that
 * somebody gave.
 */
const findTerms = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  archive: string,
  values: readonly string[]
): Promise<FoundTerms> => {
  if (values.length === 0) return { documents: new Map(), unremembered: [], parents: new Map() };
  const ledger = ledgerTerms(strapi);
  const remembered = await ledger.ofValues(terms, archive, values);
  const known = new Map(remembered.map(({ value, documentId }) => [value, documentId]));
  const documents = new Map(await loadByValue(strapi, terms, known));
  const unremembered: string[] = [];
  const searches = [(missing: readonly string[]) => findNames(strapi, terms, missing)];
  if (terms.key === null) {
    searches.push((missing) => findGivenSlugs(strapi, terms, missing, ledger.madeOf));
  }
  for (const search of searches) {
    const missing = values.filter((value) => !documents.has(value));
    if (missing.length === 0) break;
    for (const [value, document] of await loadByValue(strapi, terms, await search(missing))) {
      documents.set(value, document);
      unremembered.push(value);
    }
  }
  const parents = new Map(
    remembered.flatMap(({ value, parent }) => (parent === null ? [] : [[value, parent] as const]))
  );
  return { documents, unremembered, parents };
};

/** Terms found on the site, by the name of their kind and locale. */
export type FoundByName = ReadonlyMap<string, FoundTerms>;

/** Finds the terms of all posts of a batch. */
export const findAllTerms = async (
  planner: Planner,
  files: readonly ReadyFile[]
): Promise<FoundByName> => {
  const found = new Map<string, FoundTerms>();
  const all = files.map(({ post }) => post);
  for (const { terms, attributes, posts } of termsOfPosts(planner.target, all)) {
    const values = [...new Set(posts.flatMap((post) => valuesOfPost(post, attributes)))];
    found.set(termsName(terms), await findTerms(planner.strapi, terms, planner.archive, values));
  }
  return found;
};
