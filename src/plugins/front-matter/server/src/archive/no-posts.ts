import type { Dialect } from '../core/dialects/dialect';
import { ArchiveError } from './archive';

/**
 * The error of an archive without posts.
 *
 * @param dialects those whose posts were looked for
 */
export const noPosts = (location: string, dialects: readonly Dialect[]): ArchiveError => {
  const folders = [...new Set(dialects.flatMap(({ postFolders }) => postFolders))];
  const last = folders.pop() ?? '';
  const none =
    folders.length === 0
      ? `${last} holds no file`
      : `neither ${folders.join(', ')} nor ${last} holds a file`;
  return new ArchiveError(
    'ARCHIVE_NO_POSTS',
    `${location} has no posts: ${none}. Give the site's root, or name the folder with --posts.`
  );
};
