import type { Core } from '@strapi/strapi';

import type { KeptDocument } from 'strapi-plugin-permalinks/contract';
import { ownSlug, plainSlug } from '../../core/plan/term-slug';
import { addressesOf, type DocumentToKeep } from '../addresses';
import { loadTermDocuments } from './load-terms';
import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../target';

/** A term to be made, and the document it is to be. */
export interface NewTerm {
  readonly value: string;
  readonly documentId: string;
}

/** The addresses that terms are to have. */
export const termAddresses = (
  terms: TargetTerms,
  drafts: readonly NewTerm[]
): readonly DocumentToKeep[] =>
  drafts.map((draft) => ({
    documentId: draft.documentId,
    locale: terms.locale,
    slug: ownSlug(draft.value),
    title: draft.value,
    fallback: null,
    published: true,
    fresh: true,
    paths: terms.paths.map((path) => path.replaceAll(':name', draft.value)),
  }));

/** A term's slug: the one it was given, or its own where nobody keeps addresses. */
const termSlug = (value: string, kept: KeptDocument | undefined): string =>
  kept?.slug ?? ownSlug(value) ?? plainSlug(value);

/** Terms that were made, and the addresses they were given. */
export interface CreatedTerms {
  /** By value. */
  readonly documents: ReadonlyMap<string, TermDocument>;
  /** By value; empty where nobody keeps addresses. */
  readonly kept: ReadonlyMap<string, KeptDocument>;
}

/** What was kept, by value instead of document. */
export const keptByValue = (
  drafts: readonly NewTerm[],
  kept: readonly KeptDocument[] | undefined
): ReadonlyMap<string, KeptDocument> =>
  new Map(
    drafts.flatMap(({ value }, index) => {
      const own = kept?.[index];
      return own === undefined ? [] : [[value, own] as const];
    })
  );

/**
 * Creates a term for each value, in order. A value that is already a slug keeps its case and is
 * both name and slug.
 */
export const createTerms = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  drafts: readonly NewTerm[]
): Promise<CreatedTerms> => {
  if (drafts.length === 0) return { documents: new Map(), kept: new Map() };
  const addresses = terms.slug === null ? null : addressesOf(strapi, terms.uid);
  const kept = keptByValue(drafts, await addresses?.keep(termAddresses(terms, drafts)));
  const now = new Date();
  const rows = drafts.flatMap((draft) => {
    const slug = termSlug(draft.value, kept.get(draft.value));
    const row = {
      documentId: draft.documentId,
      locale: terms.locale,
      [terms.name.name]: draft.value,
      ...(terms.slug === null ? {} : { [terms.slug.name]: slug }),
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
    };
    return terms.draftAndPublish ? [{ ...row, publishedAt: null }, row] : [row];
  });
  await strapi.db.query(terms.uid).createMany({ data: rows });
  const created = await loadTermDocuments(
    strapi,
    terms,
    drafts.map((draft) => draft.documentId)
  );
  return {
    documents: new Map(
      drafts.flatMap(({ value, documentId: id }) => {
        const document = created.get(id);
        return document === undefined ? [] : [[value, document] as const];
      })
    ),
    kept,
  };
};
