import type { Core, UID } from '@strapi/strapi';
import { hasToBe } from 'strapi-plugin-kit/config';

import { readJoinTable } from '../links/join-table';
import { attributesOf } from './content-types';
import { isLinkable } from './is-linkable';
import { OWN } from './kinds';

/** Why no archive may fill a relation; null where one may. */
export const relationObstacle = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string
): string | null => {
  const { target, relation = '', inversedBy, mappedBy } = attributesOf(strapi, uid)[name] ?? {};
  if (OWN.has(name)) return `Strapi keeps ${uid}.${name} for itself`;
  if (relation.startsWith('morph') || target === undefined) {
    return 'it leads to entries of several types. Name a relation to one type';
  }
  if (!isLinkable(strapi, target)) return `it leads to ${target}, which no archive may write to`;
  const isBothWays = inversedBy !== undefined || mappedBy !== undefined;
  if (relation.startsWith('oneTo') && isBothWays) {
    return `an entry of ${target} has one entry of ${uid} there, and two posts could not share it. ${hasToBe('a many-to-one or many-to-many relation, or one that goes one way')}`;
  }
  if (readJoinTable(strapi, uid, name) === null) {
    return 'it is kept in a column. Name a relation that has a table of its own';
  }
  return null;
};
