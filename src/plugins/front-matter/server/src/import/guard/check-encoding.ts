import type { Core } from '@strapi/strapi';
import { engineOf, type NarrowColumn } from 'strapi-plugin-kit/database';

import { RECORD } from '../../ledger/tables';
import type { Target } from '../../site/target';

/** The database keeps some texts in an encoding that has no place for most characters. */
class EncodingError extends Error {
  constructor({ table, column, encoding, wanted }: NarrowColumn) {
    super(
      `The column ${column} of the table ${table} is in the character set ${encoding}, which cannot keep every text. Convert the database and its tables to ${wanted} and import again.`
    );
    this.name = 'EncodingError';
  }
}

/**
 * Checks that the database keeps texts whole, which old ones of MySQL and MariaDB do not.
 *
 * @throws EncodingError that names the first column that does not
 */
export const checkEncoding = async ({ db }: Core.Strapi, target: Target): Promise<void> => {
  const uids = [target.uid, ...target.terms.map(({ uid }) => uid), RECORD];
  const tables = uids.map((uid) => db.metadata.get(uid).tableName);
  const narrow = await engineOf(db).findNarrowColumn(db, tables);
  if (narrow !== null) throw new EncodingError(narrow);
};
