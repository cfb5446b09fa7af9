import type { Core, UID } from '@strapi/strapi';
import { columnOf, engineOf } from 'strapi-plugin-kit/database';
import { keyOf, shortKey } from 'strapi-plugin-kit/keys';

import { importedType } from '../origin-target';

/**
 * Makes an index of those documents of the imported type that were saved after they were made, by which lists are
 * filtered. The type is the host's, whose schema cannot ask for it; Strapi leaves indexes that it has not made as they
 * are.
 */
export const indexSaves = async (strapi: Core.Strapi): Promise<void> => {
  const { db, log, contentTypes } = strapi;
  const uid = importedType(strapi) as UID.ContentType;
  const type = contentTypes[uid];
  if (type === undefined) return;
  const { tableName: table } = db.metadata.get(uid);
  try {
    await engineOf(db).createSavedIndex(db, {
      // Names are unique in a whole database, and short.
      name: `front_matter_saved_${shortKey(keyOf(table))}`,
      table,
      document: columnOf(db, uid, 'documentId'),
      created: columnOf(db, uid, 'createdAt'),
      updated: columnOf(db, uid, 'updatedAt'),
      published: type.options?.draftAndPublish === true ? columnOf(db, uid, 'publishedAt') : null,
    });
  } catch (error) {
    // Somebody else may own the table: a list without the index is slow, and not gone.
    const message = error instanceof Error ? error.message : String(error);
    log.warn(`front-matter makes no index of what was saved in ${uid}: ${message}`);
  }
};
