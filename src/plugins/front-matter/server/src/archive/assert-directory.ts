import { readdir, stat } from 'node:fs/promises';
import type { Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';

/**
 * @param root absolute
 * @param location as it was given
 * @throws ArchiveError for anything but a directory that is not empty
 */
export const assertDirectory = async (
  root: string,
  location: string,
  dialects: readonly Dialect[]
): Promise<void> => {
  const found = await stat(root).catch(() => null);
  if (!found) {
    throw new ArchiveError(
      'ARCHIVE_NOT_FOUND',
      `There is no ${location}. Give the path of an archive's directory.`
    );
  }
  const wanted = `Give the directory that holds ${usualFolders(dialects)}`;
  if (!found.isDirectory()) {
    throw new ArchiveError(
      'ARCHIVE_NOT_A_DIRECTORY',
      `${location} is a file. ${wanted}, unpacked if it was packed.`
    );
  }
  if ((await readdir(root)).length === 0) {
    throw new ArchiveError('ARCHIVE_EMPTY', `${location} is empty. ${wanted}.`);
  }
};

const usualFolders = (dialects: readonly Dialect[]): string =>
  [...new Set(dialects.map(({ postFolders }) => postFolders[0]))].join(' or ');
