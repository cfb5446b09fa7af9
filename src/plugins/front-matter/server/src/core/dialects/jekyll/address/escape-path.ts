const SAFE_LINE = /(?<![^\n])[a-zA-Z0-9./-]+(?![^\n])/;
const URI = /^(?:([^:/?#\n]+):)?(?:\/\/([^/?#\n]*))?([^?#]*)(?:\?([^#]*))?(?:#([^\n]*))?$/;
const SCHEME = /^[a-z][a-z0-9.+-]*$/i;

/**
 * `Jekyll::URL.escape_path`: `Addressable::URI.encode`, and the first `#` escaped. A value that parses
 * as a URI (`c++: tips`) is split into its components first, as Addressable does.
 *
 * @returns null where Addressable refuses the value and Jekyll's build would stop
 */
export const escapePath = (path: string): string | null => {
  if (path === '' || SAFE_LINE.test(path)) return path;
  const parts = URI.exec(path);
  if (!parts) return null;
  const [, scheme, authority, body = '', query, fragment] = parts;
  if (scheme !== undefined && !SCHEME.test(scheme)) return null;
  if (authority === undefined && body.startsWith('//')) return null;
  if (scheme === undefined && body.startsWith(':')) return null;
  const encoded =
    (scheme === undefined ? '' : `${scheme}:`) +
    (authority === undefined
      ? ''
      : `//${encode(authority, /[^A-Za-z0-9\-._~!$&'()*+,;=:@[\]]/gu)}`) +
    encode(body, /[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu) +
    (query === undefined ? '' : `?${encode(query, /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu)}`) +
    (fragment === undefined ? '' : `#${encode(fragment, /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu)}`);
  return encoded.replace('#', '%23');
};

const encode = (text: string, unsafe: RegExp): string =>
  text.replace(unsafe, (char) =>
    [...Buffer.from(char, 'utf8')]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
  );
