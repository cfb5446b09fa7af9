import { columnOf, type Connection, retryTransaction, within } from 'strapi-plugin-kit/database';
import { assignSlugs } from '../claims/slugs/assign-slugs';
import { repairSlug } from '../core/slugs/given-slug';
import { chooseSlug } from '../core/slugs/choose-slug';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { checkRows, type FaultyRow, faultsOf } from './check';
import type { WalkedRow } from './walk-rows';

/** A row that has been put right. */
export interface RepairedRow extends FaultyRow {
  /** The slug it has now. */
  readonly slug: string;
}

/**
 * Puts right what `checkRows` finds, a page a transaction: makes slugs that are missing, claims
 * those that nobody has, and gives a suffix to what is another document's.
 */
export async function* rebuildRows(
  permalinks: Permalinks,
  type: ServedType
): AsyncGenerator<readonly RepairedRow[]> {
  for await (const page of checkRows(permalinks, type)) {
    if (page.length > 0)
      yield await repair(
        permalinks,
        type,
        page.map(({ row }) => row)
      );
  }
}

function repair(
  permalinks: Permalinks,
  type: ServedType,
  rows: readonly WalkedRow[]
): Promise<RepairedRow[]> {
  return retryTransaction(permalinks.db, async (trx) => {
    const faulty = await faultsOf(permalinks, trx, type, rows);
    const slugs = await assignSlugs(
      permalinks.scope(trx, type),
      faulty.map(({ row }) => {
        const chosen = chooseSlug(repairSlug(row.slug ?? ''), row, type);
        return {
          ...chosen,
          documentId: row.documentId,
          locale: row.locale,
          live: row.live,
          onTaken: 'suffix' as const,
          reserved: false,
          fresh: false,
          orOwn: row.slug === null || row.slug === '',
        };
      })
    );
    const repaired = faulty.map((found, index) => ({ ...found, slug: slugs[index] ?? '' }));
    for (const { row, slug } of repaired) {
      if (row.slug !== slug) await rename(permalinks, trx, type, row, slug);
    }
    return repaired;
  });
}

async function rename(
  { db }: Permalinks,
  trx: Connection,
  type: ServedType,
  row: WalkedRow,
  slug: string
): Promise<void> {
  const column = columnOf(db, type.uid, type.slug);
  // Only what was found faulty: an editor may have been there since.
  const found = within(db, trx, db.metadata.get(type.uid).tableName).where('id', row.id);
  if (row.slug === null) found.whereNull(column);
  else found.where(column, row.slug);
  await found.update({ [column]: slug });
}
