import type { Core } from '@strapi/strapi';

import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../target';

export interface TermRow {
  readonly id: number;
  readonly documentId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  readonly [attribute: string]: unknown;
}

/** Rows of terms, in the order of their making. */
export const loadTermRows = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  where: object
): Promise<TermRow[]> =>
  strapi.db.query(terms.uid).findMany({
    where: { ...where, ...(terms.locale === null ? {} : { locale: terms.locale }) },
    select: [
      'id',
      'documentId',
      'createdAt',
      'updatedAt',
      'publishedAt',
      terms.name.name,
      ...(terms.slug === null ? [] : [terms.slug.name]),
    ],
    orderBy: { id: 'asc' },
  });

/** The one document that rows belong to. */
const toTermDocument = (
  rows: readonly TermRow[],
  draftAndPublish: boolean
): TermDocument | undefined => {
  const draft = draftAndPublish ? rows.find((row) => row.publishedAt === null) : rows[0];
  const published = draftAndPublish ? rows.find((row) => row.publishedAt !== null) : rows[0];
  const any = draft ?? published;
  if (any === undefined) return undefined;
  return {
    documentId: any.documentId,
    draftRow: (draft ?? any).id,
    publishedRow: published?.id ?? null,
  };
};

/** Terms by their document ids; those that are gone are not in the answer. */
export const loadTermDocuments = async (
  strapi: Core.Strapi,
  terms: TargetTerms,
  documentIds: readonly string[]
): Promise<Map<string, TermDocument>> => {
  if (documentIds.length === 0) return new Map();
  const rows = await loadTermRows(strapi, terms, { documentId: { $in: documentIds } });
  const documents = new Map<string, TermDocument>();
  for (const documentId of documentIds) {
    const own = rows.filter((row) => row.documentId === documentId);
    const document = toTermDocument(own, terms.draftAndPublish);
    if (document !== undefined) documents.set(documentId, document);
  }
  return documents;
};
