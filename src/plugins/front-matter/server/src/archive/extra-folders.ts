import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Issue, issueOf } from '../core/issue';
import { ArchiveError, type OpenOptions } from './archive';
import { innerFolder } from './inner-folder';
import { type ArchiveSettings, SETTINGS_FILE } from './settings/settings';

/**
 * The further folders of posts: those of the options, else those of the archive's settings.
 *
 * @throws ArchiveError for a folder that is not inside the archive
 */
export const extraFoldersOf = (
  options: OpenOptions,
  settings: ArchiveSettings
): readonly string[] => {
  const asked = options.posts.map((folder) => {
    const inner = innerFolder(folder);
    if (inner === null) {
      throw new ArchiveError(
        'ARCHIVE_OPTION_INVALID',
        `--posts ${folder} is no folder inside the archive. Give its path from the archive's root.`
      );
    }
    return inner;
  });
  return asked.length > 0 ? asked : settings.posts;
};

/** Reports folders that do not exist. They may be mistyped, or empty and not under version control. */
export const findMissing = async (root: string, folders: readonly string[]): Promise<Issue[]> => {
  const issues: Issue[] = [];
  for (const folder of folders) {
    const found = await stat(path.join(root, folder)).catch(() => null);
    if (found?.isDirectory()) continue;
    issues.push(
      issueOf('FOLDER_MISSING', {
        message: `The archive has no folder "${folder}" to take posts from. Correct --posts, or "posts" in ${SETTINGS_FILE}, if it should.`,
      })
    );
  }
  return issues;
};
