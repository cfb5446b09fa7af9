import {
  AMERICAN,
  APOSTROPHE_YEAR,
  BEFORE_CHRIST,
  DAY_NAME,
  DIGITS,
  DOTTED,
  EUROPEAN,
  FRAGMENT,
  ISO,
  JAPANESE,
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
import type { Found, TimeFragments } from './fragments';
import { isBefore, monthOf, setDate, setJapanese } from './set-date';
import { setDigits } from './set-digits';
import { setFragment, setTime } from './set-time';

/** Ruby's limit; longer texts are not dates. */
export const MAX_DATE_LENGTH = 128;

/**
 * Ruby's `Date._parse(text)`, the heuristic of `Time.parse`: finds a day's name, a time, and the first of
 * a dozen forms of a date, whatever other text is around them.
 */
export const findTimeFragments = (text: string): TimeFragments => {
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
};

const LETTER = /[A-Za-z]/;
const DIGIT = /\d/;

type Take = (shape: RegExp, use: (parts: RegExpExecArray) => void) => boolean;

/** The first form that matches decides, in Ruby's order. */
const takeDate = (found: Found, take: Take, has: (...classes: RegExp[]) => boolean): void => {
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
};

const takeRareIso = (found: Found, take: Take, has: (...classes: RegExp[]) => boolean): boolean => {
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
};

const completed = (found: Found): TimeFragments => {
  const { beforeChrist = false, completes, ...fragments } = found;
  let year = fragments.year;
  if (year === undefined) return fragments;
  if (beforeChrist) year = 1 - year;
  if (completes && year >= 0 && year <= 99) year += year >= 69 ? 1900 : 2000;
  return { ...fragments, year };
};
