import type { Core, UID } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { guardDocumentsOf, guardSite, onReplaced } from 'strapi-plugin-kit';
import { describeDocuments, describeField } from 'strapi-plugin-kit/answers';
import { renewIndexes } from 'strapi-plugin-kit/database';
import config from './config';
import { readConfig } from './config/read-config';
import addressSchema from './content-types/address/schema.json';
import panel from './controllers/panel';
import redirects from './controllers/redirects';
import resolve from './controllers/resolve';
import { extendGraphql } from './graphql/extension';
import { passOnAddresses } from './hooks/pass-on-addresses';
import { subscribeHooks } from './hooks/subscribe';
import { describeTypes } from './panel/describe-types';
import { registerActions } from './panel/register-actions';
import { hasOwnPath } from './paths/own-path';
import { sayPathsOnRest } from './paths/say-on-rest';
import { permalinksOf } from './permalinks';
import { warnOfMissing } from './rebuild/warn-of-missing';
import { watchLocales } from './resolve/locales';
import routes from './routes';
import addresses from './services/addresses';
import paths from './services/paths';

export default {
  config,
  contentTypes: { address: { schema: addressSchema } },
  controllers: { panel, redirects, resolve },
  routes,
  services: { addresses, paths },

  register({ strapi }: { strapi: Core.Strapi }): void {
    guardSite(strapi);
    renewIndexes(strapi, 'plugin::permalinks.');
    const permalinks = () => permalinksOf(strapi);
    strapi.customFields.register({ name: 'slug', plugin: 'permalinks', type: 'string' });
    extendGraphql(strapi);
    const { contentTypes } = readConfig(strapi.config.get('plugin::permalinks'));
    describeTypes(strapi, contentTypes);
    for (const [uid, settings] of Object.entries(contentTypes)) {
      if (uid in strapi.controllers && !hasOwnPath(strapi.contentTypes[uid as UID.ContentType])) {
        sayPathsOnRest(permalinks, strapi, uid, settings);
        describeField(strapi, uid, 'path', z.string().describe('Percent-encoded'));
      }
    }
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await guardDocumentsOf(strapi);
    describeDocuments(strapi, [...permalinksOf(strapi).types.keys()]);
    subscribeHooks(strapi);
    onReplaced(strapi, passOnAddresses(permalinksOf(strapi)));
    watchLocales(strapi);
    await registerActions(strapi);
    await warnOfMissing(permalinksOf(strapi));
  },
};
