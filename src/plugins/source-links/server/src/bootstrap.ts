import type { Core } from '@strapi/strapi';
import { checkContentTypes } from './check-content-types';
import { keepSources } from './hooks/keep-sources';
import type { Sources } from './services/sources';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  checkContentTypes(strapi, sources.config.contentTypes);
  strapi.db.lifecycles.subscribe(keepSources(strapi, sources));
};
