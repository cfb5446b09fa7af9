import type { Core } from '@strapi/strapi';

/** Rows in the order of a list, by what lists them: a table that the database keeps, and its columns. */
export interface ListedRows {
  readonly table: string;
  readonly target: string;
  readonly order: string;
  readonly row: string;
  readonly locale: string | null;
}

/**
 * A query of the ids that one row lists, in their order. After those of the row it takes the language, where
 * there is one, how many at most, and after how many.
 *
 * @param target the row that lists, as a value of the statement
 */
export const listedIds = ({ db }: Core.Strapi, listing: ListedRows, target: string): string => {
  const quote = (name: string): string => db.connection.raw('??', [name]).toQuery();
  const schema = db.getSchemaName();
  const table = quote(schema === undefined ? listing.table : `${schema}.${listing.table}`);
  const inLocale = listing.locale === null ? '' : ` and ${quote(listing.locale)} = ?`;
  return (
    `select ${quote(listing.row)} as id from ${table} where ${quote(listing.target)} = ${target}${inLocale} ` +
    `order by ${quote(listing.order)} desc, ${quote(listing.row)} limit ? offset ?`
  );
};
