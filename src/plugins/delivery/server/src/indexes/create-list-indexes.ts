import type { Core } from '@strapi/strapi';
import { columnOf, engineOf } from 'strapi-plugin-kit/database';
import { shortKey, keyOf } from 'strapi-plugin-kit/keys';

import type { DeliveryConfig } from '../config/schema';

/**
 * Makes an index for the lists of each type with drafts. The schema of a type cannot ask for one of published
 * rows alone, nor for one that descends; Strapi leaves those that it has not made as they are.
 *
 * It gives the newest published rows in the order in which Strapi asks for them, equal ones by id: else a
 * database reads all rows, bodies and all, and sorts them for each page.
 */
export const createListIndexes = async (
  { db, contentTypes, log }: Core.Strapi,
  types: DeliveryConfig['contentTypes']
): Promise<void> => {
  for (const [uid, { order }] of Object.entries(types)) {
    const hasDrafts = contentTypes[uid as keyof typeof contentTypes]?.options?.draftAndPublish;
    if (hasDrafts !== true) continue;
    const { tableName: table } = db.metadata.get(uid);
    const column = columnOf(db, uid, order);
    // Names are unique in a whole database, and short.
    const name = `delivery_list_${shortKey(keyOf(table, column))}`;
    const published = columnOf(db, uid, 'publishedAt');
    try {
      await engineOf(db).createListIndex(db, { name, table, order: column, published });
    } catch (error) {
      // Somebody else may own the table: a site without the index is slow, and not gone.
      const message = error instanceof Error ? error.message : String(error);
      log.warn(`delivery makes no index for lists of ${uid}, which are slower without: ${message}`);
    }
  }
};
