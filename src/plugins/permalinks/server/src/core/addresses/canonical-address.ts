/** Longer addresses are not kept: browsers and caches cut them too. In UTF-16 units. */
const LONGEST_ADDRESS = 2048;

const SCHEME_AND_HOST = /^(?:[a-z][a-z0-9+.-]{0,31}:)?\/\/[^/?#]*/iu;
const ENCODED_URL = /^\s*[a-z][a-z0-9+.-]{0,31}%3a%2f%2f/iu;
const ENCODED = /(?:%[0-9a-f]{2})+/giu;
// eslint would have no control characters in a pattern; they are what is looked for.
const UNFIT = /\p{Cc}|\p{Surrogate}/u;

/**
 * The one form in which an address is stored and looked up: the path alone (no scheme, host,
 * query or fragment), percent-decoded, NFC, case kept, without `index.html` and without a slash
 * at its end. `/` is the root. Null for what cannot be an address. A whole URL may be
 * percent-encoded as one text, scheme and all.
 *
 * Bytes that do not decode as UTF-8 stay as they are written.
 */
export function canonicalAddress(url: string): string | null {
  if (url.length > LONGEST_ADDRESS) return null;
  const path = afterHost(url).split(/[?#]/u, 1)[0] ?? '';
  const decoded = path.replace(ENCODED, decodeRun).normalize('NFC');
  if (UNFIT.test(decoded)) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.at(-1) === 'index.html') parts.pop();
  return `/${parts.join('/')}`;
}

/**
 * Whether a URL has a query or a fragment, empty ones too: what its canonical form leaves out. A
 * question mark that is percent-encoded in a path belongs to the path.
 */
export function hasQuery(url: string): boolean {
  return /[?#]/u.test(afterHost(url));
}

function afterHost(url: string): string {
  const raw = ENCODED_URL.test(url) ? url.replace(ENCODED, decodeRun) : url;
  return raw.trim().replace(SCHEME_AND_HOST, '');
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
