import type { Core, UID } from '@strapi/strapi';

import type { Settings, TermKind } from '../../config/settings';
import { readJoinTable } from '../links/join-table';
import type { TargetTerms } from '../target';
import { attributesOf, contentType, isContentType, isLocalized } from './content-types';
import { findAttribute, needAttribute } from './find-attribute';
import { findParent } from './find-parent';

/** Where the terms of one kind go, by settings that have been checked; null where the type has no relation for them. */
export const findTermsOfKind = (
  strapi: Core.Strapi,
  settings: Settings,
  uid: UID.ContentType,
  kind: TermKind,
  locale: string | null
): TargetTerms | null => {
  const setting = settings[kind];
  if (setting === false) return null;
  const { target = '' } = attributesOf(strapi, uid)[setting.attribute] ?? {};
  const joinTable = readJoinTable(strapi, uid, setting.attribute);
  if (joinTable === null || !isContentType(strapi, target)) return null;
  return {
    kind,
    key: null,
    isOne: false,
    attribute: setting.attribute,
    uid: target,
    name: needAttribute(strapi, target, setting.name),
    slug: findAttribute(strapi, target, setting.slug),
    paths: setting.paths,
    joinTable,
    parent: findParent(strapi, target, setting.parent),
    draftAndPublish: contentType(strapi, target).options?.draftAndPublish === true,
    locale: isLocalized(strapi, target) ? locale : null,
  };
};
