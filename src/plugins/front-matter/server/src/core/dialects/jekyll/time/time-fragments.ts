import {
  AMERICAN,
  APOSTROPHE_YEAR,
  BEFORE_CHRIST,
  CLOCK,
  DAY_NAME,
  DIGITS,
  DOTTED,
  EUROPEAN,
  FRAGMENT,
  ISO,
  JAPANESE,
  MONTH,
  MONTH_AND_DAY,
  MONTH_AND_DAY_JOINED,
  MONTH_NAME,
  NOT_YEAR_AND_DAY,
  NOT_YEAR_DAY,
  ORDINAL_DAY,
  SLASHED,
  TIME,
  VMS_DAY_FIRST,
  VMS_MONTH_FIRST,
  WEEK_DATE,
  WEEK_DAY,
  YEAR_AND_DAY,
  YEAR_DAY,
} from './date-shapes';

/** What `Date._parse` finds in a text; years are complete, `zone` is as written. */
export interface TimeFragments {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  zone?: string;
  hasFraction?: boolean;
}

interface Found extends TimeFragments {
  beforeChrist?: boolean;
  /** False once a year was written in full. */
  completes: boolean;
}

/** Ruby's limit; longer texts are no dates. */
export const MAX_DATE_LENGTH = 128;

/**
 * Ruby's `Date._parse(text)`, the heuristic behind `Time.parse`: looks for a day's name, a time,
 * then for the first of a dozen shapes of a date, whatever stands around them.
 */
export function findTimeFragments(text: string): TimeFragments {
  let rest = text.replace(/[^-+',./:@\p{L}\p{M}\p{N}[\]]+/gu, ' ');
  const found: Found = { completes: true };

  const take = (shape: RegExp, use: (parts: RegExpExecArray) => void): boolean => {
    const parts = shape.exec(rest);
    if (!parts) return false;
    rest = `${rest.slice(0, parts.index)} ${rest.slice(parts.index + parts[0].length)}`;
    use(parts);
    return true;
  };
  const has = (...classes: RegExp[]): boolean => classes.every((one) => one.test(rest));

  if (has(LETTER)) take(DAY_NAME, () => undefined);
  if (has(DIGIT)) take(TIME, (parts) => setTime(found, parts));
  takeDate(found, take, has);
  if (has(LETTER)) take(BEFORE_CHRIST, () => (found.beforeChrist = true));
  if (has(DIGIT)) take(FRAGMENT, (parts) => setFragment(found, Number(parts[1])));
  return completed(found);
}

const LETTER = /[A-Za-z]/;
const DIGIT = /\d/;

type Take = (shape: RegExp, use: (parts: RegExpExecArray) => void) => boolean;

/** The first shape that is found decides; the order is Ruby's. */
function takeDate(found: Found, take: Take, has: (...classes: RegExp[]) => boolean): void {
  if (has(LETTER, DIGIT)) {
    if (take(EUROPEAN, (p) => setDate(found, p[4], monthOf(p[2]), p[1], isBefore(p[3])))) return;
    if (take(AMERICAN, (p) => setDate(found, p[4], monthOf(p[1]), p[2], isBefore(p[3])))) return;
  }
  if (has(DIGIT, /-/) && take(ISO, (p) => setDate(found, p[1], p[2], p[3]))) return;
  if (has(DIGIT, /\./) && take(JAPANESE, (p) => setJapanese(found, p))) return;
  if (has(LETTER, DIGIT, /-/)) {
    if (take(VMS_DAY_FIRST, (p) => setDate(found, p[3], monthOf(p[2]), p[1]))) return;
    if (take(VMS_MONTH_FIRST, (p) => setDate(found, p[3], monthOf(p[1]), p[2]))) return;
  }
  if (has(DIGIT, /\//) && take(SLASHED, (p) => setDate(found, p[1], p[2], p[3]))) return;
  if (has(DIGIT, /\./) && take(DOTTED, (p) => setDate(found, p[1], p[2], p[3]))) return;
  if (has(DIGIT) && takeRareIso(found, take, has)) return;
  if (has(DIGIT) && take(APOSTROPHE_YEAR, (p) => (found.year = Number(p[1])))) return;
  if (has(LETTER) && take(MONTH_NAME, (p) => (found.month = Number(monthOf(p[1]))))) return;
  if (has(DIGIT) && take(ORDINAL_DAY, (p) => (found.day = Number(p[1])))) return;
  if (has(DIGIT)) take(DIGITS, (p) => setDigits(found, p));
}

function takeRareIso(found: Found, take: Take, has: (...classes: RegExp[]) => boolean): boolean {
  const monthAndDay = (parts: RegExpExecArray): void => {
    if (parts[1] !== undefined) found.month = Number(parts[1]);
    if (parts[2] !== undefined) found.day = Number(parts[2]);
  };
  if (take(WEEK_DATE, () => undefined) || take(WEEK_DAY, () => undefined)) return true;
  if (take(MONTH_AND_DAY, monthAndDay) || take(MONTH_AND_DAY_JOINED, monthAndDay)) return true;
  const yearAndDay = (parts: RegExpExecArray): void => {
    found.year = Number(parts[1]);
    found.yearDay = Number(parts[2]);
  };
  if (!has(NOT_YEAR_AND_DAY) && take(YEAR_AND_DAY, yearAndDay)) return true;
  return !has(NOT_YEAR_DAY) && take(YEAR_DAY, (parts) => (found.yearDay = Number(parts[1])));
}

function setTime(found: Found, parts: RegExpExecArray): void {
  if (parts[2] !== undefined) found.zone = parts[2];
  const clock = CLOCK.exec(parts[1] ?? '');
  if (!clock) return;
  const [, hour, minute, second, fraction, half] = clock;
  const isAfternoon = half !== undefined && half.toLowerCase() === 'p';
  found.hour = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (minute !== undefined) found.minute = Number(minute);
  if (second !== undefined) found.second = Number(second);
  if (fraction !== undefined) found.hasFraction = true;
}

function setFragment(found: Found, number: number): void {
  if (found.hour !== undefined && found.day === undefined && number >= 1 && number <= 31) {
    found.day = number;
  }
  if (found.day !== undefined && found.hour === undefined && number <= 24) found.hour = number;
}

function monthOf(name: string | undefined): string {
  return String(MONTH.split('|').indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

const isBefore = (era: string | undefined): boolean => /^b/i.test(era ?? '');

const ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

function setJapanese(found: Found, parts: RegExpExecArray): void {
  found.year = Number(parts[2]) + (ERAS[(parts[1] ?? '').toLowerCase()] ?? 0);
  found.month = Number(parts[3]);
  found.day = Number(parts[4]);
}

type Part = string | undefined;

const isYearLike = (part: Part): boolean =>
  part !== undefined && (part.startsWith("'") || part.length > 2);

/** Ruby's `s3e`: three parts in an order that their own look may overrule. */
function setDate(found: Found, first: Part, second: Part, third: Part, beforeChrist = false): void {
  let [year, month, day] = [first, second, third];
  if (year !== undefined && month !== undefined && day === undefined) {
    [year, month, day] = [undefined, year, month];
  }
  if (year === undefined && isYearLike(day)) [year, day] = [day, undefined];
  if (year !== undefined) {
    const number = /[-+]?\d+/.exec(year)?.[0] ?? '';
    if (!year.endsWith(number)) [year, day] = [day, number];
  }
  if (isYearLike(month)) [year, month, day] = [month, day, year];
  if (isYearLike(day)) [year, day] = [day, year];
  if (year !== undefined) {
    const number = /([-+]?)(\d*)/.exec(year.replace(/^[^-+\d]+/, ''));
    if (number?.[1] !== '' || (number[2] ?? '').length > 2) found.completes = false;
    found.year = Number(number?.[0]);
  }
  if (beforeChrist) found.beforeChrist = true;
  if (month !== undefined) found.month = numberIn(month);
  if (day !== undefined) found.day = numberIn(day);
}

const numberIn = (part: string): number => Number(/\d+/.exec(part)?.[0]);

/** A run of digits, by its length: `20220217`, `220217`, `20220217083515`. */
function setDigits(found: Found, parts: RegExpExecArray): void {
  const [, sign, digits = '', time, fraction, zone] = parts;
  const isClock = time === undefined && fraction !== undefined;
  if (isClock) setClockDigits(found, digits);
  else setDateDigits(found, digits, sign === '-');
  if (time !== undefined && time.length % 2 === 0) {
    const names = ['hour', 'minute', 'second'] as const;
    const pairs = time.match(/\d\d/g) ?? [];
    const from = fraction === undefined ? 0 : 3 - pairs.length;
    pairs.forEach((pair, index) => (found[names[index + from] ?? 'second'] = Number(pair)));
  }
  if (fraction !== undefined) found.hasFraction = true;
  if (zone !== undefined) found.zone = zone.startsWith('[') ? bracketedZone(zone) : zone;
}

function bracketedZone(zone: string): string {
  const inner = zone.slice(1, -1);
  const colon = inner.indexOf(':');
  return colon === -1 ? inner : inner.slice(colon + 1);
}

function setDateDigits(found: Found, digits: string, negative: boolean): void {
  const at = (from: number, width: number): number => Number(digits.slice(from, from + width));
  const setYear = (width: number): void => {
    found.year = negative ? -at(0, width) : at(0, width);
  };
  const length = digits.length;
  if (length === 2) found.day = at(0, 2);
  else if (length === 3) found.yearDay = at(0, 3);
  else if (length === 4) [found.month, found.day] = [at(0, 2), at(2, 2)];
  else if (length === 5 || length === 7) {
    setYear(length - 3);
    found.yearDay = at(length - 3, 3);
  } else if (length === 6) {
    setYear(2);
    [found.month, found.day] = [at(2, 2), at(4, 2)];
  } else if (length % 2 === 0) {
    setYear(4);
    [found.month, found.day] = [at(4, 2), at(6, 2)];
    if (length >= 10) found.hour = at(8, 2);
    if (length >= 12) found.minute = at(10, 2);
    if (length >= 14) found.second = at(12, 2);
    found.completes = false;
  }
}

/** Digits before a fraction are a time, read from their end. */
function setClockDigits(found: Found, digits: string): void {
  const length = digits.length;
  if (![2, 3, 4, 5, 6, 7, 8, 10, 12, 14].includes(length)) return;
  const names = ['second', 'minute', 'hour', 'day', 'month'] as const;
  let end = length;
  for (const name of names) {
    if (end <= 0) break;
    const from = Math.max(0, end - 2);
    found[name] = Number(digits.slice(from, end));
    end = from;
  }
  if (length === 12) found.year = Number(digits.slice(0, 2));
  if (length === 14) {
    found.year = Number(digits.slice(0, 4));
    found.completes = false;
  }
}

function completed(found: Found): TimeFragments {
  const { beforeChrist = false, completes, ...fragments } = found;
  let year = fragments.year;
  if (year === undefined) return fragments;
  if (beforeChrist) year = 1 - year;
  if (completes && year >= 0 && year <= 99) year += year >= 69 ? 1900 : 2000;
  return { ...fragments, year };
}
