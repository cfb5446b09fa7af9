import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { engineOf } from './engines';
import type { Transaction } from './engines/engine';

/**
 * Holds documents until the transaction ends: whoever else writes one of them, in any process,
 * waits. Not on their rows, which publishing and discarding delete and make anew. What was read
 * before has to be read again.
 *
 * @param trx has begun as a writer
 */
export const lockDocuments = async (
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentIds: readonly string[]
): Promise<void> => {
  if (documentIds.length === 0) return;
  const keys = [...new Set(documentIds)]
    .map((documentId) => createHash('sha256').update(`${uid}\0${documentId}`).digest())
    .sort(Buffer.compare);
  await engineOf(strapi).lock(strapi, trx, keys);
};
