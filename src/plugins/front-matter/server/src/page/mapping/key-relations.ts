import type { Core, UID } from '@strapi/strapi';

import { parseSettings, SETTINGS_FILE } from '../../archive/settings/settings';
import { replaceMapping } from '../../archive/settings/yaml/replace-mapping';
import type { MappedRelation } from '../../core/fit/mapping';
import type { KeyAttribute } from '../../panel/mapping-contract';
import { attributesOf, isContentType, type RawAttribute } from '../../site/schema/content-types';
import { listFillable } from '../../site/schema/find-attribute';
import { mistakeOf } from './mapping-in-force';
import { resolveMapping } from './resolve-mapping';

/** A type with more relations, times texts of their targets, is offered the first of them. */
const MOST = 60;

/** The attributes by which entries can be found. */
const TEXTS = new Set(['string', 'text', 'email']);

/** A key that no archive has. */
const ANY = 'any key';

/** Whether a mapping may name a relation: the same is asked as of one that is saved. */
const isUsable = async (strapi: Core.Strapi, to: MappedRelation): Promise<boolean> => {
  try {
    const yaml = replaceMapping('', [{ key: ANY, to }], SETTINGS_FILE);
    await resolveMapping(strapi, parseSettings(yaml));
    return true;
  } catch (error) {
    if (mistakeOf(error) === null) throw error;
    return false;
  }
};

/** The texts of a relation's target; none where it leads to several types, or to none. */
const textsOf = (strapi: Core.Strapi, { type, target }: RawAttribute): readonly string[] => {
  if (type !== 'relation' || target === undefined || !isContentType(strapi, target)) return [];
  const texts = listFillable(strapi, target).filter((each) => TEXTS.has(each.type));
  return texts.map(({ name }) => name);
};

/** The relations of a type that keys of files may become, and by what their entries may be found. */
export const keyRelations = async (
  strapi: Core.Strapi,
  uid: UID.ContentType
): Promise<readonly KeyAttribute[]> => {
  const found: KeyAttribute[] = [];
  let asked = 0;
  for (const [relation, raw] of Object.entries(attributesOf(strapi, uid))) {
    const usable: string[] = [];
    for (const by of textsOf(strapi, raw)) {
      asked += 1;
      if (asked <= MOST && (await isUsable(strapi, { relation, by }))) usable.push(by);
    }
    if (usable.length === 0) continue;
    found.push({
      ...{ name: relation, type: raw.type, isRequired: raw.required === true, kind: 'relation' },
      ...{ maxLength: null, values: null, field: null, isOffered: true, by: usable },
    });
  }
  return found;
};
