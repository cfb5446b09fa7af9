import type { Core } from '@strapi/strapi';

import { confirmCommits } from './confirm-commits';

/** Makes an application's transactions keep what they promise. */
export const guardDatabase = (strapi: Core.Strapi): void => {
  confirmCommits(strapi);
};
