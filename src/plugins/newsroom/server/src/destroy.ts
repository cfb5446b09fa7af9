import type { Core } from '@strapi/strapi';

import { scheduleOf } from './services/schedule';

export default ({ strapi }: { strapi: Core.Strapi }): Promise<void> => scheduleOf(strapi).stop();
