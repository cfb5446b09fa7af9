import { messages } from '../../texts/kit-messages';
import { BadRequest } from '../errors/request-errors';
import { findUnstorable } from './find-unstorable';
import type { Attribute } from '../models';

const INT4 = 2_147_483_647;
const INT8 = 9_223_372_036_854_775_807n;

/** What an attribute's value has to be, and a value is not. */
type Fault = 'big-number' | 'integer' | 'integer-range' | 'number' | 'years';

/** Why a value is none of an attribute; null where it may be. */
type Judge = (value: unknown) => Fault | null;

const integer: Judge = (value) => {
  if (!/^\s*[+-]?\d+\s*$/u.test(String(value))) return 'integer';
  return Math.abs(Number(value)) > INT4 ? 'integer-range' : null;
};

const bigInteger: Judge = (value) => {
  const text = String(value).trim();
  if (!/^[+-]?\d{1,30}$/u.test(text)) return 'integer';
  const number = BigInt(text.replace(/^\+/u, ''));
  return number > INT8 || number < -INT8 - 1n ? 'big-number' : null;
};

const decimal: Judge = (value) =>
  String(value).trim() !== '' && Number.isFinite(Number(value)) ? null : 'number';

/** Digits alone are milliseconds since 1970, but for years (2022) and days (20220217). */
const yearOf = (value: unknown): number => {
  const text = value instanceof Date ? String(value.getTime()) : String(value);
  const isCount = /^-?\d+$/u.test(text) && text.length !== 4 && text.length !== 8;
  return isCount ? new Date(Number(text)).getUTCFullYear() : Number(/^\d{4}/u.exec(text)?.[0]);
};

const moment: Judge = (value) => {
  const year = yearOf(value);
  return year >= 1 && year <= 9999 ? null : 'years';
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
  if (wrong !== null) throw wrong;
  const judge = JUDGES[attribute?.type ?? ''];
  const fault = judge?.(value) ?? null;
  if (fault === null) return;
  const shown = JSON.stringify(value).slice(0, 60);
  throw messages.error(BadRequest, `value.${fault}`, { name, value: shown });
};
