import type { Core } from '@strapi/strapi';
import { guardDocumentsOf } from 'strapi-plugin-kit';

import { checkTypes } from './check-types';
import { readConfig } from './config';
import { describeTypes } from './panel/describe-types';
import { scheduleOf } from './services/schedule';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  const config = readConfig(strapi.config.get('plugin::newsroom'));
  checkTypes(strapi, config);
  describeTypes(strapi, config);
  if (config.schedule.carryOut) scheduleOf(strapi).start();
};
