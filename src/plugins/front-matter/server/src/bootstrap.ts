import type { Core } from '@strapi/strapi';

import { numberRuns } from './ledger/run-numbers';
import { RUN_FINISHED } from './services/import/close-run';

/** Lets webhooks subscribe to the end of a run, and gives runs of the release before their numbers. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await numberRuns(strapi);
  strapi.get('webhookStore').addAllowedEvent('FRONT_MATTER_RUN_FINISHED', RUN_FINISHED);
};
