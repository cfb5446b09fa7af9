import type { Core } from '@strapi/strapi';
import config from './config';
import addressSchema from './content-types/address/schema.json';
import { subscribeHooks } from './hooks/subscribe';
import { tryWritesAgain } from './hooks/try-again';
import { permalinksOf } from './permalinks';
import addresses from './services/addresses';

export default {
  config,
  contentTypes: { address: { schema: addressSchema } },
  services: { addresses },

  register({ strapi }: { strapi: Core.Strapi }): void {
    strapi.customFields.register({ name: 'slug', plugin: 'permalinks', type: 'string' });
    tryWritesAgain(strapi, () => permalinksOf(strapi));
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    subscribeHooks(strapi);
  },
};
