import type { Core } from '@strapi/strapi';
import { guardDocumentsOf, onReplaced } from 'strapi-plugin-kit';

import { ledgerTerms } from './ledger/terms';
import { describeType } from './origin/describe-type';
import { indexSaves } from './origin/lists/index-saves';
import { sweepStorage } from './page/archives/sweep-storage';
import { registerActions } from './page/rights';
import { RUN_FINISHED } from './run/announce-run';

/**
 * Guards the documents; offers the permissions of the Archives page, and clears away what was being
 * uploaded when the app ended; shows documents their origins; lets webhooks subscribe to the end of
 * a run; and has values of archives stand for the term that has taken the place of theirs.
 */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  await registerActions(strapi);
  await sweepStorage(strapi);
  describeType(strapi);
  await indexSaves(strapi);
  strapi.get('webhookStore').addAllowedEvent('FRONT_MATTER_RUN_FINISHED', RUN_FINISHED);
  onReplaced(strapi, (replacement) => ledgerTerms(strapi).passOn(replacement));
};
