import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';

/** Those of one answer alone, or that are set here. */
const OWN = new Set([
  ...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date'],
  ...['etag', 'keep-alive', 'last-modified', 'surrogate-key', 'transfer-encoding', 'vary'],
  ...['x-delivery', 'x-response-time'],
]);

/** Those that Strapi's middlewares give to every answer to pages of one origin. */
export interface SiteHeaders {
  /** Names and values in turns. */
  readonly headers: readonly string[];
  /** What answers differ by; empty for nothing. */
  readonly vary: string;
}

/** They are looked at again so often, in milliseconds, and for so many origins. */
const KNOWN = { max: 1000, ttl: 60_000 };

const headersIn = (response: ServerResponse): SiteHeaders | null => {
  const isAnswer =
    response.statusCode === 200 &&
    String(response.getHeader('content-type')).startsWith('application/json');
  // A cookie is for one visitor.
  if (!isAnswer || response.hasHeader('set-cookie')) return null;
  const headers = response.getHeaderNames().flatMap((name) => {
    const value = response.getHeader(name);
    if (OWN.has(name) || value === undefined) return [];
    return [value].flat().flatMap((one) => [name, String(one)]);
  });
  return { headers, vary: String(response.getHeader('vary') ?? '') };
};

/** Headers of a site's answers, by the origins of the pages that asked. */
export interface SiteHeadersOf {
  get(request: IncomingMessage): SiteHeaders | undefined;
  /** Learns them from the answer that Strapi is about to give to a visitor. */
  learn(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Knows the headers that Strapi's middlewares add: their policies, and what a browser is told of the origins whose
 * pages may read.
 */
export const knowSiteHeaders = (): SiteHeadersOf => {
  const known = new LRUCache<string, SiteHeaders>(KNOWN);
  const keyOf = ({ headers }: IncomingMessage): string => headers.origin ?? '';
  return {
    get: (request) => known.get(keyOf(request)),
    learn(request, response) {
      const write = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
      response.writeHead = (...given: unknown[]) => {
        const found = headersIn(response);
        if (found !== null) known.set(keyOf(request), found);
        return write(...given);
      };
    },
  };
};
