import type { Core } from '@strapi/strapi';

import type { OriginTerm } from '../../panel/origin-contract';
import type { TargetTerms } from '../../site/target';
import type { Readable } from '../readable';

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly locale?: string | null;
  readonly publishedAt: string | null;
  readonly [attribute: string]: unknown;
}

/** Categories or tags by their ids, in that order; without those that are gone or that whoever asks may not read. */
export const nameTerms = async (
  strapi: Core.Strapi,
  { uid, name, locale, draftAndPublish }: TargetTerms,
  documentIds: readonly string[],
  readable: Readable
): Promise<readonly OriginTerm[]> => {
  if (documentIds.length === 0) return [];
  const rows: readonly Row[] = await strapi.db.query(uid).findMany({
    where: {
      documentId: { $in: documentIds },
      ...(locale === null ? {} : { locale }),
      ...(draftAndPublish ? { publishedAt: { $null: true } } : {}),
    },
    populate: { createdBy: { populate: ['roles'] } },
    orderBy: { id: 'asc' },
  });
  return documentIds.flatMap((documentId) => {
    const row = rows.find((each) => each.documentId === documentId);
    if (row === undefined || !readable.related(uid, row)) return [];
    const isNamed = readable.related(uid, row, name.name);
    return [
      {
        id: row.id,
        documentId,
        locale: locale === null ? null : (row.locale ?? locale),
        name: isNamed ? String(row[name.name] ?? '') : documentId,
      },
    ];
  });
};
