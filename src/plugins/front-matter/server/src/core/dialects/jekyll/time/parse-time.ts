import { civilFromSeconds, isDay, secondsFromCivil, timeIsInRange } from '../psych/civil-time';
import type { TimeFragments } from './fragments';
import { findTimeFragments, MAX_DATE_LENGTH } from './find-time-fragments';
import { offsetOfAbbreviation, secondsFromLocal, type Zone } from './zone';

/** Later years are taken for typing errors. */
const LAST_YEAR = 200_000;

export interface ParsedTime {
  /** Since the epoch; fractions are dropped. */
  readonly seconds: number;
  /** Whether the day was beyond the end of its month and became a later one. */
  readonly rolledOver: boolean;
  readonly namesZone: boolean;
}

/**
 * Ruby's `Time.parse(text)`: missing larger parts (the year) come from now, missing smaller ones (the
 * hour) are the least. Null where Ruby raises, on which Jekyll's build stops.
 *
 * @param now in seconds since the epoch
 */
export const parseTime = (text: string, zone: Zone, now: number): ParsedTime | null => {
  if (text.length > MAX_DATE_LENGTH) return null;
  const fragments = findTimeFragments(text);
  const { year, month, day, yearDay, hour, minute, second, hasFraction } = fragments;
  if (Math.abs(year ?? 0) > LAST_YEAR) return null;
  const parts = [year, yearDay, month, day, hour, minute, second];
  if (parts.every((part) => part === undefined) && !hasFraction) return null;
  if (yearDay !== undefined) return fromYearDay(fragments, yearDay, zone, now);
  return makeTime(fragments, zone, now);
};

/** Ruby assumes months of 31 days and corrects the day afterwards. */
const fromYearDay = (
  fragments: TimeFragments,
  yearDay: number,
  zone: Zone,
  now: number
): ParsedTime | null => {
  if (yearDay < 1 || yearDay > 366) return null;
  const year = fragments.year ?? civilFromSeconds(now + zone.offsetAt(now)).year;
  const offset = fragments.zone === undefined ? null : offsetOfZone(fragments.zone, year, zone);
  let month = Math.floor((yearDay - 1) / 31) + 1;
  let day = ((yearDay - 1) % 31) + 1;
  const guess = makeTime({ ...fragments, month, day }, zone, now);
  if (guess === null) return null;
  const wall = guess.seconds + (offset ?? zone.offsetAt(guess.seconds));
  day += yearDay - civilFromSeconds(wall).yearDay;
  const length = daysIn(year, month) ?? 31;
  if (day > length) [month, day] = [month + 1, day - length];
  return month > 12 ? null : makeTime({ ...fragments, month, day }, zone, now);
};

const makeTime = (fragments: TimeFragments, zone: Zone, now: number): ParsedTime | null => {
  const { zone: written } = fragments;
  const thisYear = civilFromSeconds(now + zone.offsetAt(now)).year;
  const offset =
    written === undefined ? null : offsetOfZone(written, fragments.year ?? thisYear, zone);
  if (offset !== null && Math.abs(offset) >= 86_400) return null;
  const today = civilFromSeconds(now + (offset ?? zone.offsetAt(now)));
  const wall = fillUp(fragments, today);
  const shifted = offset === null ? wall : subtractOffset(wall, offset);
  const [year, month, day, hour, minute, second] = shifted;
  if (!timeIsInRange(month, day, hour, minute, second)) return null;
  const seconds = offset === null ? secondsFromLocal(zone, shifted) : secondsFromCivil(...shifted);
  if (!Number.isFinite(seconds)) return null;
  return { seconds, rolledOver: !isDay(year, month, day), namesZone: offset !== null };
};

type Wall = [number, number, number, number, number, number];

/** Parts larger than the largest one written come from today; the others are the least. */
const fillUp = (fragments: TimeFragments, today: ReturnType<typeof civilFromSeconds>): Wall => {
  const { year, month, day, hour, minute, second } = fragments;
  const written = [year, month, day, hour, minute, second];
  const least = [1970, 1, 1, 0, 0, 0];
  const current = [today.year, today.month, today.day, today.hour, today.minute, today.second];
  const first = written.findIndex((part) => part !== undefined);
  return written.map(
    (part, index) => part ?? (first === -1 || index < first ? current[index] : least[index]) ?? 0
  ) as Wall;
};

/** Offsets in hours of the names that `Time.parse` knows; other names have to be the local zone's. */
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0,
  Z: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  I: 9,
  K: 10,
  L: 11,
  M: 12,
  N: -1,
  O: -2,
  P: -3,
  Q: -4,
  R: -5,
  S: -6,
  T: -7,
  U: -8,
  V: -9,
  W: -10,
  X: -11,
  Y: -12,
};

/** Ruby's `Time.zone_offset`, in seconds; null makes the time a local one. */
const offsetOfZone = (name: string, year: number, zone: Zone): number | null => {
  const text = name.toUpperCase();
  const numeric = /^([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(text);
  if (numeric) {
    const [, sign, hours, , minutes, seconds = '0'] = numeric;
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -size : size;
  }
  if (/^[+-]\d\d$/.test(text)) return Number(text) * 3600;
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named * 3600;
  return offsetOfAbbreviation(text, zone, year);
};

/** Ruby's table counts from its end for month 0, and has nothing for month 13. */
const daysIn = (year: number, month: number): number | null =>
  month > 12
    ? null
    : new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month || 12, 0)).getUTCDate();

const divmod = (value: number, by: number): [number, number] => {
  const quotient = Math.floor(value / by);
  return [quotient, value - quotient * by];
};

/** Ruby's `apply_offset`, whose carry over a month's end is not that of a calendar. */
const subtractOffset = (wall: Wall, offset: number): Wall => {
  let [year, month, day, hour, minute, second] = wall;
  const sign = offset < 0 ? 1 : -1;
  let [rest, part] = divmod(Math.abs(offset), 60);
  if (part !== 0) {
    const [carry, left] = divmod(second + sign * part, 60);
    [second, rest] = [left, rest + sign * carry];
  }
  [rest, part] = divmod(rest, 60);
  if (part !== 0) {
    const [carry, left] = divmod(minute + sign * part, 60);
    [minute, rest] = [left, rest + sign * carry];
  }
  [rest, part] = divmod(rest, 24);
  if (part !== 0) {
    const [carry, left] = divmod(hour + sign * part, 24);
    [hour, rest] = [left, rest + sign * carry];
  }
  if (rest === 0) return [year, month, day, hour, minute, second];
  day += sign * rest;
  if (sign === 1 && (daysIn(year, month) ?? day) < day) {
    [year, month] = month >= 12 ? [year + 1, 1] : [year, month + 1];
    day = 1;
  } else if (sign === -1 && day < 1) {
    [year, month] = month <= 1 ? [year - 1, 12] : [year, month - 1];
    day = daysIn(year, month) ?? day;
  }
  return [year, month, day, hour, minute, second];
};
