/** What a request asks for, apart from the values that may differ between requests of one form. */
export interface RequestForm {
  /** Names the form: path, names and values that decide what is read. */
  readonly key: string;
  readonly uid: string;
  readonly isOne: boolean;
  /** Values that are compared with: a document's id, texts of filters. */
  readonly parameters: readonly string[];
  /** Which part of a list is asked for, by page or by place; null where that is the first. */
  readonly part: { readonly page: number } | { readonly start: number } | null;
  /** Whether drafts are asked for: nothing tells who writes them. */
  readonly isOfDrafts: boolean;
}

/** Longer queries are Strapi's, and nobody's to remember. */
const MAX_QUERY = 2000;
const MAX_VALUE = 500;

/** A filter that compares an attribute, perhaps of a relation, with one text. */
const EQUALS = /^filters(?:\[[^\][]+\])*\[[^$\][][^\][]*\](?:\[\$eq\])?$/u;
const STATUS = /^status(?:\[|$)/u;
const NUMBER = /^\d{1,9}$/u;
/** Others are for Strapi to answer, or to refuse: no database keeps them all. */
const PLAIN = /^[^\u0000-\u001f\u007f\ufffd]+$/u;

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
};

const isPlain = (value: string): boolean =>
  value.length <= MAX_VALUE && PLAIN.test(value) && value.isWellFormed();

/** Where a type's documents are asked for. */
export interface Route {
  readonly uid: string;
  /** The path of its list; that of one document has its id behind it. */
  readonly path: string;
}

/** The route that a path belongs to, and the id of the one document that it names. */
const routeOf = (
  routes: readonly Route[],
  path: string
): { readonly route: Route; readonly id: string | null } | null => {
  for (const route of routes) {
    if (path === route.path) return { route, id: null };
    if (!path.startsWith(`${route.path}/`)) continue;
    const id = path.slice(route.path.length + 1);
    return /^[a-z0-9]{1,64}$/u.test(id) ? { route, id } : null;
  }
  return null;
};

/**
 * Reads the form of a request.
 *
 * @param query the query string, without its question mark
 * @returns null for what is no request of these routes, or is left to Strapi as it is
 */
export const readForm = (
  routes: readonly Route[],
  path: string,
  query: string
): RequestForm | null => {
  const found = query.length > MAX_QUERY ? null : routeOf(routes, path);
  if (found === null) return null;
  const parameters = found.id === null ? [] : [found.id];
  let part: RequestForm['part'] = null;
  const names = new Set<string>();
  const words: string[] = [];
  let isOfDrafts = false;
  for (const pair of query === '' ? [] : query.split('&')) {
    const equals = pair.indexOf('=');
    const name = equals === -1 ? null : decode(pair.slice(0, equals));
    const value = decode(pair.slice(equals + 1));
    if (name === null || value === null) return null;
    const word = `${name}=`;
    if (STATUS.test(name) && value !== 'published') isOfDrafts = true;
    if ((name === 'pagination[page]' || name === 'pagination[start]') && NUMBER.test(value)) {
      if (part !== null) return null;
      const number = Number(value);
      if (name === 'pagination[page]' && number === 0) return null;
      part = name === 'pagination[page]' ? { page: number } : { start: number };
      words.push(word);
    } else if (EQUALS.test(name) && isPlain(value)) {
      // The same name twice is a list to Strapi.
      if (names.has(name)) return null;
      names.add(name);
      parameters.push(value);
      words.push(word);
    } else words.push(`${word}${value}`);
  }
  const isOne = found.id !== null;
  const key = `${found.route.path}${isOne ? '/' : ''}?${words.join('&')}`;
  return { key, uid: found.route.uid, isOne, parameters, part, isOfDrafts };
};
