import type { Core } from '@strapi/strapi';
import { checkHost, type KeyPath, SORTABLE } from 'strapi-plugin-kit/config';
import { PLACE } from './read-config';
import type { DeliveryConfig } from './schema';

/**
 * Checks that the configuration's types exist, that lists can be sorted by what it names, and that what they are listed
 * by are relations.
 *
 * @throws ConfigurationError that names the keys that are wrong and says what they may be
 */
export const checkTypes = (
  strapi: Core.Strapi,
  { contentTypes }: Pick<DeliveryConfig, 'contentTypes'>
): void => {
  const host = checkHost(strapi, PLACE);
  for (const [uid, { order, listedBy }] of Object.entries(contentTypes)) {
    const at = (...keys: KeyPath): KeyPath => ['contentTypes', uid, ...keys];
    if (!host.type(at(), uid)) continue;
    host.attribute(at('order'), uid, order, SORTABLE);
    for (const [index, name] of listedBy.entries()) {
      host.relation(at('listedBy', index), uid, name);
    }
    host.apart(listedBy.map((name, index) => [at('listedBy', index), name]));
  }
  host.end();
};
