import { column, shown, table } from '../triggers/sql';
import { type Text, value } from './read-rows';
import type { ServedType } from './served-types';

/** Asks for the shown rows of a type, of one language where it has several. */
export const shownRows = (
  { strapi: { db }, type }: ServedType,
  locale: string | null
): { readonly from: string; readonly order: string; readonly where: Text } => {
  const only = type.locale === null || locale === null ? null : column(db, type.locale);
  return {
    from: `${table(db, type.table)} as row_of`,
    order: `row_of.${column(db, type.order)}`,
    where: {
      sql: `${shown(db, type, 'row_of')}${only === null ? '' : ` and row_of.${only} = ?`}`,
      values: only === null ? [] : value(locale).values,
    },
  };
};
