import type { Core } from '@strapi/strapi';
import { lockDocuments, type Transaction } from 'strapi-plugin-kit/database';

import type { Target } from './target';

/**
 * Holds documents until the transaction ends, so that no editor's change comes between what was
 * compared and what is written. What was read of them before has to be read again.
 */
export const holdDocuments = (
  strapi: Core.Strapi,
  trx: Transaction,
  { uid }: Pick<Target, 'uid'>,
  documentIds: readonly string[]
): Promise<void> => lockDocuments(strapi, trx, uid, documentIds);
