import type { Core } from '@strapi/strapi';
import { patiently } from '../claims/patiently';
import type { Permalinks } from '../permalinks';

const WRITES = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);

/**
 * Has the Document Service try a write again when the database gave it up for another's sake.
 * On MariaDB and MySQL many writers of one slug stand in each other's gaps, and one is chosen to
 * lose; its transaction is undone as a whole, so only from out here can it be tried again.
 */
export function tryWritesAgain(strapi: Core.Strapi, permalinks: () => Permalinks): void {
  strapi.documents.use(async (context, next) => {
    const applies =
      WRITES.has(context.action) &&
      permalinks().types.has(context.uid) &&
      !strapi.db.inTransaction();
    return applies ? patiently(async () => next()) : next();
  });
}
