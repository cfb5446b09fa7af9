import type { JekyllConfig } from '../config/config';

/** Where a file is in the archive, which decides what it is to Jekyll. */
export interface JekyllPlace {
  readonly kind: 'posts' | 'drafts';
  /** The path inside the folder of posts. */
  readonly inside: string;
  /**
   * The path that Jekyll knows the file by, relative to the folder of collections. A file in a further
   * folder of posts has the path that it would have in `_posts`, so that a post keeps its address when
   * it is moved.
   */
  readonly path: string;
}

/** Where Jekyll's own folders are. */
export type JekyllFolders = Pick<JekyllConfig, 'source' | 'collectionsDir'>;

const POSTS_FOLDER = /(?:^|\/)(_posts|_drafts)\//;

/**
 * @param path from the archive's root
 * @param extraFolders further folders of posts
 */
export const placeInArchive = (
  path: string,
  extraFolders: readonly string[],
  folders: JekyllFolders
): JekyllPlace | null => {
  const extra = extraFolders.find((folder) => path.startsWith(`${folder}/`));
  const known = knownPath(path, folders) ?? (extra === undefined ? null : path);
  if (known === null) return null;
  const special = POSTS_FOLDER.exec(known);
  if (special) {
    if (extra === undefined && isOutsideCollections(path, folders)) return null;
    const inside = known.slice(special.index + special[0].length);
    return { kind: special[1] === '_posts' ? 'posts' : 'drafts', inside, path: known };
  }
  if (extra === undefined) return null;
  const inside = path.slice(extra.length + 1);
  const folder = knownPath(`${extra}/`, folders) ?? `${extra}/`;
  const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return { kind: 'posts', inside, path: `${above}_posts/${inside}` };
};

/** A path from the site's folder; null for one outside of it. */
export const pathInSource = (path: string, { source }: Pick<JekyllFolders, 'source'>) =>
  withoutFolder(path, source);

/** The path that the generator itself knows a file by, from the archive's root. */
export const generatorPath = (path: string, folders: JekyllFolders): string => {
  const known = knownPath(path, folders);
  if (known === null) return path;
  return folders.source === '' ? known : `${folders.source}/${known}`;
};

/** A path from the folder of collections; null for one outside of the site. */
const knownPath = (path: string, folders: JekyllFolders): string | null => {
  const inSource = pathInSource(path, folders);
  if (inSource === null) return null;
  return withoutFolder(inSource, folders.collectionsDir.replace(/\/$/, '')) ?? inSource;
};

const withoutFolder = (path: string, folder: string): string | null => {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
};

/** `Reader#outside_configured_directory?`: compared as written, so that `./x` is no folder. */
const isOutsideCollections = (path: string, folders: JekyllFolders): boolean => {
  if (folders.collectionsDir === '') return false;
  const inSource = pathInSource(path, folders) ?? '';
  const above = inSource.slice(0, POSTS_FOLDER.exec(inSource)?.index ?? 0);
  return !above.startsWith(folders.collectionsDir);
};
