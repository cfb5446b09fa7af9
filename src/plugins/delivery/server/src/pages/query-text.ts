import { OWN } from './read-request';

/** A query string, in the parts that pages know it by. */
export interface QueryText {
  /** The parameters of ours, by their names. */
  readonly own: Readonly<Record<string, string>>;
  /** All others, as they are sent. */
  readonly rest: string;
  /** What decides which documents a list has, in one order: filters, search and language. */
  readonly filters: string;
}

const FILTERS = /^(?:filters|_q|locale|publicationFilter|hasPublishedVersion)(?:\[|$)/u;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // It cannot be meant for anything; as it is, it still is the same for the same query.
    return text;
  }
};

/** Reads a query string as far as pages need it, without parsing what is Strapi's. */
export const readQueryText = (query: string): QueryText => {
  const own: Record<string, string> = {};
  const rest: string[] = [];
  const filters: string[] = [];
  for (const pair of query === '' ? [] : query.split('&')) {
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
    if (OWN.has(name) && !Object.hasOwn(own, name)) {
      own[name] = value;
      continue;
    }
    rest.push(pair);
    if (FILTERS.test(name)) filters.push(JSON.stringify([name, value]));
  }
  return { own, rest: rest.join('&'), filters: filters.sort().join() };
};
