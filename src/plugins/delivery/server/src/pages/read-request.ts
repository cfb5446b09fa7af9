import { errors } from '@strapi/utils';

/** A query string, parsed. */
export type Query = Readonly<Record<string, unknown>>;

/** Which page a request asks for. */
export interface PageRequest {
  /** Null for the usual number of documents. */
  readonly limit: number | null;
  readonly cursor: string | null;
  readonly isBackward: boolean;
}

/** Parameters of ours, which Strapi's lists do not know. */
export const OWN: ReadonlySet<string> = new Set(['after', 'before', 'limit', 'cursors']);

/** Those of Strapi's that say which part of a list is asked for. */
const PARTS = ['pagination', 'page', 'pageSize', 'start'];

const NUMBER = /^[1-9]\d{0,8}$/u;

const refuse = (message: string): never => {
  throw new errors.ValidationError(message);
};

/** A text that is given once; null where it is left out or empty, as frontends have it for the first page. */
const textOf = (query: Query, name: string): string | null => {
  const value = query[name];
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : refuse(`"${name}" is a text, given once.`);
};

/**
 * Reads which page is asked for, or where a stream begins.
 *
 * @throws ValidationError for what is wrong or does not go together
 */
export const readPageRequest = (query: Query, isStream = false): PageRequest => {
  const part = PARTS.find((name) => query[name] !== undefined);
  if (part !== undefined) {
    refuse(`Pages are asked for by "limit", "after" and "before" here, not by "${part}".`);
  }
  if (![undefined, 'published'].includes(query['status'] as string | undefined)) {
    refuse('Only published documents are answered here: leave "status" out.');
  }
  if (!isStream && query['cursors'] !== undefined) {
    refuse('"cursors" is for streams: a page has those of its ends.');
  }
  const [after, before, limit] = [
    textOf(query, 'after'),
    textOf(query, 'before'),
    textOf(query, 'limit'),
  ];
  if (after !== null && before !== null) refuse('Give "after" or "before", not both.');
  if (limit !== null && !NUMBER.test(limit)) refuse('"limit" is a whole number, 1 or more.');
  return {
    limit: limit === null ? null : Number(limit),
    cursor: after ?? before,
    isBackward: before !== null,
  };
};

/** What is asked of Strapi's list: the rest of a query, sorted as usual where it does not say how. */
export const listQuery = (query: Query, order: string): Record<string, unknown> => {
  const rest = Object.fromEntries(Object.entries(query).filter(([name]) => !OWN.has(name)));
  const sort = rest['sort'];
  if (sort === undefined || sort === null || sort === '') rest['sort'] = `${order}:desc`;
  return { ...rest, status: 'published', pagination: { start: 0, limit: 1, withCount: 'false' } };
};
