import { type DocumentRequest, documentRequest } from './document-requests';
import { keepAnswer, lastAnswer } from './last-answers';
import { keepReading, type Reading, readingFor } from './readings';
import { type Conflict, discarded, refusals, saved } from './saves';

const HEADER = 'Newsroom-Reading';

type Send = typeof window.fetch;

/** As much of an answer of the content manager's as is looked at here. */
interface Answer {
  readonly data?: { readonly documentId?: string };
  readonly meta?: { readonly newsroom?: Reading };
  readonly error?: {
    readonly details?: { readonly conflicts?: readonly Conflict[]; readonly reading?: Reading };
  };
}

const answerOf = async (response: Response): Promise<Answer> => {
  try {
    return ((await response.clone().json()) ?? {}) as Answer;
  } catch {
    return {};
  }
};

const addressOf = (input: RequestInfo | URL): string | null => {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : null;
};

/** Headers take ASCII alone. */
const inAscii = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('')
  );

/**
 * Loads the document of a form. While the server cannot be reached, an open form goes on with what it was made from:
 * Strapi would show an error in its place, and all that was typed would be gone.
 */
const load = async (
  { key }: DocumentRequest,
  address: string,
  signal: AbortSignal | null | undefined,
  send: () => Promise<Response>
): Promise<Response> => {
  const instead = (): Response | null =>
    readingFor(key) === undefined || signal?.aborted === true ? null : lastAnswer(address);
  try {
    const response = await send();
    if (response.ok) keepAnswer(address, await response.clone().text());
    return response.status < 500 ? response : (instead() ?? response);
  } catch (error) {
    const last = instead();
    if (last !== null) return last;
    throw error;
  }
};

/** Saves what a form has, and tells how that was read. */
const save = async (
  { document, key, isNew }: DocumentRequest,
  init: RequestInit,
  send: (init: RequestInit) => Promise<Response>
): Promise<Response> => {
  const reading = readingFor(key);
  const headers = new Headers(init.headers);
  if (reading !== undefined) headers.set(HEADER, inAscii(JSON.stringify(reading)));
  let response: Response;
  try {
    response = await send({ ...init, headers });
  } catch (error) {
    refusals.tell(document, { key, conflicts: [], reading: null });
    throw error;
  }
  const { data, meta, error } = await answerOf(response);
  if (response.ok) {
    if (reading !== undefined && meta?.newsroom !== undefined) keepReading(key, meta.newsroom);
    saved.tell(document, { madeAs: isNew ? (data?.documentId ?? null) : null });
    // Strapi asks again with another token, or for a password.
  } else if (response.status !== 401) {
    const { conflicts = [], reading: now = null } = error?.details ?? {};
    refusals.tell(document, { key, conflicts, reading: now });
  }
  return response;
};

const LOG_OUT = /\/admin\/logout$/u;

/**
 * Has the panel tell with each save how its form was read, and hears what is answered: Strapi's own actions, by their
 * buttons, menus and keys, send what they send otherwise, too. To be called once.
 *
 * @param onLogOut called when somebody has logged out
 */
export const watchRequests = (onLogOut: () => unknown): void => {
  const fetch: Send = window.fetch.bind(window);
  window.fetch = async (input, given) => {
    const init = given ?? {};
    const address = addressOf(input);
    if (address === null) return fetch(input, given);
    const request = documentRequest((init.method ?? 'GET').toUpperCase(), address, init.body);
    if (request?.deed === 'read')
      return load(request, address, init.signal, () => fetch(input, init));
    if (request?.deed === 'save') return save(request, init, (own) => fetch(input, own));
    const response = await fetch(input, given);
    if (response.ok && request?.deed === 'discard') discarded.tell(request.document, undefined);
    if (response.ok && LOG_OUT.test(address)) onLogOut();
    return response;
  };
};
