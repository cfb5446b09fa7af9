import { readTrailer } from 'strapi-plugin-source-links/core';

import type { Layout } from '../../core/plan/layout';
import type { Trailer } from '../../core/plan/map-post';
import type { JsonValue } from '../../core/post';
import { sourceRulesOf } from './source-rules';

/**
 * How the end of a post's text is read: by the rules of `source-links`, and by those of the
 * archive for trailers where it has any. A type without an attribute for the source's address keeps
 * its trailers in the body, so that no link is lost.
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
