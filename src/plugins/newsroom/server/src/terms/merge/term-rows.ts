import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { columnOf, engineOf, type Transaction, within } from 'strapi-plugin-kit/database';

import { messages } from '../../messages';
import type { TermType } from '../term-type';

interface TermRow {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly publishedAt: unknown;
}

/** Two terms, of which one takes the place of the other. */
export interface Merge {
  readonly from: string;
  readonly to: string;
}

/** By each row of one term, the row of another in the same language and of the same standing. */
export type RowPairs = ReadonlyMap<number, number>;

/**
 * Pairs the rows of a term with those of the one that is to take its place.
 *
 * @param held whether nothing may be linked to either of them until the transaction ends
 * @throws NotFoundError when one of them is gone
 * @throws ValidationError when a row has no counterpart: documents would lose what they have
 */
export const pairRows = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, hasDrafts, isLocalised }: TermType,
  { from, to }: Merge,
  held?: 'held'
): Promise<RowPairs> => {
  if (from === to) throw messages.error(errors.ValidationError, 'term.same');
  const { db } = strapi;
  const documentId = columnOf(db, uid, 'documentId');
  const query = within(db, trx, db.metadata.get(uid).tableName)
    .select('id', `${documentId} as documentId`, 'locale')
    .select(`${columnOf(db, uid, 'publishedAt')} as publishedAt`)
    .whereIn(documentId, [from, to])
    .orderBy('id');
  const rows: readonly TermRow[] = await (held === undefined
    ? query
    : engineOf(db).lockRows(query));
  const standing = (row: TermRow): string =>
    `${isLocalised ? (row.locale ?? '') : ''} ${hasDrafts && row.publishedAt !== null}`;
  const old = rows.filter((row) => row.documentId === from);
  const kept = new Map(
    rows.filter((row) => row.documentId === to).map((row) => [standing(row), row.id])
  );
  if (old.length === 0 || kept.size === 0) {
    throw messages.error(errors.NotFoundError, 'term.gone');
  }
  return new Map(
    old.map((row) => {
      const counterpart = kept.get(standing(row));
      if (counterpart === undefined)
        throw messages.error(errors.ValidationError, 'term.no-counterpart');
      return [row.id, counterpart];
    })
  );
};
