import type { Core, UID } from '@strapi/strapi';
import {
  checkHost,
  type KeyPath,
  MOMENT,
  SHORT_TEXT,
  TEXT,
  wrongValue,
} from 'strapi-plugin-kit/config';
import { PLACE } from './config/read-config';
import type { TypeSettings } from './config/schema';
import { asRow } from './core/row';

/** A content type that the configuration names, as it stands in this application. */
export interface ServedType extends TypeSettings {
  readonly uid: UID.ContentType;
  readonly draftAndPublish: boolean;
  readonly localised: boolean;
}

/** What attributes have to be. */
const KINDS = {
  slug: SHORT_TEXT,
  title: TEXT,
  fallback: TEXT,
  date: MOMENT,
} as const;

type Settings = Readonly<Record<string, TypeSettings>>;

/** The attribute by which documents of a type are found: as the configuration says, else of the usual name. */
const slugOf = (settings: Settings, uid: string): string => settings[uid]?.slug ?? 'slug';

/** @throws ConfigurationError for types and attributes that are not there, or cannot serve */
const check = (strapi: Core.Strapi, settings: Settings): void => {
  const host = checkHost(strapi, PLACE);
  for (const [uid, type] of Object.entries(settings)) {
    const at = (key: string): KeyPath => ['contentTypes', uid, key];
    if (!host.type(['contentTypes', uid], uid)) continue;
    const named: [KeyPath, string][] = [];
    for (const key of ['slug', 'title', 'fallback', 'date'] as const) {
      const name = type[key];
      if (name === null) continue;
      host.attribute(at(key), uid, name, KINDS[key]);
      named.push([at(key), name]);
    }
    host.apart(named);
    if (type.categories === null) continue;
    const target = host.relation(at('categories'), uid, type.categories);
    const slug = slugOf(settings, target?.uid ?? '');
    if (target !== null && !Object.hasOwn(target.attributes, slug)) {
      const reason = `it leads to ${target.uid}, which has no attribute "${slug}" for the paths`;
      host.refuse(wrongValue(at('categories'), type.categories, reason));
    }
  }
  host.end();
};

/**
 * Binds settings to the application's content types.
 *
 * @throws ConfigurationError that names the keys whose types or attributes do not exist, or cannot serve
 */
export function servedTypes(strapi: Core.Strapi, settings: Settings): Map<string, ServedType> {
  check(strapi, settings);
  const types = new Map<string, ServedType>();
  for (const [name, type] of Object.entries(settings)) {
    const uid = name as UID.ContentType;
    const schema = strapi.contentTypes[uid];
    types.set(uid, {
      ...type,
      uid,
      draftAndPublish: schema?.options?.draftAndPublish === true,
      localised: isLocalised(schema?.pluginOptions),
    });
  }
  return types;
}

/** The locale of a document's addresses: empty on a type that is not localised. */
export const localeOf = ({ localised }: ServedType, locale: string | null | undefined): string =>
  localised ? (locale ?? '') : '';

function isLocalised(pluginOptions: unknown): boolean {
  return asRow(asRow(pluginOptions)?.['i18n'])?.['localized'] === true;
}
