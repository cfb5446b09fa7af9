/**
 * What became of a link:
 * - `ok`: it is there
 * - `moved`: it is there, at another address for good
 * - `gone`: its server says that it is not there (404, 410)
 * - `refused`: its server would not say (401, 403, 429, 451)
 * - `broken`: its server failed, or sent us round in circles
 * - `unreachable`: nobody answered: no such host, no connection, no certificate, no time left
 * - `private`: it leads into a private network, and was not asked for
 */
export type LinkOutcome =
  'ok' | 'moved' | 'gone' | 'refused' | 'broken' | 'unreachable' | 'private';

/** What the last check found at a link. */
export interface FoundLink {
  readonly outcome: LinkOutcome;
  readonly status: number | null;
  /** ISO 8601. */
  readonly checkedAt: string;
}

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 407, 429, 451]);

/** What an HTTP status that is no redirect says of a link. */
export function outcomeOfStatus(
  status: number
): Exclude<LinkOutcome, 'moved' | 'unreachable' | 'private'> {
  if (status >= 200 && status < 300) return 'ok';
  if (status === 404 || status === 410) return 'gone';
  return REFUSALS.has(status) ? 'refused' : 'broken';
}

/** Whether an answer to HEAD is worth a GET: many servers know only that. A full server is left in peace. */
export function wantsGet(status: number): boolean {
  return status >= 400 && status !== 429 && status !== 503;
}

/** Whether a link may do better when it is asked for again. */
export function isTransient(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}

/** How long a server wants to be left alone, in milliseconds; null where it does not say. `now` is in milliseconds. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^[0-9]{1,9}$/.test(header)) return Number(header) * 1000;
  // Left to itself, the parser takes "-1" for a month.
  const date = /^[A-Za-z]{3}, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
