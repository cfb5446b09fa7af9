import type {
  CalendarCount,
  ChangePage,
  Counted,
  CursorPage,
  Document,
  Neighbours,
} from './answers';
import { linesOf } from './lines';

export type * from './answers';

/** What sends requests: a client of `@strapi/client`, or anything that takes a path below `/api`. */
export interface Sender {
  fetch(path: string): Promise<Response>;
}

/** Parameters of a query, as they stand in an address: `{ 'filters[slug]': 'a', populate: '*' }`. */
export type Query = Readonly<Record<string, string | number | boolean>>;

/** What `strapi-plugin-delivery` answers, for frontends. Types are the plural names of content types. */
export interface Delivery {
  page<Entry = Document>(type: string, query?: Query): Promise<CursorPage<Entry>>;
  /** All documents of a list, page by page. */
  pages<Entry = Document>(type: string, query?: Query): AsyncGenerator<Entry>;
  /** All documents of a list by one request, for static builds. */
  stream<Entry = Document>(type: string, query?: Query): AsyncGenerator<Entry>;
  /** @param since a position; without one the answer has none but the present position */
  changes(since?: string, query?: Query): Promise<ChangePage>;
  calendar(type: string, query?: Query): Promise<readonly CalendarCount[]>;
  neighbours<Entry = Document>(
    type: string,
    documentId: string,
    query?: Query
  ): Promise<Neighbours<Entry>>;
  counts<Entry = Document>(type: string, query?: Query): Promise<readonly Counted<Entry>[]>;
}

const addressOf = (path: string, query: Query): string => {
  const parameters = new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
  ).toString();
  return `delivery/${path}${parameters === '' ? '' : `?${parameters}`}`;
};

/**
 * Reads what the plugin answers.
 *
 * @param sender sends requests to a Strapi; with `@strapi/client`: `strapi({ baseURL })`
 * @throws Error with the answer's status and text where it is none
 */
export const delivery = (sender: Sender): Delivery => {
  const send = async (path: string, query: Query = {}): Promise<Response> => {
    const address = addressOf(path, query);
    const answer = await sender.fetch(address);
    if (!answer.ok) {
      throw new Error(`GET ${address}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  };
  const read = async <Body>(path: string, query?: Query): Promise<Body> =>
    (await send(path, query)).json() as Promise<Body>;
  const dataOf = async <Data>(path: string, query?: Query): Promise<Data> =>
    (await read<{ readonly data: Data }>(path, query)).data;

  return {
    page: (type, query) => read(type, query),
    async *pages<Entry>(type: string, query: Query = {}) {
      let after: string | null = null;
      do {
        const page: CursorPage<Entry> = await read(
          type,
          after === null ? query : { ...query, after }
        );
        yield* page.data;
        after = page.meta.pagination.next;
      } while (after !== null);
    },
    async *stream<Entry>(type: string, query?: Query) {
      const { body } = await send(`${type}.ndjson`, query);
      if (body === null) return;
      for await (const line of linesOf(body)) yield JSON.parse(line) as Entry;
    },
    changes: (since, query = {}) =>
      read('changes', since === undefined ? query : { ...query, since }),
    calendar: (type, query) => dataOf(`${type}/calendar`, query),
    neighbours: (type, documentId, query) => dataOf(`${type}/${documentId}/neighbours`, query),
    counts: (type, query) => dataOf(`${type}/counts`, query),
  };
};
