import { MONTH } from './date-shapes';
import type { Found } from './fragments';

/** The number of a month, in digits, by the first three letters of its name. */
export const monthOf = (name: string | undefined): string =>
  String(MONTH.split('|').indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);

/** Whether an era is the one before Christ. */
export const isBefore = (era: string | undefined): boolean => /^b/i.test(era ?? '');

const ERAS: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

/** A year of a Japanese era: `H31.04.30`. */
export const setJapanese = (found: Found, parts: RegExpExecArray): void => {
  found.year = Number(parts[2]) + (ERAS[(parts[1] ?? '').toLowerCase()] ?? 0);
  found.month = Number(parts[3]);
  found.day = Number(parts[4]);
};

type Part = string | undefined;

const isYearLike = (part: Part): boolean =>
  part !== undefined && (part.startsWith("'") || part.length > 2);

/** Ruby's `s3e`: three parts in a given order, unless their form shows another one. */
export const setDate = (
  found: Found,
  first: Part,
  second: Part,
  third: Part,
  beforeChrist = false
): void => {
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
};

const numberIn = (part: string): number => Number(/\d+/.exec(part)?.[0]);
