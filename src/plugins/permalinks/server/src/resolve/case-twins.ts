import { ADDRESS_UID } from '../claims/address-table';
import { columnOf, within } from '../claims/database';
import type { Permalinks } from '../permalinks';

/**
 * Which addresses that lead somewhere are some other's but for their case, as texts in lower case;
 * few sites have any.
 */
export async function caseTwins({ db }: Permalinks): Promise<Set<string>> {
  const { connection } = db;
  const column = (attribute: string) => columnOf(db, ADDRESS_UID, attribute);
  // MySQL's own comparison would take accents for nothing too.
  const exact = db.dialect.client === 'mysql' ? ' collate utf8mb4_bin' : '';
  const lower = connection.raw(`lower(??)${exact}`, [column('address')]);
  const rows: { address: string }[] = await within(
    db,
    connection,
    db.metadata.get(ADDRESS_UID).tableName
  )
    .select({ address: lower })
    .whereIn(column('state'), ['current', 'former', 'gone'])
    .groupBy(column('kind'))
    .groupByRaw(`lower(??)${exact}`, [column('address')])
    .havingRaw('count(*) > 1');
  return new Set(rows.map(({ address }) => address.toLowerCase()));
}
