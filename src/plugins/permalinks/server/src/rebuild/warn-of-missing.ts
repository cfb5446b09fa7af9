import { columnOf, within } from 'strapi-plugin-kit/database';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';

/** How many of a type's oldest rows are looked at: a start is no time to look at all. */
const SAMPLE = 10;

/** How many of a type's oldest documents there are, and how many of them have no slug claimed. */
async function sample(
  { db, table }: Permalinks,
  type: ServedType
): Promise<{ readonly looked: number; readonly missing: number }> {
  const ids: string[] = await within(db, db.connection, db.metadata.get(type.uid).tableName)
    .orderBy('id')
    .limit(SAMPLE)
    .pluck(columnOf(db, type.uid, 'documentId'));
  const documents = new Set(ids);
  const held = await table.ofDocuments(db.connection, type.uid, [...documents]);
  const having = new Set(
    held.filter(({ kind }) => kind === 'slug').map((row) => row.targetDocumentId)
  );
  return { looked: documents.size, missing: documents.size - having.size };
}

/**
 * Says in the log that documents have no addresses: Strapi drops the table when it starts without
 * this plugin, unless it is told not to, and types may have had documents before the plugin came.
 */
export async function warnOfMissing(permalinks: Permalinks): Promise<void> {
  const without: string[] = [];
  for (const type of permalinks.types.values()) {
    const { looked, missing } = await sample(permalinks, type);
    if (missing > 0) without.push(`${type.uid} (${missing} of its ${looked} oldest)`);
  }
  if (without.length === 0) return;
  permalinks.strapi.log.warn(
    `permalinks: documents have no addresses: ${without.join(', ')}. ` +
      'Either they are older than the plugin, or the table of addresses was dropped by a start without it ("settings.forceMigration" in config/database). ' +
      'Run "npx --no-install strapi-permalinks rebuild" to make slugs unique and found again; redirects come back from a backup only.'
  );
}
