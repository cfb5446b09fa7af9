import type { Core, UID } from '@strapi/strapi';
import {
  checkHost,
  hasToBe,
  type HostCheck,
  type KeyPath,
  wrongValue,
} from 'strapi-plugin-kit/config';

import { PLACE } from '../../config/parse-settings';
import { POST_FIELDS, type PostField, type Settings, TERM_KINDS } from '../../config/settings';
import { checkTermsOfKind } from './check-terms-of-kind';
import { clashOf } from './clash-of';
import { attributesOf } from '../schema/content-types';
import { ANY_VALUE, kindOf } from '../schema/kinds';

/** The attributes that fields go to, as the configuration says, else by their own names where the type has them. */
const checkFields = (
  strapi: Core.Strapi,
  host: HostCheck,
  uid: UID.ContentType,
  { attributes }: Settings
): ReadonlyMap<PostField, string> => {
  const found = new Map<PostField, string>();
  for (const field of POST_FIELDS) {
    const named = attributes[field];
    if (named === false) continue;
    // A post without a text is none: its attribute has to be there, under whichever name.
    if (named === undefined && field !== 'body' && !host.has(uid, field)) continue;
    const name = named ?? field;
    const kind = kindOf(field, attributesOf(strapi, uid)[name]?.column?.type !== undefined);
    const isDefault = named === undefined && field !== 'body';
    const what = `${kind.what}${isDefault ? '; name another one, or say false for none' : ''}`;
    host.attribute(['attributes', field], uid, name, { ...kind, what });
    found.set(field, name);
  }
  return found;
};

/**
 * Checks that what the plugin's configuration names of the application is there, and can hold what goes to it.
 *
 * @throws ConfigurationError that names the keys that are wrong and says what they may be
 */
export const checkSettings = (strapi: Core.Strapi, settings: Settings): void => {
  const host = checkHost(strapi, PLACE);
  if (!host.collectionType(['contentType'], settings.contentType, 'value')) host.end();
  const uid = settings.contentType as UID.ContentType;
  const fields = checkFields(strapi, host, uid, settings);
  if (settings.attributes.body === false) {
    const reason = hasToBe(`the attribute of ${uid} that takes the text of a post`);
    host.refuse(wrongValue(['attributes', 'body'], false, reason));
  }
  host.apart([...fields].map(([field, name]) => [['attributes', field], name]));
  const keys = Object.entries(settings.keys).map(([key, name]): [KeyPath, string] => [
    ['keys', key],
    name,
  ]);
  for (const [path, name] of keys) {
    host.attribute(path, uid, name, ANY_VALUE);
    const clash = clashOf(String(path[1]), name, fields);
    if (clash !== null) host.refuse(wrongValue(path, name, clash));
  }
  host.apart(keys);
  host.apart(TERM_KINDS.flatMap((kind) => checkTermsOfKind(strapi, host, settings, uid, kind)));
  host.end();
};
