import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { type JoinTable, joinTableOf } from 'strapi-plugin-kit/database';

import { readConfig } from '../config';
import { isLocalised } from '../permissions/locales';

/** A relation, and the table that keeps it. */
export interface Relation {
  /** The type that it is of. */
  readonly uid: UID.ContentType;
  readonly attribute: string;
  readonly table: JoinTable;
}

/** A type whose documents others have. */
export interface TermType {
  readonly uid: UID.ContentType;
  /** The attribute with the name. */
  readonly name: string;
  /** The relation to the term above; null where terms are not nested. */
  readonly parent: Relation | null;
  /** The same relation from the other end, where the type has an attribute for it. */
  readonly children: string | null;
  /** How documents have the terms. */
  readonly posts: readonly Relation[];
  readonly hasDrafts: boolean;
  readonly isLocalised: boolean;
}

interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly mappedBy?: string;
}

const attributesOf = (strapi: Core.Strapi, uid: string): Readonly<Record<string, Attribute>> =>
  strapi.contentType(uid as UID.ContentType).attributes as unknown as Readonly<
    Record<string, Attribute>
  >;

/** A relation by its name; null where it has no table of its own. */
const relationOf = ({ db }: Core.Strapi, uid: string, attribute: string): Relation | null => {
  const table = joinTableOf(db, uid, attribute);
  return table === null ? null : { uid: uid as UID.ContentType, attribute, table };
};

const read = (strapi: Core.Strapi): ReadonlyMap<string, TermType> => {
  const { terms } = readConfig(strapi.config.get('plugin::newsroom'));
  return new Map(
    Object.entries(terms).map(([uid, { name, parent, posts }]) => {
      const schema = strapi.contentType(uid as UID.ContentType);
      const children = Object.entries(attributesOf(strapi, uid)).find(
        ([, { target, mappedBy }]) => target === uid && parent !== null && mappedBy === parent
      );
      const type: TermType = {
        uid: uid as UID.ContentType,
        name,
        parent: parent === null ? null : relationOf(strapi, uid, parent),
        children: children?.[0] ?? null,
        posts: Object.entries(posts).flatMap(
          ([ofPosts, attribute]) => relationOf(strapi, ofPosts, attribute) ?? []
        ),
        hasDrafts: contentTypes.hasDraftAndPublish(schema),
        isLocalised: isLocalised(strapi, uid),
      };
      return [uid, type];
    })
  );
};

const known = new WeakMap<Core.Strapi, ReadonlyMap<string, TermType>>();

/** The types of terms that the configuration names; the database must be up. */
export const termTypes = (strapi: Core.Strapi): ReadonlyMap<string, TermType> => {
  const types = known.get(strapi) ?? read(strapi);
  known.set(strapi, types);
  return types;
};
