import type { Core } from '@strapi/strapi';

import { guardDatabase } from './database';
import { guardRequests } from './requests';

const GUARDED = Symbol.for('strapi-plugin-kit.guarded');

/**
 * Guards an application's database and requests, once, however many plugins ask for it. To be called
 * by every plugin's `register`.
 */
export const guardSite = (strapi: Core.Strapi): void => {
  const site = strapi as Core.Strapi & { [GUARDED]?: true };
  if (site[GUARDED]) return;
  site[GUARDED] = true;
  guardDatabase(strapi);
  guardRequests(strapi);
};
