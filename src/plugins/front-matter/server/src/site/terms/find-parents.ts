import type { Core } from '@strapi/strapi';
import { type Transaction, within } from 'strapi-plugin-kit/database';

import type { TermDocument } from '../../core/document';
import type { TargetTerms } from '../target';

/** Which terms stand under which now: document ids of those above, by document id. */
export const findParents = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, parent: table }: TargetTerms,
  terms: readonly TermDocument[]
): Promise<ReadonlyMap<string, string>> => {
  if (table === null || terms.length === 0) return new Map();
  const links = (await within(strapi.db, trx, table.name)
    .whereIn(
      table.post,
      terms.map(({ draftRow }) => draftRow)
    )
    .select(table.post, table.term)) as readonly Readonly<Record<string, number>>[];
  const rows: readonly { readonly id: number; readonly documentId: string }[] = await strapi.db
    .query(uid)
    .findMany({
      where: { id: { $in: links.map((link) => link[table.term]) } },
      select: ['id', 'documentId'],
    });
  const above = new Map(rows.map(({ id, documentId }) => [id, documentId]));
  const byRow = new Map(terms.map(({ draftRow, documentId }) => [draftRow, documentId]));
  return new Map(
    links.flatMap((link): [string, string][] => {
      const below = byRow.get(link[table.post] ?? 0);
      const parent = above.get(link[table.term] ?? 0);
      return below === undefined || parent === undefined ? [] : [[below, parent]];
    })
  );
};
