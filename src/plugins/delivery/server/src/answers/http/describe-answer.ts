import { createHash } from 'node:crypto';
import type { Core, UID } from '@strapi/strapi';

import type { CacheSettings } from '../../config/schema';
import type { Sources } from '../sources';
import { PERSONAL } from './personal';

/** What ids may take in a header: servers in front accept some kilobytes of headers in all. */
const MAX_KEYS = 2500;

/** The headers by which an answer may be kept. */
export interface Description extends Readonly<Record<string, string>> {
  /** What answers differ by, beside what Strapi has said. */
  readonly vary: string;
  /** A strong one, in quotes. */
  readonly etag: string;
}

export type Describe = (sources: Sources, body: Buffer) => Description;

/** Names what an answer was made of: the types, and as many of the documents as there is room for. */
const surrogateKeys = (strapi: Core.Strapi, { uids, documents }: Sources): string => {
  let keys = uids
    .map((uid) => strapi.contentType(uid as UID.ContentType).info.pluralName)
    .join(' ');
  for (const id of documents) {
    if (keys.length + id.length >= MAX_KEYS) break;
    keys += ` ${id}`;
  }
  return keys;
};

/**
 * Tells browsers and shared caches how an answer to the public may be kept, and by what it is known that it is still
 * the same (https://www.rfc-editor.org/rfc/rfc9111, https://www.rfc-editor.org/rfc/rfc5861).
 */
export const describeAnswers = (
  strapi: Core.Strapi,
  { sharedSeconds, staleSeconds, keysHeader }: CacheSettings
): Describe => {
  const control =
    `public, max-age=0, s-maxage=${sharedSeconds}` +
    (staleSeconds > 0 ? `, stale-while-revalidate=${staleSeconds}` : '');
  const vary = ['accept-encoding', ...PERSONAL].join(', ');
  return (sources, body) => ({
    vary,
    etag: `"${createHash('sha1').update(body).digest('base64url')}"`,
    'cache-control': control,
    ...(keysHeader !== null && { [keysHeader.toLowerCase()]: surrogateKeys(strapi, sources) }),
  });
};
