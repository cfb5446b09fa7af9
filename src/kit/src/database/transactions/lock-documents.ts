import type { Core } from '@strapi/strapi';

import type { Transaction } from '../connections/connection';
import { engineOf } from '../engines';
import { keyOf } from '../keys';

/**
 * Locks documents until the transaction ends: other writers of one of them wait, in any process.
 * The lock is not on their rows, which publishing and discarding delete and make anew. What was read
 * before has to be read again.
 *
 * @param trx has begun as a writer
 */
export const lockDocuments = async (
  { db }: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  const keys = [...new Set(documentIds)]
    .map((documentId) => Buffer.from(keyOf(uid, documentId), 'hex'))
    .sort(Buffer.compare);
  await engineOf(db).lock(trx, keys);
};
