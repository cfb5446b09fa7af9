import type { JekyllConfig } from '../core/dialects/jekyll/config/config';
import { readDatedName } from '../core/dialects/jekyll/files/file-name';
import { generatorPath } from '../core/dialects/jekyll/files/place';
import { ArchiveError } from './archive';
import type { FileList } from './files/file-list';
import { findGenerator, findMarkdown } from './find-generator';

/** What is known of an archive before it is known whose it is. */
export interface Unsettled {
  /** Absolute. */
  readonly root: string;
  /** As it was given. */
  readonly location: string;
  readonly config: JekyllConfig;
  /** The text of the configuration; null where there is none. */
  readonly configText: string | null;
  /** What Jekyll would take for posts. */
  readonly files: FileList;
}

/**
 * Makes sure that an archive is Jekyll's, as nobody has said whose it is. Dated posts in the site's
 * own `_posts` settle it, whatever lies beside them; else another generator's files do.
 *
 * @throws ArchiveError that says what was found, where that cannot be read yet
 */
export async function assertJekyll(archive: Unsettled): Promise<void> {
  const { root, location, configText, files } = archive;
  if (hasOwnPosts(archive)) return;
  const other = await findGenerator(root, configText ?? '');
  if (other !== null) {
    throw unreadable(
      `${location} is an archive of ${other.name} (${other.mark}), which cannot be read yet. If its posts are Jekyll's all the same, say so with --dialect jekyll.`
    );
  }
  if (files.length > 0 || configText !== null) return;
  const markdown = await findMarkdown(root);
  if (markdown === null) return;
  throw unreadable(
    `${location} is a plain folder of Markdown (${markdown}), without _posts or the files of a generator, which cannot be read yet. For a Jekyll archive give the site's root, or say --dialect jekyll and name the folder with --posts.`
  );
}

const unreadable = (message: string): ArchiveError =>
  new ArchiveError('ARCHIVE_DIALECT_UNKNOWN', message);

function hasOwnPosts({ config, files }: Unsettled): boolean {
  const folder = config.source === '' ? '_posts/' : `${config.source}/_posts/`;
  for (const file of files.paths()) {
    const known = generatorPath(file, config);
    if (known.startsWith(folder) && readDatedName(known.slice(folder.length)) !== null) return true;
  }
  return false;
}
