import type { TermDocument } from '../../core/document';

/**
 * The rows of a term that a row of a document is linked to, as Strapi has it: a draft to the
 * term's draft, what is public to what is public of the term. A type without drafts is linked to
 * both.
 *
 * @param source the type of the document
 * @returns null for a row that is not there: its place among the document's terms stays empty
 */
export const linkedRows = (
  source: { readonly draftAndPublish: boolean },
  { draftRow, publishedRow }: TermDocument,
  isPublished: boolean
): readonly (number | null)[] => {
  if (source.draftAndPublish) return [isPublished ? publishedRow : draftRow];
  return publishedRow === null ? [draftRow] : [...new Set([draftRow, publishedRow])];
};

/** The same for all of a document's terms, in their order. */
export const linkedRowsOf = (
  source: { readonly draftAndPublish: boolean },
  terms: readonly TermDocument[],
  isPublished: boolean
): readonly (number | null)[] => {
  const [first] = terms;
  // Most posts have one term of a kind.
  if (first !== undefined && terms.length === 1) return linkedRows(source, first, isPublished);
  return terms.flatMap((term) => linkedRows(source, term, isPublished));
};

/** The same without those that are not there. */
export const rowsToSet = (
  source: { readonly draftAndPublish: boolean },
  terms: readonly TermDocument[],
  isPublished: boolean
): number[] => linkedRowsOf(source, terms, isPublished).filter((row) => row !== null);
