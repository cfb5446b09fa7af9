import type { Core } from '@strapi/strapi';
import { guardDocumentsOf, onReplaced } from 'strapi-plugin-kit';

import { ledgerTerms } from './ledger/terms';
import { describeType } from './origin/describe-type';
import { indexSaves } from './origin/lists/index-saves';
import { sweepStorage } from './page/archives/sweep-storage';
import { registerActions } from './page/rights';
import { ENTRIES_CHANGED, RUN_FINISHED } from './run/announcing/events';
import { checkConfiguration } from './site/checks/check-configuration';

/**
 * Guards the documents; refuses a configuration that cannot be used; offers the permissions of the Archives page, and clears away what was being
 * uploaded when the app ended; shows documents their origins; lets webhooks subscribe to what
 * runs tell; and has values of archives stand for the term that has taken the place of theirs.
 */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  checkConfiguration(strapi);
  await registerActions(strapi);
  await sweepStorage(strapi);
  describeType(strapi);
  await indexSaves(strapi);
  const webhooks = strapi.get('webhookStore');
  webhooks.addAllowedEvent('FRONT_MATTER_RUN_FINISHED', RUN_FINISHED);
  webhooks.addAllowedEvent('FRONT_MATTER_ENTRIES_CHANGED', ENTRIES_CHANGED);
  onReplaced(strapi, (replacement) => ledgerTerms(strapi).passOn(replacement));
};
