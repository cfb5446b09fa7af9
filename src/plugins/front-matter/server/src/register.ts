import type { Core } from '@strapi/strapi';
import { guardSite } from 'strapi-plugin-kit';
import { renewIndexes } from 'strapi-plugin-kit/database';

import contentTypes from './content-types';

/** Guards the site, and keeps the ledger out of the GraphQL schema: it is nobody's to query. */
export default ({ strapi }: { strapi: Core.Strapi }): void => {
  guardSite(strapi);
  renewIndexes(strapi, 'plugin::front-matter.');
  const extension = strapi.plugins['graphql']?.service('extension');
  for (const name of Object.keys(contentTypes)) {
    extension?.shadowCRUD(`plugin::front-matter.${name}`).disable();
  }
};
