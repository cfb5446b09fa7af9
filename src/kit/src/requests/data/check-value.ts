import { BadRequest } from '../errors/request-errors';
import { findUnstorable } from './find-unstorable';
import type { Attribute } from '../models';

const INT4 = 2_147_483_647;
const INT8 = 9_223_372_036_854_775_807n;

/** Why a value is none of an attribute, as the end of a sentence; null where it may be. */
type Judge = (value: unknown) => string | null;

const integer: Judge = (value) => {
  if (!/^\s*[+-]?\d+\s*$/u.test(String(value))) return 'is a whole number';
  return Math.abs(Number(value)) > INT4 ? `lies between -${INT4} and ${INT4}` : null;
};

const bigInteger: Judge = (value) => {
  const text = String(value).trim();
  if (!/^[+-]?\d{1,30}$/u.test(text)) return 'is a whole number';
  const number = BigInt(text.replace(/^\+/u, ''));
  return number > INT8 || number < -INT8 - 1n ? 'is a number of at most 64 bits' : null;
};

const decimal: Judge = (value) =>
  String(value).trim() !== '' && Number.isFinite(Number(value)) ? null : 'is a number';

/** Digits alone are milliseconds since 1970, but for years (2022) and days (20220217). */
const yearOf = (value: unknown): number => {
  const text = value instanceof Date ? String(value.getTime()) : String(value);
  const isCount = /^-?\d+$/u.test(text) && text.length !== 4 && text.length !== 8;
  return isCount ? new Date(Number(text)).getUTCFullYear() : Number(/^\d{4}/u.exec(text)?.[0]);
};

const moment: Judge = (value) => {
  const year = yearOf(value);
  return year >= 1 && year <= 9999 ? null : 'is a date of the years 1 to 9999, as 2022-02-17';
};

const JUDGES: Readonly<Record<string, Judge>> = {
  integer,
  biginteger: bigInteger,
  float: decimal,
  decimal,
  date: moment,
  datetime: moment,
  timestamp: moment,
};

/** Refuses a value that its attribute cannot have on any database. */
export const checkValue = (
  value: unknown,
  attribute: Attribute | undefined,
  name: string
): void => {
  if (value === null || value === undefined) return;
  const wrong = findUnstorable(value, 2);
  if (wrong !== null) throw new BadRequest(wrong);
  const judge = JUDGES[attribute?.type ?? ''];
  const must = judge?.(value) ?? null;
  if (must !== null)
    throw new BadRequest(`"${name}" ${must}: ${JSON.stringify(value).slice(0, 60)} is none.`);
};
