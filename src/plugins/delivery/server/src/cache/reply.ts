import isFresh from 'fresh';

import type { Asking, KeptAnswer, Packing } from './kept-answer';

/** What is sent. */
export interface Reply {
  readonly status: 200 | 304;
  /** Names and values in turns. */
  readonly headers: readonly string[];
  readonly body: Buffer | null;
}

/**
 * Another answer that is made within the same second would have the same date: it is only told when none can be,
 * in milliseconds.
 */
const DATED_AFTER = 2000;

interface Sent extends Reply {
  readonly validators: Readonly<Record<string, string>>;
  /** What says that nothing has changed. */
  readonly unchanged: Reply;
}

/** Those tell of a body. */
const OF_BODIES = new Set(['content-length', 'content-type', 'content-encoding']);

const withoutBody = (headers: readonly string[]): string[] =>
  headers.filter((_, index) => !OF_BODIES.has((headers[index - (index % 2)] ?? '').toLowerCase()));

const made = new WeakMap<KeptAnswer, Map<string, Sent>>();

const make = (
  { body, packed, headers, etag, madeAt }: KeptAnswer,
  packing: Packing | null,
  isDated: boolean
): Sent => {
  const bytes = packing === null ? body : (packed.get(packing) ?? body);
  const tag = packing === null ? `"${etag}"` : `"${etag}-${packing}"`;
  const date = isDated ? new Date(madeAt).toUTCString() : null;
  const sent = [
    ...headers,
    ...['ETag', tag],
    ...(date === null ? [] : ['Last-Modified', date]),
    ...(packing === null ? [] : ['Content-Encoding', packing]),
    ...['Content-Length', String(bytes.length)],
  ];
  return {
    status: 200,
    body: bytes,
    headers: sent,
    unchanged: { status: 304, headers: withoutBody(sent), body: null },
    validators: { etag: tag, ...(date !== null && { 'last-modified': date }) },
  };
};

/**
 * How a request is answered by what is kept: with the body, or by saying that it is what the client has
 * (https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests).
 *
 * @param packing one that the answer is packed by; null for none
 */
export const replyWith = (answer: KeptAnswer, asking: Asking, packing: Packing | null): Reply => {
  const isDated = Date.now() - answer.madeAt > DATED_AFTER;
  const forms = made.get(answer) ?? new Map<string, Sent>();
  made.set(answer, forms);
  const name = `${packing ?? ''} ${isDated}`;
  const sent = forms.get(name) ?? make(answer, packing, isDated);
  forms.set(name, sent);
  return isFresh(asking.headers, sent.validators) ? sent.unchanged : sent;
};
