import type { Core, UID } from '@strapi/strapi';
import { ConfigurationError, type Place, wrongValue } from 'strapi-plugin-kit/config';

import type { MappedRelation } from '../../core/fit/mapping';
import { slugAttributeOf } from '../addresses';
import { readJoinTable } from '../links/join-table';
import type { TargetTerms } from '../target';
import { attributesOf, contentType, isContentType, isLocalized } from './content-types';
import { findAttribute, needAttribute } from './find-attribute';

/** A front matter key that becomes a relation, and where that is written. */
interface MappedKey extends MappedRelation {
  readonly key: string;
  readonly place: Place;
}

/** The attribute of a new entry that takes a slug: that of `permalinks`, or one named `slug`, or a `uid`. */
const findSlug = (
  strapi: Core.Strapi,
  target: UID.ContentType,
  by: string
): TargetTerms['slug'] => {
  const attributes = attributesOf(strapi, target);
  const isText = (name: string): boolean =>
    ['uid', 'string', 'text'].includes(attributes[name]?.type ?? '');
  const uids = Object.keys(attributes).filter((name) => attributes[name]?.type === 'uid');
  const names = [slugAttributeOf(strapi, target), 'slug', ...uids];
  const name = names.find((each) => each !== null && each !== by && isText(each)) ?? null;
  return name === null ? null : findAttribute(strapi, target, name);
};

/**
 * Where a front matter key goes that becomes a relation, by a mapping that has been checked.
 *
 * @param others the relations that are filled already: categories, tags and those of keys before
 * @throws ConfigurationError where one of these is the same
 */
export const findRelation = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  { key, relation: attribute, by, place }: MappedKey,
  others: readonly TargetTerms[],
  locale: string | null
): TargetTerms => {
  const { target = '', relation } = attributesOf(strapi, uid)[attribute] ?? {};
  const joinTable = readJoinTable(strapi, uid, attribute);
  if (joinTable === null || !isContentType(strapi, target)) {
    throw new Error(`There is no relation ${uid}.${attribute}.`);
  }
  const other = others.find((each) => each.attribute === attribute);
  if (other !== undefined) {
    const whose =
      other.key === null ? `the ${other.kind} become` : `the key "${other.key}" becomes`;
    const reason = `${whose} it already. Leave one of the two`;
    throw new ConfigurationError(
      place,
      wrongValue(['mapping', key, 'relation'], attribute, reason)
    );
  }
  const name = needAttribute(strapi, target, by);
  const own = { attribute, joinTable, key, isOne: relation?.endsWith('ToOne') === true };
  const alike = others.find((each) => each.uid === target && each.name.name === by);
  // What one relation has made, the other finds: their entries are made and found in one way.
  if (alike !== undefined) return { ...alike, ...own };
  return {
    ...own,
    kind: `${target}.${by}`,
    uid: target,
    name,
    slug: findSlug(strapi, target, by),
    paths: [],
    parent: null,
    draftAndPublish: contentType(strapi, target).options?.draftAndPublish === true,
    locale: isLocalized(strapi, target) ? locale : null,
  };
};
