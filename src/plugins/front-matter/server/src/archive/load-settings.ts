import path from 'node:path';
import { readSmallFile } from './read-small-file';
import { type ArchiveSettings, DEFAULT_SETTINGS, parseSettings, SETTINGS_FILE } from './settings';

/**
 * In the archive's root, or beside it under its name where the archive is not to be touched.
 *
 * @throws ArchiveError for settings that cannot be used
 */
export async function loadSettings(root: string): Promise<ArchiveSettings> {
  const code = 'ARCHIVE_SETTINGS_INVALID';
  const inside = await readSmallFile(path.join(root, SETTINGS_FILE), root, code);
  const text = inside ?? (await readSmallFile(`${root}${SETTINGS_FILE}`, null, code));
  return text === null ? DEFAULT_SETTINGS : parseSettings(text);
}
