import type { Core } from '@strapi/strapi';
import { guardDocumentsOf } from 'strapi-plugin-kit';
import { describeDocuments } from 'strapi-plugin-kit/answers';
import { checkContentTypes } from './check-content-types';
import { keepSources } from './hooks/keep-sources';
import type { Sources } from './sources/sources';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  const sources: Sources = strapi.plugin('source-links').service('sources');
  checkContentTypes(strapi, sources.config.contentTypes);
  describeDocuments(strapi, Object.keys(sources.config.contentTypes));
  strapi.db.lifecycles.subscribe(keepSources(strapi, sources));
};
