import type { Core, UID } from '@strapi/strapi';
import { ConfigurationError, unknownKey, wrongValue } from 'strapi-plugin-kit/config';
import { PLACE } from './config/read-config';
import type { TypeSettings } from './config/schema';
import { asRow } from './core/row';

/** A content type that the configuration names, as it stands in this application. */
export interface ServedType extends TypeSettings {
  readonly uid: UID.ContentType;
  readonly draftAndPublish: boolean;
  readonly localised: boolean;
}

/**
 * Binds settings to the application's content types.
 *
 * @throws ConfigurationError that names the key whose type or attribute does not exist.
 */
export function servedTypes(
  strapi: Core.Strapi,
  settings: Readonly<Record<string, TypeSettings>>
): Map<string, ServedType> {
  const types = new Map<string, ServedType>();
  for (const [uid, type] of Object.entries(settings)) {
    const schema = strapi.contentTypes[uid as UID.ContentType];
    if (!schema) throw noSuchType(strapi, uid);
    for (const key of ['slug', 'title', 'fallback', 'date', 'categories'] as const) {
      const attribute = type[key];
      if (attribute !== null && !(attribute in schema.attributes)) {
        const reason = `${uid} has no attribute of that name`;
        throw new ConfigurationError(
          PLACE,
          wrongValue(['contentTypes', uid, key], attribute, reason)
        );
      }
    }
    types.set(uid, {
      ...type,
      uid: uid as UID.ContentType,
      draftAndPublish: schema.options?.draftAndPublish === true,
      localised: isLocalised(schema.pluginOptions),
    });
  }
  return types;
}

/** The locale of a document's addresses: empty on a type that is not localised. */
export const localeOf = ({ localised }: ServedType, locale: string | null | undefined): string =>
  localised ? (locale ?? '') : '';

function noSuchType(strapi: Core.Strapi, uid: string): ConfigurationError {
  const own = Object.keys(strapi.contentTypes).filter((known) => known.startsWith('api::'));
  return new ConfigurationError(
    PLACE,
    unknownKey(['contentTypes', uid], own, 'is no content type of this application')
  );
}

function isLocalised(pluginOptions: unknown): boolean {
  return asRow(asRow(pluginOptions)?.['i18n'])?.['localized'] === true;
}
