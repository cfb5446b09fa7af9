import type { Core } from '@strapi/strapi';

import type { Target } from './target';
import type { Transaction } from './transaction';

/**
 * Holds the rows of documents until the transaction ends, so that no editor's change comes between
 * what was compared and what is written. SQLite needs no such hold: its one writer is this
 * transaction.
 */
export const holdDocuments = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid }: Pick<Target, 'uid'>,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  const { tableName } = strapi.db.metadata.get(uid);
  await strapi.db
    .getConnection(tableName)
    .transacting(trx)
    .whereIn('document_id', documentIds)
    .forUpdate()
    .select('id');
};
