import type { Core, UID } from '@strapi/strapi';

import { type JoinTable, readJoinTable } from '../links/join-table';
import { attributesOf } from './content-types';

/** The table of a many-to-one relation of terms to their own type, so that one has many below it; null for none. */
export const findParent = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string | null
): JoinTable | null => {
  const raw = name === null ? undefined : attributesOf(strapi, uid)[name];
  if (name === null || raw?.relation !== 'manyToOne' || raw.target !== uid) return null;
  return readJoinTable(strapi, uid, name);
};
