import type { Core } from '@strapi/strapi';

import type { SiteDocument, SiteRow } from '../../core/document';
import type { JsonValue } from '../../core/post';
import type { Target } from '../target';

type Row = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly documentId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
};

/** A relation to one has an entry, or null, in the place of a list. */
interface Related {
  readonly documentId: string;
}

const toSiteRow = (row: Row, target: Target): SiteRow => {
  const attributes = [...target.fields.values(), ...target.keys.values()];
  return {
    id: row.id,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    publishedAt: row.publishedAt,
    values: Object.fromEntries(
      attributes.map(({ name }) => [name, (row[name] ?? null) as JsonValue])
    ),
    terms: Object.fromEntries(
      target.terms.map(({ attribute }) => {
        const related = [row[attribute] as Related | readonly Related[] | null].flat();
        return [attribute, [...new Set(related.flatMap((term) => term?.documentId ?? []))]];
      })
    ),
  };
};

/** Loads documents with everything that files go to; those that are gone are not in the answer. */
export const loadDocuments = async (
  strapi: Core.Strapi,
  target: Target,
  documentIds: readonly string[]
): Promise<Map<string, SiteDocument>> => {
  if (documentIds.length === 0) return new Map();
  const rows: Row[] = await strapi.db.query(target.uid).findMany({
    where: {
      documentId: { $in: documentIds },
      ...(target.locale === null ? {} : { locale: target.locale }),
    },
    populate: Object.fromEntries(
      target.terms.map(({ attribute }) => [attribute, { select: ['id', 'documentId'] }])
    ),
  });
  const byDocument = new Map<string, { draft?: Row; published?: Row }>();
  for (const row of rows) {
    const pair = byDocument.get(row.documentId) ?? {};
    const isDraft = target.draftAndPublish && row.publishedAt === null;
    byDocument.set(row.documentId, { ...pair, [isDraft ? 'draft' : 'published']: row });
  }
  const documents = new Map<string, SiteDocument>();
  for (const [documentId, { draft, published }] of byDocument) {
    const main = draft ?? published;
    if (main === undefined) continue;
    documents.set(documentId, {
      documentId,
      main: toSiteRow(main, target),
      published: published === undefined ? null : toSiteRow(published, target),
    });
  }
  return documents;
};
