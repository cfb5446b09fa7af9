import type { Core } from '@strapi/strapi';
import { guardSite } from 'strapi-plugin-kit';
import { renewIndexes } from 'strapi-plugin-kit/database';
import { extendTypes } from './graphql/extend-types';
import { settleClones } from './hooks/settle-clone';
import { describeTypes } from './panel/describe-types';
import { filterLists } from './panel/filter-lists';
import { addSourceLinks } from './rest/add-source-links';
import type { Sources } from './services/sources';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  guardSite(strapi);
  renewIndexes(strapi, 'plugin::source-links.');
  const sources: Sources = strapi.plugin('source-links').service('sources');
  strapi.documents.use(settleClones(strapi, sources));
  strapi.customFields.register({ name: 'code', plugin: 'source-links', type: 'string' });
  strapi.get('sanitizers').add('content-api.output', addSourceLinks(strapi, sources));
  extendTypes(strapi, sources);
  describeTypes(strapi, sources);
  strapi.server.use(filterLists(sources));
};
