import type { IncomingHttpHeaders } from 'node:http';

/** Headers that make an answer another one than the public's. */
export const PERSONAL = ['authorization', 'strapi-response-format', 'strapi-encode-source-maps'];

/** Whether a request may be answered otherwise than anybody else's. */
export const isPersonal = (headers: IncomingHttpHeaders): boolean =>
  PERSONAL.some((name) => headers[name] !== undefined);
