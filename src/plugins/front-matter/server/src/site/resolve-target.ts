import type { Core } from '@strapi/strapi';
import { ConfigurationError, hasToBe, type Place, wrongValue } from 'strapi-plugin-kit/config';

import { PLACE } from '../config/parse-settings';
import { POST_FIELDS, type PostField, type Settings, TERM_KINDS } from '../config/settings';
import type { LayoutAttribute } from '../core/fit/layout';
import { contentType, isContentType, isLocalized } from './schema/content-types';
import { findAttribute, needAttribute, ownSetting, refuse } from './schema/find-attribute';
import { findTermsOfKind } from './schema/find-terms-of-kind';
import type { Target } from './target';

/** What a run, or its archive, says of where posts go. */
export interface Destination {
  /** For localised types. */
  readonly locale: string;
  /** The locale of what was written before a type was localised. */
  readonly unnamed: string;
  /** Further keys and their attributes, as the archive itself has them. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Where the archive says so. */
  readonly mappingPlace: Place;
}

/**
 * Finds where the parts of a post go in this app.
 *
 * @throws ConfigurationError when the configuration names what the schema lacks
 */
export const resolveTarget = (
  strapi: Core.Strapi,
  settings: Settings,
  { locale, unnamed, mapping, mappingPlace }: Destination
): Target => {
  const uid = settings.contentType;
  if (!isContentType(strapi, uid)) {
    throw refuse(
      ownSetting('contentType'),
      uid,
      'this application has no content type of that name'
    );
  }
  const fields = new Map<PostField, LayoutAttribute>();
  for (const field of POST_FIELDS) {
    const name = settings.attributes[field];
    if (name === false) continue;
    const setting = ownSetting('attributes', field);
    const attribute =
      name === undefined
        ? findAttribute(strapi, uid, field, setting)
        : needAttribute(strapi, uid, name, setting);
    if (attribute !== null) fields.set(field, attribute);
  }
  if (!fields.has('body')) {
    const reason = hasToBe(`the attribute of ${uid} that takes the text of a post`);
    throw new ConfigurationError(
      PLACE,
      wrongValue(['attributes', 'body'], settings.attributes.body, reason)
    );
  }
  const keys = new Map([
    ...Object.entries(settings.keys).map(
      ([key, name]) => [key, needAttribute(strapi, uid, name, ownSetting('keys', key))] as const
    ),
    ...Object.entries(mapping).map(
      ([key, name]) =>
        [
          key,
          needAttribute(strapi, uid, name, { place: mappingPlace, path: ['mapping', key] }),
        ] as const
    ),
  ]);
  return {
    uid,
    draftAndPublish: contentType(strapi, uid).options?.draftAndPublish === true,
    locale: isLocalized(strapi, uid) ? locale : null,
    unnamed,
    fields,
    keys,
    terms: TERM_KINDS.flatMap((kind) => findTermsOfKind(strapi, settings, uid, kind, locale) ?? []),
  };
};
