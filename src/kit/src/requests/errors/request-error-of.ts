import { isBadValue, isTimeout } from '../../database/errors/classify-error';
import { BadRequest, TooSlow } from './request-errors';

/** Of Strapi's own conversion of values, which throws what it answers with 500. */
const CONVERSION = new Set([
  'InvalidDateFormat',
  'InvalidDatetimeFormat',
  'InvalidTimeFormat',
  'InvalidRelationFormat',
]);

const NOT_A_VALUE =
  'A value cannot be compared with or stored in its attribute. Check what kind of value it takes.';

export const TOO_SLOW =
  'This took the database too long. Ask for less, or filter by fewer conditions.';

/** What a visitor hears of a read that the database did not finish in time, or not begin; null for other errors. */
export const tooSlowReason = (error: unknown): string | null =>
  isTimeout(error) || error instanceof TooSlow ? TOO_SLOW : null;

/** What a visitor hears of a database's error instead of SQL; null where it is the server's own. */
export const requestErrorOf = (error: unknown): BadRequest | TooSlow | null => {
  const { name } = (error ?? {}) as { readonly name?: unknown };
  if (typeof name === 'string' && CONVERSION.has(name)) {
    return new BadRequest(
      'A date or a time is none. Write 2022-02-17, 08:35:15 or both in ISO 8601.'
    );
  }
  if (isTimeout(error)) {
    return new TooSlow(TOO_SLOW);
  }
  return isBadValue(error) ? new BadRequest(NOT_A_VALUE) : null;
};
