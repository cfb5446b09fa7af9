import type { Core } from '@strapi/strapi';

import { RECORD } from '../../ledger/tables';
import type { Target } from '../../write/target';

/** The database keeps some texts in an encoding that has no place for most characters. */
export class EncodingError extends Error {
  constructor(table: string, column: string, encoding: string) {
    super(
      `The column ${column} of the table ${table} is in the character set ${encoding}, which cannot keep every text. Convert the database and its tables to utf8mb4 and import again.`
    );
    this.name = 'EncodingError';
  }
}

interface Column {
  readonly name: string;
  readonly tableName: string;
  readonly encoding: string;
}

/**
 * Checks that MySQL and MariaDB keep texts whole, which neither does of itself in old databases.
 *
 * @throws EncodingError that names the first column that is not in utf8mb4
 */
export const checkEncoding = async (strapi: Core.Strapi, target: Target): Promise<void> => {
  if (strapi.db.dialect.client !== 'mysql') return;
  const uids = [target.uid, ...target.terms.map(({ uid }) => uid), RECORD];
  const tables = uids.map((uid) => strapi.db.metadata.get(uid).tableName);
  const [wrong] = (await strapi.db.connection
    .from('information_schema.columns')
    .select({
      name: 'column_name',
      tableName: 'table_name',
      encoding: 'character_set_name',
    })
    .whereRaw('table_schema = database()')
    .whereIn('table_name', tables)
    .whereNotNull('character_set_name')
    .where('character_set_name', '<>', 'utf8mb4')
    .limit(1)) as readonly Column[];
  if (wrong !== undefined) throw new EncodingError(wrong.tableName, wrong.name, wrong.encoding);
};
