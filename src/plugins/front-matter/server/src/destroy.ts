import type { Core } from '@strapi/strapi';

import { endUnpacking } from './page/archives/unpackings';

/** Ends what is being unpacked while the database is there: nothing of it is left. */
export default ({ strapi }: { strapi: Core.Strapi }): Promise<void> => endUnpacking(strapi);
