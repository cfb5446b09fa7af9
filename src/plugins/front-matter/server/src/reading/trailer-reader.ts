import { readTrailer } from 'strapi-plugin-source-links/core';

import type { Layout } from '../core/fit/layout';
import type { Trailer } from '../core/fit/map-post';
import type { JsonValue } from '../core/post';
import { sourceRulesOf } from './source-rules';

/**
 * Makes a reader of trailers by the rules of `source-links` and of the archive. Where the content type has
 * no attribute for the source's address, trailers stay in the body, so that no link is lost.
 *
 * @param configured the configuration of `source-links`
 */
export const trailerReader = (
  layout: Layout,
  configured: object,
  trailers: JsonValue
): ((content: string) => Trailer) => {
  const rules = sourceRulesOf(configured, trailers);
  const keepsUrl = layout.fields.has('sourceUrl');
  return (content) => {
    const { body, url, code, key, name } = readTrailer(content, rules);
    const kept = keepsUrl ? body : content;
    return { body: kept, trailer: content.slice(kept.length), url, code, key, name };
  };
};
