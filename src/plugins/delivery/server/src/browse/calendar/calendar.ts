import { engineOf } from 'strapi-plugin-kit/database';
import { errors } from '@strapi/utils';

import type { ServedType } from '../served-types';
import { type Cut, MOST_DAYS, readCuts, readDays } from './read-days';
import { type Day, type Zone, zoneOf } from './zone';

/** Which part of a calendar is asked for: all years, the months of one, or the days of one month. */
export interface Part {
  readonly year: number | null;
  readonly month: number | null;
}

/** How many documents there are of a year, a month or a day. */
export interface Entry {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly count: number;
}

/** A part of a calendar, from its first moment to that of the next. */
interface Unit {
  readonly start: number;
  readonly end: number;
  readonly entry: Omit<Entry, 'count'>;
}

const LAST_MONTH = 12;

const unitOf = (zone: Zone, first: Day, next: Day, entry: Unit['entry']): Unit => ({
  start: zone.startOf(first),
  end: zone.startOf(next),
  entry,
});

const yearUnit = (zone: Zone, year: number): Unit =>
  unitOf(zone, { year, month: 1, day: 1 }, { year: year + 1, month: 1, day: 1 }, { year });

const monthUnits = (zone: Zone, year: number): Unit[] =>
  Array.from({ length: LAST_MONTH }, (_, index) => {
    const [first, next] = [
      { year, month: index + 1, day: 1 },
      { year, month: index + 2, day: 1 },
    ];
    return unitOf(zone, first, next, { year, month: index + 1 });
  });

const dayUnits = (zone: Zone, year: number, month: number): Unit[] => {
  const units: Unit[] = [];
  const end = zone.startOf({ year, month: month + 1, day: 1 });
  for (let day = 1; zone.startOf({ year, month, day }) < end; day += 1) {
    const [first, next] = [
      { year, month, day },
      { year, month, day: day + 1 },
    ];
    units.push(unitOf(zone, first, next, { year, month, day }));
  }
  return units;
};

/**
 * The years that have any document: each is looked up once, since a clock is slow.
 *
 * @param days in their order
 */
const yearUnits = (
  zone: Zone,
  days: readonly number[],
  startOfDay: (day: number) => Date
): Unit[] => {
  const units: Unit[] = [];
  let end = -Infinity;
  for (const day of days) {
    // A year that ends within a day is followed by another one in the same day.
    while (startOfDay(day + 1).getTime() > end) {
      const { year } = zone.dayAt(Math.max(startOfDay(day).getTime(), end));
      const unit = yearUnit(zone, year);
      units.push(unit);
      ({ end } = unit);
    }
  }
  return units;
};

/**
 * Counts the documents of a type by the years, months or days of its zone, the latest first: days are kept
 * as the database has them, and where a year, month or day begins within one, its own documents are
 * counted by the index of lists.
 *
 * @throws ValidationError for more days than are answered
 */
export const calendarOf = async (
  served: ServedType,
  part: Part,
  locale: string | null
): Promise<readonly Entry[]> => {
  const zone = zoneOf(served.zone);
  const { dayAt, startOfDay } = engineOf(served.strapi.db).keeping;
  const { year, month } = part;
  const asked =
    year === null ? [] : month === null ? monthUnits(zone, year) : dayUnits(zone, year, month);
  const [first, last] = [asked[0]?.start, asked.at(-1)?.end];
  const days = await readDays(served, {
    from: first === undefined ? null : dayAt(new Date(first)),
    to: last === undefined ? null : dayAt(new Date(last)),
    locale,
  });
  if (days.size > MOST_DAYS) {
    throw new errors.ValidationError('There are too many days: ask for one "year".');
  }
  const inOrder = [...days.keys()].toSorted((a, b) => a - b);
  const units = year === null ? yearUnits(zone, inOrder, startOfDay) : asked;
  const dayOf = (moment: number): number => dayAt(new Date(moment));
  const moments = [...new Set(units.flatMap(({ start, end }) => [start, end]))].filter(
    (moment) => days.has(dayOf(moment)) && startOfDay(dayOf(moment)).getTime() !== moment
  );
  const cuts = await readCuts(served, locale, moments);
  for (const [moment, { ofDay }] of cuts) days.set(dayOf(moment), ofDay);

  const before = sumsBefore(inOrder.map((day) => [day, days.get(day) ?? 0]));
  /** How many documents there are before a moment. */
  const until = (moment: number): number => before(dayOf(moment)) + partBefore(cuts.get(moment));
  return units
    .map(({ start, end, entry }) => ({ ...entry, count: until(end) - until(start) }))
    .filter(({ count }) => count > 0)
    .toReversed();
};

const partBefore = (cut: Cut | undefined): number =>
  cut === undefined ? 0 : cut.ofDay - cut.later;

/** How many documents there are before a day, by a search among days in their order. */
const sumsBefore = (days: readonly (readonly [number, number])[]) => {
  const sums = [0];
  for (const [, number] of days) sums.push((sums.at(-1) ?? 0) + number);
  return (wanted: number): number => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.[0] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return sums[low] ?? 0;
  };
};
