import type { Core } from '@strapi/strapi';

import { ownSlug, plainSlug } from '../core/plan/term-slug';
import { termKey } from '../ledger/keys';
import { TERM } from '../ledger/tables';
import { addressesOf } from './addresses';
import { documentId } from './document-id';
import { loadTermDocuments, type TermDocument } from './load-terms';
import type { TargetTerms } from './target';

/** A term to be made, and the document it is to be. */
export interface NewTerm {
  readonly value: string;
  readonly documentId: string;
}

/** Whose terms these are. */
export interface TermContext {
  readonly archive: string;
  readonly run: number;
}

const remember = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  context: TermContext,
  entries: readonly { readonly value: string; readonly documentId: string }[],
  created: boolean
): Promise<void> => {
  if (entries.length === 0) return;
  await strapi.db.query(TERM).createMany({
    data: entries.map((entry) => ({
      documentId: documentId(),
      key: termKey(context.archive, terms.kind, entry.value, terms.locale),
      archive: context.archive,
      kind: terms.kind,
      value: entry.value,
      contentType: terms.uid,
      targetDocumentId: entry.documentId,
      targetLocale: terms.locale,
      run: context.run,
      created,
    })),
  });
};

/** Writes into the ledger which terms of the site an archive's values stand for. */
export const rememberTerms = (
  strapi: Core.Strapi,
  terms: TargetTerms,
  context: TermContext,
  found: ReadonlyMap<string, TermDocument>,
  values: readonly string[]
): Promise<void> =>
  remember(
    strapi,
    terms,
    context,
    values.flatMap((value) => {
      const document = found.get(value);
      return document === undefined ? [] : [{ value, documentId: document.documentId }];
    }),
    false
  );

/**
 * Creates a term for each value, in order, and writes into the ledger what it stands for. A value
 * that is already a slug keeps its case and is both name and slug.
 */
export const createTerms = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  context: TermContext,
  drafts: readonly NewTerm[]
): Promise<Map<string, TermDocument>> => {
  if (drafts.length === 0) return new Map();
  const addresses = terms.slug === null ? null : addressesOf(strapi, terms.uid);
  const kept = await addresses?.keep(
    drafts.map((draft) => ({
      documentId: draft.documentId,
      locale: terms.locale,
      slug: ownSlug(draft.value),
      title: draft.value,
      fallback: null,
      published: true,
      fresh: true,
      paths: terms.paths.map((path) => path.replaceAll(':name', draft.value)),
    }))
  );
  const now = new Date();
  const rows = drafts.flatMap((draft) => {
    const slug =
      kept?.get(draft.documentId)?.slug ?? ownSlug(draft.value) ?? plainSlug(draft.value);
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
  await remember(strapi, terms, context, drafts, true);
  const created = await loadTermDocuments(
    strapi,
    terms,
    drafts.map((draft) => draft.documentId)
  );
  return new Map(
    drafts.flatMap(({ value, documentId: id }) => {
      const document = created.get(id);
      return document === undefined ? [] : [[value, document] as const];
    })
  );
};
