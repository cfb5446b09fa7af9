import { columnOf, engineOf, within } from 'strapi-plugin-kit/database';
import { ADDRESS_UID } from '../claims/table/address-table';
import type { Permalinks } from '../permalinks';

/**
 * Which addresses that lead somewhere are some other's but for their case, as texts in lower case;
 * few sites have any.
 */
export async function caseTwins({ db }: Permalinks): Promise<Set<string>> {
  const { connection } = db;
  const column = (attribute: string) => columnOf(db, ADDRESS_UID, attribute);
  const { lowerCase } = engineOf(db);
  const lower = connection.raw(lowerCase, [column('address')]);
  const rows: { address: string }[] = await within(
    db,
    connection,
    db.metadata.get(ADDRESS_UID).tableName
  )
    .select({ address: lower })
    .whereIn(column('state'), ['current', 'former', 'gone'])
    .groupBy(column('kind'))
    .groupByRaw(lowerCase, [column('address')])
    .havingRaw('count(*) > 1');
  return new Set(rows.map(({ address }) => address.toLowerCase()));
}
