import type { Core } from '@strapi/strapi';

import { isDerivedSlug } from '../../core/plan/term-slug';
import { addressesOf } from '../addresses';
import { loadTermRows, type TermRow } from './load-terms';
import type { TargetTerms } from '../target';

/** Whether a slug is what a name makes of itself. */
type IsMade = (slug: string, name: string) => boolean;

/** An archive's own slug that was taken and numbered (`c-2`) is not what it has given, either. */
const isMadeFor = (strapi: Core.Strapi, terms: TargetTerms): IsMade => {
  const addresses = addressesOf(strapi, terms.uid);
  if (addresses === null) return isDerivedSlug;
  return (slug, name) => isDerivedSlug(slug, name) || addresses.isMade(slug, name);
};

/** The values that imports have made some terms of, by document: an editor may have renamed them. */
export type MadeOf = (
  documentIds: readonly string[]
) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * Finds terms by exact slug, where that slug was given to the term by an editor or an archive. One
 * that was made of another name says nothing of the value: `c` of *C++* is not the tag `c`.
 *
 * @returns document ids by value
 */
export const findGivenSlugs = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  values: readonly string[],
  madeOf: MadeOf
): Promise<ReadonlyMap<string, string>> => {
  const { slug, name } = terms;
  if (slug === null || values.length === 0) return new Map();
  const isAsked = new Set<unknown>(values);
  const rows = (await loadTermRows(strapi, terms, { [slug.name]: { $in: values } })).filter((row) =>
    isAsked.has(row[slug.name])
  );
  if (rows.length === 0) return new Map();
  const made = await madeOf(rows.map(({ documentId }) => documentId));
  const isMade = isMadeFor(strapi, terms);
  const isGiven = (row: TermRow): boolean => {
    const names = [String(row[name.name] ?? ''), ...(made.get(row.documentId) ?? [])];
    return !names.some((text) => isMade(String(row[slug.name]), text));
  };
  const found = new Map<string, string>();
  for (const row of rows) {
    const value = String(row[slug.name]);
    if (!found.has(value) && isGiven(row)) found.set(value, row.documentId);
  }
  return found;
};
