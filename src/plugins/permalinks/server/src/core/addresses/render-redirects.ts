/** One redirect of a site. */
export interface Redirect {
  /** In canonical form, decoded. */
  readonly from: string;
  /** Percent-encoded; null where what it led to is gone. */
  readonly to: string | null;
  /** Whether `from` differs in case alone from what another redirect or a page is found at. */
  readonly caseMatters: boolean;
}

export type RedirectFormat = 'json' | 'netlify' | 'nginx';

/** How a list of redirects is written down, piece by piece. */
export interface RedirectWriter {
  readonly mediaType: string;
  /** Whether it has to be told of addresses that differ in case alone. */
  readonly mindsCase: boolean;
  readonly start: string;
  readonly end: string;
  /** @param first whether nothing has been written since `start`. */
  line(redirect: Redirect, first: boolean): string;
}

/**
 * - `json`: an array of `{ from, to, status }`, `from` decoded;
 * - `netlify`: a `_redirects` file (https://docs.netlify.com/routing/redirects/); what is gone
 *   answers with the front page and the status 410;
 * - `nginx`: a `map $uri $redirected_to` block; what is gone is mapped to `410`. Its strings are
 *   compared whatever their case, and two that differ in case alone are refused: these are regular
 *   expressions (https://nginx.org/en/docs/http/ngx_http_map_module.html).
 */
export const REDIRECT_WRITERS: Readonly<Record<RedirectFormat, RedirectWriter>> = {
  json: {
    mediaType: 'application/json',
    mindsCase: false,
    start: '[',
    end: '\n]\n',
    line: ({ from, to }, first) =>
      `${first ? '' : ','}\n${JSON.stringify({ from, to, status: to === null ? 410 : 301 })}`,
  },
  netlify: {
    mediaType: 'text/plain',
    mindsCase: false,
    start: '',
    end: '',
    line: ({ from, to }) =>
      to === null
        ? `${encodePath(from)} / 410\n`
        : `${encodePath(from)} ${encodePath(decodeURIComponent(to))} 301\n`,
  },
  nginx: {
    mediaType: 'text/plain',
    mindsCase: true,
    start: 'map $uri $redirected_to {\n  default "";\n',
    end: '}\n',
    line: ({ from, to, caseMatters }) => {
      const target = to === null ? '410' : encodePath(decodeURIComponent(to));
      return forms(from)
        .map((uri) => `  ${quote(caseMatters ? exactly(uri) : uri)} ${quote(target)};\n`)
        .join('');
    },
  },
};

/**
 * A decoded path, percent-encoded so that no list takes any of it for its own syntax: neither
 * spaces nor `*`, `:` or `$` stay.
 */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[*'()!]/gu, percent))
    .join('/');
}

const percent = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** nginx compares whole addresses: a folder is asked for with and without its slash. */
function forms(from: string): string[] {
  const isFile = from.slice(from.lastIndexOf('/') + 1).includes('.');
  return isFile || from === '/' ? [from] : [from, `${from}/`];
}

/** A regular expression for one text alone, case and all. */
const exactly = (text: string) => `~^${text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`;

const quote = (text: string) => `"${text.replace(/["\\]/gu, '\\$&')}"`;
