import type { Core, UID } from '@strapi/strapi';
import {
  type HostCheck,
  type KeyPath,
  type RelationKind,
  wrongValue,
} from 'strapi-plugin-kit/config';

import { DEFAULT_PARENT, DEFAULT_SLUG, type Settings, type TermKind } from '../../config/settings';
import { readJoinTable } from '../links/join-table';
import { isContentType } from '../schema/content-types';
import { findParent } from '../schema/find-parent';
import { NAME, SLUG } from '../schema/kinds';

/** Relations by which posts have terms. */
const manyToMany = (strapi: Core.Strapi, uid: string): RelationKind => ({
  what: 'a many-to-many relation',
  serves: ({ relation, target = '' }, name) =>
    relation === 'manyToMany' &&
    isContentType(strapi, target) &&
    readJoinTable(strapi, uid, name) !== null,
});

/** Relations by which a term has the one above it. */
const toParent = (strapi: Core.Strapi, uid: UID.ContentType): RelationKind => ({
  what: `a many-to-one relation of ${uid} to itself`,
  serves: (_, name) => findParent(strapi, uid, name) !== null,
});

/**
 * Checks where the terms of one kind go.
 *
 * @returns the relation that takes them, by the key that names it; none where the type has none of the default's name
 */
export const checkTermsOfKind = (
  strapi: Core.Strapi,
  host: HostCheck,
  settings: Settings,
  uid: UID.ContentType,
  kind: TermKind
): readonly (readonly [KeyPath, string])[] => {
  const setting = settings[kind];
  if (setting === false) return [];
  const { attribute, name, slug, parent, nested } = setting;
  const isDefault = attribute === kind;
  if (isDefault && !host.has(uid, attribute)) return [];
  const at = (key: keyof typeof setting): KeyPath => [kind, key];
  const taken = manyToMany(strapi, uid);
  const what = `${taken.what}; name another one, or say "${kind}: false" for none`;
  const found = host.relation(
    at('attribute'),
    uid,
    attribute,
    isDefault ? { ...taken, what } : taken
  );
  if (found === null) return [];
  const target = found.uid as UID.ContentType;
  host.attribute(at('name'), target, name, NAME);
  if (slug !== DEFAULT_SLUG || host.has(target, slug)) {
    host.attribute(at('slug'), target, slug, SLUG);
    host.apart([
      [at('name'), name],
      [at('slug'), slug],
    ]);
  }
  const above = toParent(strapi, target);
  if (parent !== null && parent !== DEFAULT_PARENT) {
    host.relation(at('parent'), target, parent, above);
  } else if (nested && findParent(strapi, target, parent) === null) {
    const reason = `${target} has no many-to-one relation to itself to keep nested categories in ("categories.parent" names it)`;
    host.refuse(wrongValue(at('nested'), true, reason));
  }
  return [[at('attribute'), attribute]];
};
