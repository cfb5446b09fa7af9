import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { guardSite } from 'strapi-plugin-kit';
import { describeField, plainSanitizer } from 'strapi-plugin-kit/answers';
import { renewIndexes } from 'strapi-plugin-kit/database';
import { extendTypes } from './graphql/extend-types';
import { reconcileClones } from './hooks/reconcile-clones';
import { describeTypes } from './panel/describe-types';
import { filterLists } from './panel/filter-lists';
import { addSourceLinks } from './rest/add-source-links';
import type { Sources } from './sources/sources';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  guardSite(strapi);
  renewIndexes(strapi, 'plugin::source-links.');
  const sources: Sources = strapi.plugin('source-links').service('sources');
  strapi.documents.use(reconcileClones(strapi, sources));
  strapi.customFields.register({ name: 'code', plugin: 'source-links', type: 'string' });
  strapi
    .get('sanitizers')
    .add('content-api.output', plainSanitizer(addSourceLinks(strapi, sources)));
  for (const [uid, { link }] of Object.entries(sources.config.contentTypes)) {
    describeField(strapi, uid, link, z.string().describe('Where to read the story at its source'));
  }
  extendTypes(strapi, sources);
  describeTypes(strapi, sources);
  strapi.server.use(filterLists(sources));
};
