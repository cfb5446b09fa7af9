import type { Core } from '@strapi/strapi';
import { comeToRest } from './come-to-rest';
import { emptySite } from './empty-site';

/** What else a suite adds to: people, their keys, and what checks of links have found. */
const ALSO_EMPTIED = [
  'admin::api-token',
  'admin::user',
  'plugin::source-links.link-check',
  'plugin::users-permissions.user',
] as const;

/** Closes the port of a suite that has sent its requests over a real one; the next opens its own. */
const stopListening = ({ server: { httpServer } }: Core.Strapi): Promise<void> =>
  new Promise((resolve) => {
    if (!httpServer.listening) {
      resolve();
      return;
    }
    httpServer.close(() => resolve());
    httpServer.closeAllConnections();
  });

/** Makes a site ready for the next suite: without documents, people and keys, and without a port. */
export const clearSite = async (strapi: Core.Strapi): Promise<void> => {
  await comeToRest(strapi);
  await stopListening(strapi);
  await emptySite(strapi);
  for (const uid of ALSO_EMPTIED) await strapi.db.query(uid).deleteMany({});
};
