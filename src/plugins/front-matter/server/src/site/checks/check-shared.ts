import { type HostCheck, type KeyPath, wrongValue } from 'strapi-plugin-kit/config';

import type { PostField, Settings } from '../../config/settings';
import type { Mapping } from '../../core/fit/mapping';
import { clashOf } from './clash-of';

/**
 * Refuses a mapping of a key to an attribute that something else becomes: of a file that has both, one would be lost.
 *
 * @param configured the keys of the plugin's configuration, after which those go that the archive itself maps
 * @param fields the attributes that fields of posts become
 */
export const checkShared = (
  host: HostCheck,
  { keys: configured }: Pick<Settings, 'keys'>,
  fields: readonly (readonly [PostField, string])[],
  mapping: Mapping
): void => {
  const others = Object.entries(configured).filter(([key]) => !Object.hasOwn(mapping, key));
  const takenBy = new Map(others.map(([key, attribute]) => [attribute, key]));
  for (const [key, to] of Object.entries(mapping)) {
    const path: KeyPath = ['mapping', key];
    const attribute = typeof to === 'string' ? to : to.relation;
    const other = takenBy.get(attribute);
    const clash = clashOf(key, attribute, fields);
    if (other !== undefined) {
      const reason = `the key "${other}" becomes that already, and a file that has both would lose one. Leave one of them`;
      host.refuse(wrongValue(path, attribute, reason));
    } else if (clash !== null) host.refuse(wrongValue(path, attribute, clash));
    takenBy.set(attribute, key);
  }
};
