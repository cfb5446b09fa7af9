import { compileSourceRules, readTrailer } from 'strapi-plugin-source-links/core';

import type { Layout } from '../../core/plan/layout';
import type { Trailer } from '../../core/plan/map-post';
import type { JsonValue } from '../../core/post';

const SOURCE_FIELDS = ['sourceCode', 'sourceKey', 'sourceUrl', 'sourceName'];

/**
 * How the end of a post's text is read: by the rules of `source-links`, and by those of the
 * archive for trailers where it has any. A type without an attribute for the source keeps its
 * trailers in the body, so that no link is lost.
 *
 * @param configured the configuration of `source-links`
 */
export const trailerReader = (
  layout: Layout,
  configured: object,
  trailers: JsonValue
): ((content: string) => Trailer) => {
  if (!SOURCE_FIELDS.some((field) => layout.fields.has(field))) {
    const nothing = { trailer: '', url: null, code: null, key: null, name: null };
    return (content) => ({ body: content, ...nothing });
  }
  const rules = compileSourceRules({ ...configured, ...(trailers === null ? {} : { trailers }) });
  return (content) => {
    const { body, url, code, key, name } = readTrailer(content, rules);
    return { body, trailer: content.slice(body.length), url, code, key, name };
  };
};
