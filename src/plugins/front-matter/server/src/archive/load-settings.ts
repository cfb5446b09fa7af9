import path from 'node:path';
import { ConfigurationError, filePlace } from 'strapi-plugin-kit/config';
import { ArchiveError } from './archive';
import { readSmallFile } from './read-small-file';
import { DEFAULT_SETTINGS, type LocatedSettings, parseSettings, SETTINGS_FILE } from './settings';

/**
 * Reads the settings in the archive's root, or beside it under its name, where the archive must not be
 * changed.
 *
 * @throws ArchiveError for settings that cannot be used
 */
export const loadSettings = async (root: string): Promise<LocatedSettings> => {
  const code = 'ARCHIVE_SETTINGS_INVALID';
  const inside = await readSmallFile(path.join(root, SETTINGS_FILE), root, code);
  const text = inside ?? (await readSmallFile(`${root}${SETTINGS_FILE}`, null, code));
  if (text === null) return { settings: DEFAULT_SETTINGS, place: filePlace(SETTINGS_FILE) };
  try {
    return parseSettings(text);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ArchiveError(code, error.message, { cause: error });
  }
};
