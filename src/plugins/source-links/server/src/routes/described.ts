import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { documentSchema } from 'strapi-plugin-kit/answers';
import type { Sources } from '../sources/sources';

/** What the route of twins takes and answers with, in the words of Strapi's own: the copies of a story of any type. */
export const describeTwins = (strapi: Core.Strapi) => {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  // A type that is not there is refused when the plugin boots, which is later.
  const uids = Object.keys(sources.config.contentTypes).filter((uid) => uid in strapi.contentTypes);
  const [first, ...others] = uids.map((uid) => documentSchema(strapi, uid));
  const copy = first === undefined ? z.looseObject({}) : z.union([first, ...others]);
  return {
    request: {
      params: { documentId: z.string() },
      query: { locale: z.string().optional() },
    },
    response: z.object({
      data: z.array(copy),
      meta: z.object({ contentType: z.string(), key: z.string().nullable() }),
    }),
  };
};
