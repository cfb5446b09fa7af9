import { type Connection, retryTransaction } from 'strapi-plugin-kit/database';
import { SlugTakenError } from '../claims/slugs/slug-errors';
import { livingDocuments } from '../claims/living-documents';
import type { SlugRequest } from '../claims/slugs/assign-slugs';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import type { Row } from '../core/row';
import { isLive, localeOf } from './row';
import { giveSlugs, assignRowSlugs } from './assign-row-slugs';
import { isTypedSlug } from './typed-slug';

/**
 * Before one row is created: a new document's, or another row of one that is there.
 * @throws SlugTakenError for a slug that an editor has typed, or a draft is to be published with
 */
export async function assignOnCreate(
  permalinks: Permalinks,
  type: ServedType,
  row: Row
): Promise<SlugRequest[]> {
  const onTaken = (await isTypedSlug(permalinks, type, row)) ? 'refuse' : 'suffix';
  const assigned = await retryTransaction(permalinks.db, async (trx) => {
    const publishes =
      type.draftAndPublish && isLive(type, row) && typeof row['documentId'] === 'string';
    if (!publishes) return assignRowSlugs(permalinks, trx, type, [row], onTaken);
    try {
      return await assignRowSlugs(permalinks, trx, type, [row], 'refuse');
    } catch (error) {
      // The published copy of a draft must not get another slug than the draft has.
      if (!(error instanceof SlugTakenError) || (await isThere(permalinks, trx, type, row))) {
        throw error;
      }
      return assignRowSlugs(permalinks, trx, type, [row]);
    }
  });
  return giveSlugs(type, assigned);
}

async function isThere(
  permalinks: Permalinks,
  trx: Connection,
  type: ServedType,
  row: Row
): Promise<boolean> {
  const ref = { documentId: String(row['documentId']), locale: localeOf(type, row) };
  return (await livingDocuments(permalinks.db, trx, type, [ref])).size > 0;
}

/** Before many rows are created: all their slugs at once. */
export async function assignOnCreateMany(
  permalinks: Permalinks,
  type: ServedType,
  rows: readonly Row[]
): Promise<SlugRequest[]> {
  const assigned = await retryTransaction(permalinks.db, (trx) =>
    assignRowSlugs(permalinks, trx, type, rows)
  );
  return giveSlugs(type, assigned);
}
