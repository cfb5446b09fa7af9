import {
  civilFromSeconds,
  daysFromCivil,
  isDay,
  secondsFromCivil,
  timeIsInRange,
} from '../../read/psych/civil-time';
import { findTimeFragments, MAX_DATE_LENGTH, type TimeFragments } from './time-fragments';
import { seasonalOffsets, secondsFromLocal, type Zone } from './zone';

export interface ParsedTime {
  /** Since the epoch; fractions are dropped. */
  readonly seconds: number;
  /** The day was beyond its month's end and became a later one. */
  readonly rolledOver: boolean;
  readonly namesZone: boolean;
}

/**
 * Ruby's `Time.parse(text)`: what the text leaves out on the large side comes from now, on the
 * small side it is the least. Null where Ruby raises, and Jekyll's whole build stops.
 *
 * @param now in seconds since the epoch
 */
export function parseTime(text: string, zone: Zone, now: number): ParsedTime | null {
  if (text.length > MAX_DATE_LENGTH) return null;
  const fragments = findTimeFragments(text);
  const { year, month, day, yearDay, hour, minute, second, hasFraction } = fragments;
  const parts = [year, yearDay, month, day, hour, minute, second];
  if (parts.every((part) => part === undefined) && !hasFraction) return null;
  if (yearDay !== undefined) return fromYearDay(fragments, yearDay, zone, now);
  return makeTime(fragments, zone, now);
}

function fromYearDay(
  fragments: TimeFragments,
  yearDay: number,
  zone: Zone,
  now: number
): ParsedTime | null {
  const year = fragments.year ?? civilFromSeconds(now + zone.offsetAt(now)).year;
  const days = daysFromCivil(year, 1, 1) + yearDay - 1;
  const { month, day } = civilFromSeconds(days * 86_400);
  if (yearDay < 1 || days >= daysFromCivil(year + 1, 1, 1)) return null;
  return makeTime({ ...fragments, month, day }, zone, now);
}

function makeTime(fragments: TimeFragments, zone: Zone, now: number): ParsedTime | null {
  const { zone: written } = fragments;
  const thisYear = civilFromSeconds(now + zone.offsetAt(now)).year;
  const offset =
    written === undefined ? null : offsetOfZone(written, fragments.year ?? thisYear, zone);
  const today = civilFromSeconds(now + (offset ?? zone.offsetAt(now)));
  const wall = fillUp(fragments, today);
  const shifted = offset === null ? wall : subtractOffset(wall, offset);
  const [year, month, day, hour, minute, second] = shifted;
  if (!timeIsInRange(month, day, hour, minute, second)) return null;
  const seconds = offset === null ? secondsFromLocal(zone, shifted) : secondsFromCivil(...shifted);
  if (!Number.isFinite(seconds)) return null;
  return { seconds, rolledOver: !isDay(year, month, day), namesZone: offset !== null };
}

type Wall = [number, number, number, number, number, number];

/** Parts larger than the largest one written come from today; the others are the least. */
function fillUp(fragments: TimeFragments, today: ReturnType<typeof civilFromSeconds>): Wall {
  const { year, month, day, hour, minute, second } = fragments;
  const written = [year, month, day, hour, minute, second];
  const least = [1970, 1, 1, 0, 0, 0];
  const current = [today.year, today.month, today.day, today.hour, today.minute, today.second];
  const first = written.findIndex((part) => part !== undefined);
  return written.map(
    (part, index) => part ?? (first === -1 || index < first ? current[index] : least[index]) ?? 0
  ) as Wall;
}

/** Offsets in hours that `Time.parse` knows by name; all other names must be the local zone's own. */
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0, Z: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8,
  PDT: -7, A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12, N: -1, O: -2,
  P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12,
};

/** Abbreviations of zones with summer time or of a country's own, in hours. */
const LOCAL: Readonly<Record<string, number>> = {
  WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, IST: 5.5, PKT: 5, WIB: 7,
  HKT: 8, WITA: 8, PST: 8, AWST: 8, JST: 9, KST: 9, WIT: 9, ACST: 9.5, ACDT: 10.5, AEST: 10,
  AEDT: 11, NZST: 12, NZDT: 13, SAST: 2, CAT: 2, WAT: 1, EAT: 3, AST: -4, ADT: -3, NST: -3.5,
  NDT: -2.5, AKST: -9, AKDT: -8, HST: -10,
};

/** Ruby's `Time.zone_offset`, in seconds; null makes the time a local one. */
function offsetOfZone(name: string, year: number, zone: Zone): number | null {
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
  const local = Object.hasOwn(LOCAL, text) ? LOCAL[text] : undefined;
  if (local === undefined) return null;
  return seasonalOffsets(zone, year).includes(local * 3600) ? local * 3600 : null;
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate();

const divmod = (value: number, by: number): [number, number] => {
  const quotient = Math.floor(value / by);
  return [quotient, value - quotient * by];
};

/** Ruby's `apply_offset`, whose carry over a month's end is not that of a calendar. */
function subtractOffset(wall: Wall, offset: number): Wall {
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
  if (sign === 1 && daysIn(year, month) < day) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    day = 1;
  } else if (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day = daysIn(year, month);
  }
  return [year, month, day, hour, minute, second];
}
