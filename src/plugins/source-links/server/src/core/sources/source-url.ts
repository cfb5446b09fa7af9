/** Longer addresses are refused: no browser or proxy is sure to take them. */
export const MAX_URL_LENGTH = 2048;

/** Why a text cannot be kept as a source's URL. */
export type UrlProblem = 'too-long' | 'characters' | 'not-a-url' | 'scheme' | 'credentials';

/** A URL that may be kept, or the reason why not. `text` is the URL as it stood, tidied. */
export type ReadUrl =
  | { readonly ok: true; readonly text: string; readonly url: URL }
  | { readonly ok: false; readonly problem: UrlProblem };

/*
 * Controls, invisible format characters (which can turn an address round on the screen), halves of
 * characters (which no database keeps), spaces, and what would end a Markdown autolink or an
 * attribute. The URL parser drops tabs and line ends without a word and reads a backslash as a slash,
 * so they have to be seen before it.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}<>"\\]/u;

const isHttp = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/**
 * Reads a source's URL: http or https with a host, without credentials, at most
 * {@link MAX_URL_LENGTH} characters. Nothing is normalised, so that what is stored is what was found;
 * only space around it and the query parameters that `isTracking` names are taken off.
 */
export function readSourceUrl(raw: string, isTracking: (name: string) => boolean): ReadUrl {
  // Trimming is linear, but there is no need to do it on a text that cannot be a URL.
  if (raw.length > MAX_URL_LENGTH * 2) return { ok: false, problem: 'too-long' };
  const trimmed = raw.trim();
  if (trimmed.length > MAX_URL_LENGTH) return { ok: false, problem: 'too-long' };
  if (FORBIDDEN.test(trimmed)) return { ok: false, problem: 'characters' };
  const url = parse(trimmed);
  if (url === null) return { ok: false, problem: 'not-a-url' };
  // `http:example.org` parses too, but is nothing that anybody could follow from a page.
  if (!isHttp(url)) return { ok: false, problem: 'scheme' };
  if (!/^https?:\/\//i.test(trimmed)) return { ok: false, problem: 'not-a-url' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
  const text = withoutTracking(trimmed, isTracking);
  return { ok: true, text, url: text === trimmed ? url : new URL(text) };
}

/** As `URL.canParse`, which would have every URL parsed twice. */
function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function withoutTracking(text: string, isTracking: (name: string) => boolean): string {
  const hash = text.indexOf('#');
  const address = hash === -1 ? text : text.slice(0, hash);
  const fragment = hash === -1 ? '' : text.slice(hash);
  const mark = address.indexOf('?');
  if (mark === -1) return text;
  const pairs = address.slice(mark + 1).split('&');
  const kept = pairs.filter((pair) => !isTracking(nameOf(pair)));
  if (kept.length === pairs.length) return text;
  const query = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return `${address.slice(0, mark)}${query}${fragment}`;
}

function nameOf(pair: string): string {
  const equals = pair.indexOf('=');
  return (equals === -1 ? pair : pair.slice(0, equals)).toLowerCase();
}
