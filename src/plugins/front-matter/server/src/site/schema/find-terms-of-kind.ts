import type { Core, UID } from '@strapi/strapi';
import { hasToBe } from 'strapi-plugin-kit/config';

import { DEFAULT_PARENT, type Settings, type TermKind } from '../../config/settings';
import { type JoinTable, readJoinTable } from '../links/join-table';
import type { TargetTerms } from '../target';
import { attributesOf, contentType, isContentType, isLocalized } from './content-types';
import { findAttribute, needAttribute, ownSetting, refuse, type Setting } from './find-attribute';

/** A many-to-one relation of terms to their own type, so that one has many below it. */
const findParent = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string | null,
  setting: Setting
): JoinTable | null => {
  if (name === null) return null;
  const raw = attributesOf(strapi, uid)[name];
  const table = readJoinTable(strapi, uid, name);
  if (raw?.relation === 'manyToOne' && raw.target === uid && table !== null) return table;
  if (name === DEFAULT_PARENT) return null;
  throw refuse(setting, name, hasToBe(`a many-to-one relation of ${uid} to itself`));
};

/**
 * Where the terms of one kind go; null where the type has no relation for them.
 *
 * @throws ConfigurationError
 */
export const findTermsOfKind = (
  strapi: Core.Strapi,
  settings: Settings,
  uid: UID.ContentType,
  kind: TermKind,
  locale: string | null
): TargetTerms | null => {
  const setting = settings[kind];
  if (setting === false) return null;
  const raw = attributesOf(strapi, uid)[setting.attribute];
  if (raw === undefined) {
    if (setting.attribute === kind) return null;
    const reason = `${uid} has no attribute of that name`;
    throw refuse(ownSetting(kind, 'attribute'), setting.attribute, reason);
  }
  const joinTable = readJoinTable(strapi, uid, setting.attribute);
  if (
    raw.relation !== 'manyToMany' ||
    raw.target === undefined ||
    !isContentType(strapi, raw.target) ||
    joinTable === null
  ) {
    const reason = hasToBe(`a many-to-many relation of ${uid}`);
    throw refuse(ownSetting(kind, 'attribute'), setting.attribute, reason);
  }
  return {
    kind,
    attribute: setting.attribute,
    uid: raw.target,
    name: needAttribute(strapi, raw.target, setting.name, ownSetting(kind, 'name')),
    slug: findAttribute(strapi, raw.target, setting.slug, ownSetting(kind, 'slug')),
    paths: setting.paths,
    joinTable,
    parent: findParent(strapi, raw.target, setting.parent, ownSetting(kind, 'parent')),
    draftAndPublish: contentType(strapi, raw.target).options?.draftAndPublish === true,
    locale: isLocalized(strapi, raw.target) ? locale : null,
  };
};
