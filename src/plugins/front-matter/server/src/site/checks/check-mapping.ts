import type { Core, UID } from '@strapi/strapi';
import {
  checkHost,
  type HostCheck,
  type KeyPath,
  type Place,
  wrongValue,
} from 'strapi-plugin-kit/config';

import type { MappedRelation, Mapping } from '../../core/fit/mapping';
import { attributesOf } from '../schema/content-types';
import { ANY_VALUE, NAME } from '../schema/kinds';
import { relationObstacle } from '../schema/relation-obstacle';

const checkRelation = (
  strapi: Core.Strapi,
  host: HostCheck,
  path: KeyPath,
  uid: UID.ContentType,
  { relation, by }: MappedRelation
): void => {
  const raw = attributesOf(strapi, uid)[relation];
  const to = [...path, 'relation'];
  if (raw?.type !== 'relation') {
    const serves = (_: unknown, name: string) => relationObstacle(strapi, uid, name) === null;
    host.relation(to, uid, relation, { what: 'a relation to a content type', serves });
    return;
  }
  const obstacle = relationObstacle(strapi, uid, relation);
  if (obstacle !== null) host.refuse(wrongValue(to, relation, obstacle));
  else host.attribute([...path, 'by'], raw.target ?? '', by, NAME);
};

/**
 * Checks what an archive says of its keys.
 *
 * @param place where it says so
 * @throws ConfigurationError that names the keys whose attributes or relations are not there, or cannot serve
 */
export const checkMapping = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  mapping: Mapping,
  place: Place
): void => {
  const host = checkHost(strapi, place);
  for (const [key, to] of Object.entries(mapping)) {
    const path = ['mapping', key];
    if (typeof to === 'string') host.attribute(path, uid, to, ANY_VALUE);
    else checkRelation(strapi, host, path, uid, to);
  }
  host.end();
};
