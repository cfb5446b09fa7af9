import type { Core } from '@strapi/strapi';

import type { Target } from '../target';
import { attributesOf } from './content-types';

/**
 * The attributes that files go to and that all locales of a document share: a value that is written
 * for one of them, Strapi writes into all when an editor saves. Relations and `uid` fields are each
 * locale's own.
 */
export const sharedAttributes = (
  strapi: Core.Strapi,
  { uid, fields, keys }: Target
): readonly string[] => {
  const attributes = attributesOf(strapi, uid);
  const names = [...fields.values(), ...keys.values()].map(({ name }) => name);
  return [...new Set(names)].filter((name) => {
    const attribute = attributes[name];
    return attribute?.type !== 'uid' && attribute?.pluginOptions?.i18n?.localized !== true;
  });
};
