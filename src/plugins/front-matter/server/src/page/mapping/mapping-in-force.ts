import type { Core } from '@strapi/strapi';
import { ConfigurationError } from 'strapi-plugin-kit/config';

import { ArchiveError } from '../../archive/archive';
import { readOwnSettings } from '../../archive/settings/load-settings';
import { mappedKeys } from '../../archive/settings/mapped-keys';
import { parseSettings, SETTINGS_FILE } from '../../archive/settings/settings';
import { replaceMapping } from '../../archive/settings/yaml/replace-mapping';
import type { MappedKey } from '../../core/keys/mapped-key';
import type { MappingInForce } from '../../panel/mapping-contract';
import type { ArchiveRow } from '../archives/archives';
import { resolveMapping } from './resolve-mapping';

/** Longer settings, in characters, are not parsed while other requests wait. */
const MOST = 64 * 1024;

/**
 * The text of an archive's own settings; empty for none.
 *
 * @throws ArchiveError for settings that cannot be read, or are too long to be shown
 */
export const ownSettings = async ({ root }: Pick<ArchiveRow, 'root'>): Promise<string> => {
  const text = root === null ? null : await readOwnSettings(root);
  if (text === null || text.length <= MOST) return text ?? '';
  const message = `${SETTINGS_FILE} has more than the ${MOST} characters that are shown here. Change it in the archive.`;
  throw new ArchiveError('ARCHIVE_SETTINGS_INVALID', message);
};

/** The mapping that the page has saved; null for none. */
const savedOf = ({ settings }: ArchiveRow): readonly MappedKey[] | null =>
  settings === null ? null : mappedKeys(parseSettings(settings).settings);

/** What keeps settings from being used; null for what is nobody's mistake. */
export const mistakeOf = (error: unknown): string | null =>
  error instanceof ConfigurationError || error instanceof ArchiveError ? error.message : null;

/** Which keys of an archive become which attributes, and who says so. */
export const mappingInForce = async (
  strapi: Core.Strapi,
  row: ArchiveRow
): Promise<MappingInForce> => {
  const isSaved = row.settings !== null;
  let known: Pick<MappingInForce, 'keys' | 'own' | 'yaml'> = { keys: [], own: [], yaml: '' };
  let problem: string | null = null;
  try {
    const saved = savedOf(row);
    known = { ...known, keys: saved ?? [] };
    const written = await ownSettings(row);
    known = { ...known, yaml: written };
    const own = mappedKeys(parseSettings(written).settings);
    const yaml = saved === null ? written : replaceMapping(written, saved, SETTINGS_FILE);
    known = { keys: saved ?? own, own, yaml };
    await resolveMapping(strapi, parseSettings(yaml));
  } catch (error) {
    problem = mistakeOf(error);
    if (problem === null) throw error;
  }
  return { ...known, isSaved, problem, version: row.mappedAt };
};
