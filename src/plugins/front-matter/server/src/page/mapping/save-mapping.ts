import { isDeepStrictEqual } from 'node:util';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { mappedKeys } from '../../archive/settings/mapped-keys';
import { parseSettings, SETTINGS_FILE } from '../../archive/settings/settings';
import { replaceMapping } from '../../archive/settings/yaml/replace-mapping';
import type { MappedKey } from '../../core/keys/mapped-key';
import { messages } from '../../messages';
import type { MappingRequest } from '../../panel/mapping-contract';
import { type ArchiveRow, archivesOf } from '../archives/archives';
import { assertIdle } from '../archives/assert-idle';
import { mistakeOf, ownSettings } from './mapping-in-force';
import { resolveMapping } from './resolve-mapping';

const assertReady = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<void> => {
  if (archive.state !== 'ready') {
    throw messages.error(errors.ApplicationError, 'archive.not-ready', { name: archive.name });
  }
  await assertIdle(strapi, archive);
};

const isSame = (one: readonly MappedKey[], other: readonly MappedKey[]): boolean => {
  const byKey = (keys: readonly MappedKey[]) => new Map(keys.map(({ key, to }) => [key, to]));
  return isDeepStrictEqual(byKey(one), byKey(other));
};

/**
 * Checks a mapping as the file that would say the same is checked.
 *
 * @returns the YAML that is to be kept; null for what the archive says itself
 */
const check = async (
  strapi: Core.Strapi,
  archive: ArchiveRow,
  mapping: readonly MappedKey[]
): Promise<string | null> => {
  const written = await ownSettings(archive);
  const yaml = replaceMapping(written, mapping, SETTINGS_FILE);
  await resolveMapping(strapi, parseSettings(yaml));
  if (isSame(mappedKeys(parseSettings(written).settings), mapping)) return null;
  return replaceMapping('', mapping, SETTINGS_FILE);
};

/**
 * Keeps which keys of an archive become which attributes, in place of what its own settings say.
 *
 * @throws ValidationError for a mapping that cannot be used, with what the command line would say of it
 * @throws ApplicationError while something is done with the archive, or where somebody else has changed the mapping
 */
export const saveMapping = async (
  strapi: Core.Strapi,
  archive: ArchiveRow,
  { mapping, version }: MappingRequest
): Promise<void> => {
  await assertReady(strapi, archive);
  if (archive.mappedAt !== version) {
    throw messages.error(errors.ApplicationError, 'mapping.changed');
  }
  let settings: string | null;
  try {
    settings = await check(strapi, archive, mapping);
  } catch (error) {
    const reason = mistakeOf(error);
    if (reason === null) throw error;
    throw messages.error(errors.ValidationError, 'mapping.wrong', { reason });
  }
  await archivesOf(strapi).map(archive.key, settings);
};

/**
 * Has the archive's own settings say what its keys become.
 *
 * @throws ApplicationError while something is done with it
 */
export const resetMapping = async (strapi: Core.Strapi, archive: ArchiveRow): Promise<void> => {
  await assertReady(strapi, archive);
  if (archive.settings !== null) await archivesOf(strapi).map(archive.key, null);
};
