import { IANAZone } from 'luxon';
import { daysFromCivil, secondsFromCivil } from '../psych/civil-time';

/** A time zone, as far as reading dates needs it. */
export interface Zone {
  readonly name: string;
  /** Seconds ahead of UTC at an instant in seconds since the epoch. */
  offsetAt(seconds: number): number;
}

const POSIX = /^[A-Za-z]{3,}([+-]?)(\d{1,2})(?::(\d\d))?$/;

/**
 * The zone of that name: one of the IANA database, or a fixed one in POSIX spelling, where `CST-8`
 * is eight hours ahead. Null for an unknown name, which the C library reads as UTC.
 */
export const zoneOf = (name: string): Zone | null => {
  const posix = POSIX.exec(name);
  if (posix) {
    const size = Number(posix[2]) * 3600 + Number(posix[3] ?? 0) * 60;
    const offset = posix[1] === '-' ? size : -size;
    return { name, offsetAt: () => offset };
  }
  // The C library compares names with their case, Intl without.
  if (!/^[A-Z]/.test(name) || !IANAZone.isValidZone(name)) return null;
  const zone = IANAZone.create(name);
  return { name, offsetAt: cached((seconds) => Math.round(zone.offset(seconds * 1000) * 60)) };
};

export const UTC: Zone = { name: 'UTC', offsetAt: () => 0 };

const DAY = 86_400;
const REMEMBERED = 40_000;

/**
 * Caches a zone's offset for each day. No zone has changed its clocks twice within a day: where the offset
 * is the same at both ends of a day, it holds all day.
 */
const cached = (offsetAt: (seconds: number) => number): ((seconds: number) => number) => {
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const found = starts.get(day);
    if (found !== undefined) return found;
    if (starts.size >= REMEMBERED) starts.clear();
    const offset = offsetAt(day * DAY);
    starts.set(day, offset);
    return offset;
  };
  return (seconds) => {
    const day = Math.floor(seconds / DAY);
    const start = startOf(day);
    return start === startOf(day + 1) ? start : offsetAt(seconds);
  };
};

/**
 * The instant at which a zone's clocks show a time, as Ruby's `Time.local` finds it: the later one of two,
 * in winter time; for a time that the clocks skipped, as far behind the gap as it is into it.
 */
export const secondsFromLocal = (
  zone: Zone,
  parts: readonly [number, number, number, number, number, number]
): number => {
  const wall = secondsFromCivil(...parts);
  const before = zone.offsetAt(wall - 86_400);
  const after = zone.offsetAt(wall + 86_400);
  const fits = [Math.min(before, after), Math.max(before, after)].find(
    (offset) => zone.offsetAt(wall - offset) === offset
  );
  return wall - (fits ?? Math.min(before, after));
};

/** Locales that show a zone's abbreviation; other locales show an offset. */
const LOCALES = ['en-US', 'en-GB', 'en-IE', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA'];

/** Abbreviations of the tz database that no locale shows. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Manila': 'PST',
  'Asia/Karachi': 'PKT',
  'Asia/Jakarta': 'WIB',
  'Europe/Moscow': 'MSK',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
  'Africa/Maputo': 'CAT',
  'Asia/Jerusalem': 'IST',
  Japan: 'JST',
  Hongkong: 'HKT',
  ROK: 'KST',
};

/**
 * The offset of a zone's own abbreviation, as it is used in January or in July of a year; null for any other
 * name.
 */
export const offsetOfAbbreviation = (name: string, zone: Zone, year: number): number | null => {
  for (const month of [1, 7]) {
    const seconds = daysFromCivil(year, month, 1) * 86_400;
    if (abbreviationsOf(zone, seconds).includes(name)) return zone.offsetAt(seconds);
  }
  return null;
};

const abbreviationsOf = (zone: Zone, seconds: number): string[] => {
  const own = Object.hasOwn(NOT_SHOWN, zone.name) ? [NOT_SHOWN[zone.name] ?? ''] : [];
  if (!IANAZone.isValidZone(zone.name)) return own;
  const options = { timeZone: zone.name, timeZoneName: 'short' } as const;
  const shown = LOCALES.flatMap((locale) =>
    new Intl.DateTimeFormat(locale, options)
      .formatToParts(new Date(seconds * 1000))
      .filter((part) => part.type === 'timeZoneName')
      .map((part) => part.value)
      .filter((name) => /^[A-Z]+$/.test(name))
  );
  return [...own, ...shown];
};
