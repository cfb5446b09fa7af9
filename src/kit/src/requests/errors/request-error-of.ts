import { isBadValue, isTimeout } from '../../database/errors/classify-error';
import { messages } from '../../texts/kit-messages';
import { BadRequest, TooSlow } from './request-errors';

/** Of Strapi's own conversion of values, which throws what it answers with 500. */
const CONVERSION = new Set([
  'InvalidDateFormat',
  'InvalidDatetimeFormat',
  'InvalidTimeFormat',
  'InvalidRelationFormat',
]);

export const TOO_SLOW = messages.in('en', 'request.too-slow');

/** What a visitor hears of a read that the database did not finish in time, or not begin; null for other errors. */
export const tooSlowReason = (error: unknown): string | null =>
  isTimeout(error) || error instanceof TooSlow ? TOO_SLOW : null;

/** What a visitor hears of a database's error instead of SQL; null where it is the server's own. */
export const requestErrorOf = (error: unknown): BadRequest | TooSlow | null => {
  const { name } = (error ?? {}) as { readonly name?: unknown };
  if (typeof name === 'string' && CONVERSION.has(name)) {
    return messages.error(BadRequest, 'value.date');
  }
  if (isTimeout(error)) {
    return messages.error(TooSlow, 'request.too-slow');
  }
  return isBadValue(error) ? messages.error(BadRequest, 'value.wrong') : null;
};
