import path from 'node:path';
import { ConfigurationError, filePlace } from 'strapi-plugin-kit/config';
import type { MappedKey } from '../../core/keys/mapped-key';
import { ArchiveError } from '../archive';
import { readSmallFile } from '../read-small-file';
import { DEFAULT_SETTINGS, type LocatedSettings, parseSettings, SETTINGS_FILE } from './settings';
import { replaceMapping } from './yaml/replace-mapping';

const CODE = 'ARCHIVE_SETTINGS_INVALID';

/**
 * The text of an archive's own settings, in its root, or beside it under its name, where the archive must not be
 * changed; null where it has none.
 *
 * @throws ArchiveError for a file that cannot be read
 */
export const readOwnSettings = async (root: string): Promise<string | null> =>
  (await readSmallFile(path.join(root, SETTINGS_FILE), root, CODE)) ??
  (await readSmallFile(`${root}${SETTINGS_FILE}`, null, CODE));

/**
 * Reads the settings of an archive.
 *
 * @param mapping what stands for the `mapping` of its own settings, of which all else stays in force; null for nothing
 * @throws ArchiveError for settings that cannot be used
 */
export const loadSettings = async (
  root: string,
  mapping: readonly MappedKey[] | null = null
): Promise<LocatedSettings> => {
  const own = await readOwnSettings(root);
  try {
    const text = mapping === null ? own : replaceMapping(own ?? '', mapping, SETTINGS_FILE);
    if (text === null) return { settings: DEFAULT_SETTINGS, place: filePlace(SETTINGS_FILE) };
    return parseSettings(text);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ArchiveError(CODE, error.message, { cause: error });
  }
};
