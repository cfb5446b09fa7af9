import type { Core } from '@strapi/strapi';

import contentTypes from './content-types';

/** Keeps the ledger out of the GraphQL schema: it is nobody's to query, by name or otherwise. */
export default ({ strapi }: { strapi: Core.Strapi }): void => {
  const extension = strapi.plugins['graphql']?.service('extension');
  for (const name of Object.keys(contentTypes)) {
    extension?.shadowCRUD(`plugin::front-matter.${name}`).disable();
  }
};
