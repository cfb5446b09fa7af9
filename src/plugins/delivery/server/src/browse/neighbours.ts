import { type Database } from 'strapi-plugin-kit/database';

import { column, shown, table } from '../triggers/sql';
import type { Target } from './find-target';
import { readFewRows, readRows, sql, type Text, value } from './read-rows';
import type { ServedType } from './served-types';
import { shownRows } from './shown-rows';

/** Rows beside another one in the order of lists; null at the ends. */
export interface Neighbours {
  /** The one before it in time: the next in a list that begins with the newest. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** Rows that have neighbours: those of a listing, or of the type's own table. */
interface Rows {
  readonly from: string;
  readonly order: string;
  readonly id: string;
  readonly where: Text;
  /** Whether an index has them in their order. */
  readonly isOrdered: boolean;
}

const NONE: Neighbours = { previous: null, next: null };

const listedRows = (
  db: Database,
  { type, kept }: ServedType,
  { relation, rowId }: Target,
  locale: string | null
): Rows | null => {
  const listing = kept.listing(type.uid, relation);
  if (listing === null) return null;
  const inLocale =
    listing.locale === null || locale === null
      ? sql``
      : sql` and ${column(db, listing.locale)} = ${value(locale)}`;
  return {
    from: table(db, listing.table),
    order: column(db, listing.order),
    id: column(db, listing.row),
    where: sql`${column(db, listing.target)} = ${value(rowId)}${inLocale}`,
    isOrdered: true,
  };
};

const linkedRows = (served: ServedType, target: Target | null, locale: string | null): Rows => {
  const { strapi, type } = served;
  const { db } = strapi;
  const { from, order, where } = shownRows(served, locale);
  const rows = { from, order, id: 'row_of.id', where, isOrdered: target === null };
  const links = target === null ? undefined : type.relations.get(target.relation);
  if (links === undefined || target === null) return rows;
  const linked = sql` and row_of.id in (select ${column(db, links.row)} from ${table(db, links.table)}
    where ${column(db, links.target)} = ${value(target.rowId)})`;
  return { ...rows, where: sql`${where}${linked}` };
};

/** A query of the neighbour on one side: among those of the same date by id, else of the nearest date. */
const beside = (
  { from, order, id, where }: Rows,
  date: Text,
  rowId: number,
  side: 'previous' | 'next'
): Text => {
  const [over, direction, overId, idDirection] =
    side === 'next' ? (['>', 'asc', '<', 'desc'] as const) : (['<', 'desc', '>', 'asc'] as const);
  const own = value(rowId);
  return sql`select '${side}' as side, 0 as distance, id from (
      select ${id} as id from ${from} where ${where} and ${order} = ${date} and ${id} ${overId} ${own}
      order by ${id} ${idDirection} limit 1
    ) as tied_${side}
    union all
    select '${side}' as side, 1 as distance, id from (
      select ${id} as id from ${from} where ${where} and ${order} ${over} ${date}
      order by ${order} ${direction}, ${id} ${idDirection} limit 1
    ) as dated_${side}`;
};

/** The shown row of a document; null where there is none. */
export const findRow = async (
  served: ServedType,
  documentId: string,
  locale: string | null
): Promise<number | null> => {
  const { from, where } = shownRows(served, locale);
  const [row] = await readRows(
    served.strapi,
    sql`select row_of.id from ${from} where row_of.document_id = ${value(documentId)}
      and ${where} order by row_of.id limit 1`
  );
  return row === undefined ? null : Number(row[0]);
};

/**
 * Finds the rows before and after one in time, those of one date by their ids, as lists have them. What
 * has no date stands nowhere.
 *
 * @param target only those that it lists
 */
export const neighboursOf = async (
  served: ServedType,
  rowId: number,
  target: Target | null,
  locale: string | null
): Promise<Neighbours> => {
  const { strapi, type } = served;
  const { db } = strapi;
  const own = `own.${column(db, type.order)}`;
  const date = sql`(select ${own} from ${table(db, type.table)} as own
    where own.id = ${value(rowId)} and ${shown(db, type, 'own')})`;
  const read = async (rows: Rows): Promise<Neighbours> => {
    const text = sql`${beside(rows, date, rowId, 'previous')} union all ${beside(rows, date, rowId, 'next')}`;
    const found = await (rows.isOrdered ? readFewRows : readRows)(strapi, text);
    const nearest = (side: string): number | null => {
      const [first] = found
        .filter((row) => row[0] === side)
        .toSorted((one, other) => Number(one[1]) - Number(other[1]));
      return first === undefined ? null : Number(first[2]);
    };
    return { previous: nearest('previous'), next: nearest('next') };
  };
  const listed = target === null ? null : listedRows(db, served, target, locale);
  if (listed !== null && target !== null) {
    const total = await served.kept.countOf(type.uid, target, locale);
    if (total === 0) return NONE;
    if (total !== null) return read(listed);
  }
  return read(linkedRows(served, target, locale));
};
