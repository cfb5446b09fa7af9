import type { Core } from '@strapi/strapi';

import { endReading } from './page/desk/reading/read-apart';
import { endUnpacking } from './page/archives/uploads/unpackings';
import { endTasksInSite } from './page/starting/do-in-site';
import { announcementsSent } from './run/announcing/announcements';

/**
 * Ends what is being read, and, while the database is there, what is being unpacked, of which nothing is left, and done. Tells what
 * is still to be told of runs while somebody can hear it.
 */
export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  endReading();
  await endUnpacking(strapi);
  await endTasksInSite(strapi);
  await announcementsSent(strapi);
};
