import type { Database } from 'strapi-plugin-kit/database';
import { engineOf } from 'strapi-plugin-kit/database';

import { counted } from '../../kept/counted';
import { isFilledIn } from '../../kept/filled-in';
import { joined, readFewRows, readRows, sql, type Text, value } from '../read-rows';
import type { ServedType } from '../served-types';
import { shownRows } from '../shown-rows';

/** What is asked of days: from the first one to the last, where these are known, of one language. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
  readonly locale: string | null;
}

/** A moment in the middle of a day: how many documents there are of that day, and from then on. */
export interface Cut {
  readonly ofDay: number;
  readonly later: number;
}

/** As many days as there are in two hundred years. */
export const MOST_DAYS = 73_000;

/** Moments that are asked for at once. */
const STEP = 50;

const inRange = (what: string, { from, to }: Range): Text =>
  joined(
    [
      ...(from === null ? [] : [sql` and ${what} >= ${value(from)}`]),
      ...(to === null ? [] : [sql` and ${what} <= ${value(to)}`]),
    ],
    ''
  );

const FILLED = 1;

/** A query of what is kept of days; its rows say whether that is filled in. */
const keptDays = (db: Database, { type }: ServedType, days: string, range: Range): Text => {
  const inLocale =
    type.locale === null || range.locale === null
      ? sql``
      : sql` and locale = ${value(range.locale)}`;
  return sql`select target_id as day, sum(number) as number,
      case when ${isFilledIn(db, type)} then ${String(FILLED)} end as filled
    from (${counted(db, days)}) as kept
    where 1 = 1${inRange('target_id', range)}${inLocale}
    group by target_id having sum(number) <> 0`;
};

/** A query of the same of the rows themselves. */
const countedDays = (served: ServedType, range: Range): Text => {
  const { keeping } = engineOf(served.strapi.db);
  const { from, order, where } = shownRows(served, range.locale);
  const day = keeping.dayOf(order);
  const bounds = joined(
    [
      ...(range.from === null
        ? []
        : [sql` and ${order} >= ${value(keeping.startOfDay(range.from))}`]),
      ...(range.to === null
        ? []
        : [sql` and ${order} < ${value(keeping.startOfDay(range.to + 1))}`]),
    ],
    ''
  );
  return sql`select ${day} as day, count(*) as number, 1 as filled from ${from}
    where ${where} and ${order} is not null${bounds} group by ${day}`;
};

const limited = (text: Text): Text => sql`${text} order by 1 desc limit ${String(MOST_DAYS + 1)}`;

/** Reads how many documents there are of each day, the latest first; of one more than are answered, at most. */
export const readDays = async (served: ServedType, range: Range): Promise<Map<number, number>> => {
  const { strapi, type, kept } = served;
  const days = kept.isFilled(type.uid) ? type.days : null;
  let rows =
    days === null ? [] : await readRows(strapi, limited(keptDays(strapi.db, served, days, range)));
  if (rows.length === 0 || rows[0]?.[2] === null) {
    rows = await readRows(strapi, limited(countedDays(served, range)));
  }
  return new Map(rows.map(([day, number]) => [Number(day), Number(number)]));
};

const cutQuery = (served: ServedType, locale: string | null, moment: number): Text => {
  const { keeping } = engineOf(served.strapi.db);
  const { from, order, where } = shownRows(served, locale);
  const at = new Date(moment);
  const day = keeping.dayAt(at);
  const between = (start: Date): Text => sql`(select count(*) from ${from}
    where ${where} and ${order} >= ${value(start)} and ${order} < ${value(keeping.startOfDay(day + 1))})`;
  // Both of one statement, so that nobody who writes comes in between.
  return sql`select ${String(moment)} as moment, ${between(keeping.startOfDay(day))} as of_day,
    ${between(at)} as later`;
};

/** Counts where moments cut their days. */
export const readCuts = async (
  served: ServedType,
  locale: string | null,
  moments: readonly number[]
): Promise<ReadonlyMap<number, Cut>> => {
  const cuts = new Map<number, Cut>();
  for (let start = 0; start < moments.length; start += STEP) {
    const queries = moments
      .slice(start, start + STEP)
      .map((moment) => cutQuery(served, locale, moment));
    const rows = await readFewRows(served.strapi, joined(queries, ' union all '));
    for (const [moment, ofDay, later] of rows) {
      cuts.set(Number(moment), { ofDay: Number(ofDay), later: Number(later) });
    }
  }
  return cuts;
};
