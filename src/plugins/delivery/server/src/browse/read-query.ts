import { errors } from '@strapi/utils';

import type { Part } from './calendar/calendar';
import type { Context } from './find-documents';

type Query = Context['query'];

const wholeNumber = (
  query: Readonly<Record<string, unknown>>,
  name: string,
  said = name
): number | null => {
  const given = query[name];
  if (given === undefined) return null;
  if (typeof given !== 'string' || !/^[1-9]\d{0,8}$/u.test(given)) {
    throw new errors.ValidationError(`"${said}" is a whole number from 1 on.`);
  }
  return Number(given);
};

const LAST_YEAR = 9999;
const LAST_MONTH = 12;

/**
 * Reads which part of a calendar a request asks for.
 *
 * @throws ValidationError
 */
export const readPart = (query: Query): Part => {
  const given = query as Readonly<Record<string, unknown>>;
  const [year, month] = [wholeNumber(given, 'year'), wholeNumber(given, 'month')];
  if (year === null && month !== null) {
    throw new errors.ValidationError('"month" needs a "year" beside it.');
  }
  if (year !== null && year > LAST_YEAR) {
    throw new errors.ValidationError(`"year" is at most ${LAST_YEAR}.`);
  }
  if (month !== null && month > LAST_MONTH) {
    throw new errors.ValidationError(`"month" is a number from 1 to ${LAST_MONTH}.`);
  }
  return { year, month };
};

/** What a list is sorted by, and which of its pages is asked for. */
export interface Page {
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly page: number;
  readonly pageSize: number;
}

const SORT = /^(?<sort>\w+)(?::(?<direction>asc|desc))?$/iu;

/**
 * Reads the page of terms that a request asks for.
 *
 * @param limits how many entries a page has, and may have
 * @throws ValidationError
 */
export const readPage = (
  query: Query,
  limits: { readonly usual: number; readonly most: number }
): Page => {
  const { sort = 'count:desc', pagination = {} } = query as Readonly<Record<string, unknown>>;
  const found = typeof sort === 'string' ? SORT.exec(sort)?.groups : undefined;
  if (found === undefined) {
    throw new errors.ValidationError('"sort" is "count", or an attribute, with ":asc" or ":desc".');
  }
  if (typeof pagination !== 'object' || pagination === null) {
    throw new errors.ValidationError('"pagination" has "page" and "pageSize".');
  }
  const parts = pagination as Readonly<Record<string, unknown>>;
  const odd = Object.keys(parts).find((name) => name !== 'page' && name !== 'pageSize');
  if (odd !== undefined)
    throw new errors.ValidationError('"pagination" has "page" and "pageSize".');
  return {
    sort: found['sort'] ?? 'count',
    direction: found['direction']?.toLowerCase() === 'desc' ? 'desc' : 'asc',
    page: wholeNumber(parts, 'page', 'pagination[page]') ?? 1,
    pageSize: Math.min(
      wholeNumber(parts, 'pageSize', 'pagination[pageSize]') ?? limits.usual,
      limits.most
    ),
  };
};
