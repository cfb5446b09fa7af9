import type { Core } from '@strapi/strapi';
import { compileSourceRules, readTrailer } from 'strapi-plugin-source-links/core';

import type { Layout } from '../../core/plan/layout';
import type { Trailer } from '../../core/plan/map-post';
import type { JsonValue } from '../../core/post';

const SOURCE_FIELDS = ['sourceCode', 'sourceKey', 'sourceUrl', 'sourceName'];

/**
 * How the end of a post's text is read here: by the rules of `source-links`, and by those of the
 * archive for trailers where it has any. A type without an attribute for the source keeps its
 * trailers in the body, so that no link is lost.
 */
export const trailerReader = (
  strapi: Core.Strapi,
  layout: Layout,
  trailers: JsonValue
): ((content: string) => Trailer) => {
  if (!SOURCE_FIELDS.some((field) => layout.fields.has(field))) {
    return (content) => ({
      body: content,
      trailer: '',
      url: null,
      code: null,
      key: null,
      name: null,
    });
  }
  const rules = compileSourceRules({
    ...strapi.config.get<object>('plugin::source-links', {}),
    ...(trailers === null ? {} : { trailers }),
  });
  return (content) => {
    const { body, url, code, key, name } = readTrailer(content, rules);
    return { body, trailer: content.slice(body.length), url, code, key, name };
  };
};
