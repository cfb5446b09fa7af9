import type { Core } from '@strapi/strapi';

import { ownSlug, plainSlug } from '../core/plan/term-slug';
import { termKey } from '../ledger/keys';
import { TERM } from '../ledger/tables';
import { addressesOf } from './addresses';
import { documentId } from './document-id';
import type { TermDocument } from './find-terms';
import type { TargetTerms } from './target';

/** Whose terms these are. */
export interface TermContext {
  readonly archive: string;
  readonly run: number;
}

interface CreatedRow {
  readonly id: number;
  readonly documentId: string;
  readonly publishedAt: string | null;
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
  values: readonly string[]
): Promise<Map<string, TermDocument>> => {
  if (values.length === 0) return new Map();
  const drafts = values.map((value) => ({ value, documentId: documentId() }));
  const addresses = terms.slug === null ? null : addressesOf(strapi, terms.uid);
  const kept = await addresses?.keep(
    drafts.map((draft) => ({
      documentId: draft.documentId,
      locale: terms.locale,
      slug: ownSlug(draft.value),
      title: draft.value,
      fallback: null,
      published: true,
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
  const created: CreatedRow[] = await strapi.db.query(terms.uid).findMany({
    where: { documentId: { $in: drafts.map((draft) => draft.documentId) } },
    select: ['id', 'documentId', 'publishedAt'],
  });
  await remember(strapi, terms, context, drafts, true);

  const documents = new Map<string, TermDocument>();
  for (const draft of drafts) {
    const own = created.filter((row) => row.documentId === draft.documentId);
    const published = own.find((row) => row.publishedAt !== null) ?? own[0];
    const unpublished = own.find((row) => row.publishedAt === null) ?? published;
    if (published === undefined || unpublished === undefined) continue;
    documents.set(draft.value, {
      documentId: draft.documentId,
      draftRow: unpublished.id,
      publishedRow: published.id,
    });
  }
  return documents;
};
