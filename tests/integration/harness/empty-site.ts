import type { Core } from '@strapi/strapi';

/** Whether a type is the application's own, or what the plugins keep of its documents. */
const isEmptied = (uid: string): boolean =>
  uid.startsWith('api::') ||
  uid.startsWith('plugin::front-matter.') ||
  uid.startsWith('plugin::newsroom.') ||
  uid.startsWith('plugin::permalinks.');

/** The types that documents, the ledger and the addresses are in. */
export const emptiedTypes = (strapi: Core.Strapi): string[] =>
  Object.keys(strapi.contentTypes).filter(isEmptied);

/** Leaves a site as it was before the first document; roles, users and settings stay. */
export const emptySite = async (strapi: Core.Strapi): Promise<void> => {
  for (const uid of emptiedTypes(strapi)) await strapi.db.query(uid).deleteMany({});
};
