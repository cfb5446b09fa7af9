import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { NamedRelation } from './contract';

interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly visible?: boolean;
}

const attributesOf = (strapi: Core.Strapi, uid: string): Readonly<Record<string, Attribute>> =>
  (strapi.contentTypes[uid as UID.ContentType]?.attributes ?? {}) as unknown as Readonly<
    Record<string, Attribute>
  >;

/** The first text of a type, which the content manager takes for its title, too. */
const nameIn = (attributes: Readonly<Record<string, Attribute>>): string | undefined =>
  Object.entries(attributes).find(([, { type }]) => type === 'string')?.[0];

/** The attribute that names a document of a type. */
export const nameAttributeOf = (strapi: Core.Strapi, uid: string): string | undefined =>
  nameIn(attributesOf(strapi, uid));

/**
 * The relations of a type to several documents that have names. Where only the other side has drafts, a document is
 * linked to more than once: such relations are left to Strapi.
 */
export const namedRelations = (strapi: Core.Strapi, uid: string): readonly NamedRelation[] => {
  const hasDrafts = (type: string): boolean =>
    contentTypes.hasDraftAndPublish(strapi.contentType(type as UID.ContentType));
  return Object.entries(attributesOf(strapi, uid)).flatMap(
    ([attribute, { type, relation, target = '', visible }]) => {
      if (type !== 'relation' || visible === false) return [];
      if (relation !== 'manyToMany' && relation !== 'oneToMany') return [];
      const name = nameAttributeOf(strapi, target);
      if (name === undefined || (hasDrafts(target) && !hasDrafts(uid))) return [];
      return [{ attribute, target, name }];
    }
  );
};
