import type { Core } from '@strapi/strapi';
import { guardDocumentsOf } from 'strapi-plugin-kit';

import { RUN_FINISHED } from './run/announce-run';

/** Guards the documents, and lets webhooks subscribe to the end of a run. */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  strapi.get('webhookStore').addAllowedEvent('FRONT_MATTER_RUN_FINISHED', RUN_FINISHED);
};
