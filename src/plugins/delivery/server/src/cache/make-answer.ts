import type { Description } from '../answers/http/describe-answer';
import type { KeptAnswer } from './kept-answer';
import type { SiteHeaders } from './site-headers';

/** Puts together what `Vary` says, each name once. */
const bothOf = (one: string, other: string): string => {
  const names = `${one}, ${other}`.toLowerCase().split(/\s*,\s*/u);
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
};

/** An answer as it is sent, with the headers of the site and its own. */
export const makeAnswer = (
  body: Buffer,
  site: SiteHeaders,
  { vary, etag, ...own }: Description
): KeptAnswer => ({
  body,
  packed: new Map(),
  headers: [
    ...site.headers,
    ...Object.entries(own).flat(),
    ...['vary', bothOf(site.vary, vary)],
    ...['content-type', 'application/json; charset=utf-8'],
  ],
  etag: etag.replaceAll('"', ''),
  madeAt: Date.now(),
});
