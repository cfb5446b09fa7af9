import type { Core, UID } from '@strapi/strapi';
import type { Place } from 'strapi-plugin-kit/config';

import { POST_FIELDS, type PostField, type Settings, TERM_KINDS } from '../config/settings';
import type { LayoutAttribute } from '../core/fit/layout';
import type { Mapping } from '../core/fit/mapping';
import { checkMapping } from './checks/check-mapping';
import { checkSettings } from './checks/check-settings';
import { contentType, isLocalized } from './schema/content-types';
import { findAttribute, needAttribute } from './schema/find-attribute';
import { findRelation } from './schema/find-relation';
import { findTermsOfKind } from './schema/find-terms-of-kind';
import type { Target, TargetTerms } from './target';

/** What a run, or its archive, says of where posts go. */
export interface Destination {
  /** For localised types. */
  readonly locale: string;
  /** The locale of what was written before a type was localised. */
  readonly unnamed: string;
  /** Further keys and their attributes or relations, as the archive itself has them. */
  readonly mapping: Mapping;
  /** Where the archive says so. */
  readonly mappingPlace: Place;
}

/**
 * Finds where the parts of a post go in this app.
 *
 * @throws ConfigurationError when the configuration, or the mapping, names what the schema lacks
 */
export const resolveTarget = (
  strapi: Core.Strapi,
  settings: Settings,
  { locale, unnamed, mapping, mappingPlace }: Destination
): Target => {
  checkSettings(strapi, settings);
  const uid = settings.contentType as UID.ContentType;
  checkMapping(strapi, uid, mapping, mappingPlace);
  const fields = new Map<PostField, LayoutAttribute>();
  for (const field of POST_FIELDS) {
    const name = settings.attributes[field] ?? field;
    const attribute = name === false ? null : findAttribute(strapi, uid, name);
    if (attribute !== null) fields.set(field, attribute);
  }
  const keys = new Map(
    Object.entries({ ...settings.keys, ...mapping }).flatMap(([key, name]) =>
      typeof name === 'string' ? [[key, needAttribute(strapi, uid, name)] as const] : []
    )
  );
  const terms: TargetTerms[] = TERM_KINDS.flatMap(
    (kind) => findTermsOfKind(strapi, settings, uid, kind, locale) ?? []
  );
  for (const [key, mapped] of Object.entries(mapping)) {
    if (typeof mapped === 'string') continue;
    const own = { ...mapped, key, place: mappingPlace };
    terms.push(findRelation(strapi, uid, own, terms, locale));
  }
  return {
    uid,
    draftAndPublish: contentType(strapi, uid).options?.draftAndPublish === true,
    locale: isLocalized(strapi, uid) ? locale : null,
    unnamed,
    fields,
    keys,
    terms,
  };
};
