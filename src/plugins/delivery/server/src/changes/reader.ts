import type { Core } from '@strapi/strapi';
import { engineOf, type Reader } from 'strapi-plugin-kit/database';

const readers = new WeakMap<Core.Strapi, Promise<Reader>>();

/** What reads the log, and only what is committed. */
export const readerOf = (strapi: Core.Strapi): Promise<Reader> => {
  const reader = readers.get(strapi) ?? engineOf(strapi.db).openReader(strapi);
  readers.set(strapi, reader);
  return reader;
};
