import type { Core } from '@strapi/strapi';

import { end } from './page/archives/ending';

/** Ends what is being unpacked: nothing of it is left. */
export default ({ strapi }: { strapi: Core.Strapi }): void => end(strapi);
