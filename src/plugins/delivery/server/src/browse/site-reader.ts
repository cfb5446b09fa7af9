import type { Core } from '@strapi/strapi';
import { engineOf, type Reader } from 'strapi-plugin-kit/database';

const readers = new WeakMap<Core.Strapi, Promise<Reader>>();

/** What reads beside the connections that write; opened once. */
export const siteReader = (strapi: Core.Strapi): Promise<Reader> => {
  const opened = readers.get(strapi) ?? engineOf(strapi.db).openReader(strapi);
  readers.set(strapi, opened);
  return opened;
};
