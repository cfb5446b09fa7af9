import type { ServerResponse } from 'node:http';

import type { SiteHeaders } from './site-headers';

/** Seconds after which it may be tried again. */
const LATER = '5';

/** Says that an answer would take too long, as Strapi says it. */
export const sendRefusal = (
  message: string,
  { headers, vary }: SiteHeaders,
  response: ServerResponse
): void => {
  const error = { status: 503, name: 'ServiceUnavailableError', message, details: {} };
  const body = Buffer.from(JSON.stringify({ data: null, error }));
  response.writeHead(503, [
    ...headers,
    ...(vary === '' ? [] : ['vary', vary]),
    ...['content-type', 'application/json; charset=utf-8', 'content-length', String(body.length)],
    ...['cache-control', 'no-store', 'retry-after', LATER],
  ]);
  response.end(body);
};
