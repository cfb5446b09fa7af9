import type { Core, UID } from '@strapi/strapi';
import { ConfigurationError, type KeyPath, type Place, wrongValue } from 'strapi-plugin-kit/config';

import { PLACE } from '../../config/parse-settings';
import type { Shape } from '../../core/fit/fit-value';
import type { LayoutAttribute } from '../../core/fit/layout';
import { attributesOf } from './content-types';

const KINDS: Readonly<Record<string, Shape['kind']>> = {
  string: 'text',
  text: 'text',
  richtext: 'text',
  uid: 'text',
  email: 'text',
  enumeration: 'text',
  json: 'json',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
};

/** A `varchar(255)` is what Strapi makes of these, unless the schema names another column. */
const SHORT = new Set(['string', 'uid', 'email', 'enumeration']);

/** What Strapi, or the importer in its stead, writes into every row: no value of a file goes there. */
const OWN = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
]);

/** The key that names a type or an attribute. */
export interface Setting {
  readonly place: Place;
  readonly path: KeyPath;
}

/** A key of the plugin's own configuration. */
export const ownSetting = (...path: KeyPath): Setting => ({ place: PLACE, path });

/** Says that a setting names what the schema does not have. */
export const refuse = (
  { place, path }: Setting,
  name: string,
  reason: string
): ConfigurationError => new ConfigurationError(place, wrongValue(path, name, reason));

/**
 * The attribute of a type that a setting names; null where the type has none of that name.
 *
 * @throws ConfigurationError for one that no value of a file can go to
 */
export const findAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string,
  setting: Setting
): LayoutAttribute | null => {
  const raw = attributesOf(strapi, uid)[name];
  if (raw === undefined) return null;
  if (OWN.has(name)) {
    const reason = `Strapi keeps ${uid}.${name} for itself. Name an attribute of your own`;
    throw refuse(setting, name, reason);
  }
  const kind = KINDS[raw.type];
  if (kind === undefined) {
    throw refuse(
      setting,
      name,
      `${uid}.${name} is of type ${raw.type}, which holds no value of a file`
    );
  }
  const isShort = SHORT.has(raw.type) && raw.column?.type === undefined;
  return { name, shape: { kind, maxLength: isShort ? 255 : null, values: raw.enum ?? null } };
};

/**
 * The same of one that has to be there.
 *
 * @throws ConfigurationError
 */
export const needAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string,
  setting: Setting
): LayoutAttribute => {
  const attribute = findAttribute(strapi, uid, name, setting);
  if (attribute !== null) return attribute;
  throw refuse(setting, name, `${uid} has no attribute of that name`);
};
