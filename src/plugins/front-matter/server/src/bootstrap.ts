import type { Core } from '@strapi/strapi';

import { RUN_FINISHED } from './services/import/close-run';

/** Lets webhooks subscribe to the end of a run. */
export default ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.get('webhookStore').addAllowedEvent('FRONT_MATTER_RUN_FINISHED', RUN_FINISHED);
};
