import type { Core } from '@strapi/strapi';
import { guardSite } from 'strapi-plugin-kit';
import { renewIndexes } from 'strapi-plugin-kit/database';

import contentTypes from './content-types';
import { filterLists } from './origin/lists/filter-lists';

/**
 * Guards the site, keeps the ledger out of the GraphQL schema, since it is nobody's to query, and lets lists be filtered
 * by it.
 */
export default ({ strapi }: { strapi: Core.Strapi }): void => {
  guardSite(strapi);
  renewIndexes(strapi, 'plugin::front-matter.');
  filterLists(strapi);
  const extension = strapi.plugins['graphql']?.service('extension');
  for (const name of Object.keys(contentTypes)) {
    extension?.shadowCRUD(`plugin::front-matter.${name}`).disable();
  }
};
