/** Where in the archive a file lies, which decides what Jekyll takes it for. */
export interface JekyllPlace {
  readonly kind: 'posts' | 'drafts';
  /** The path inside the folder of posts. */
  readonly inside: string;
  /**
   * The path that Jekyll knows the file by: from the folder of collections, and in `_posts` even
   * where it lies in a further folder of posts, so that a post keeps its address when it is moved.
   */
  readonly path: string;
}

/**
 * @param path from the archive's root
 * @param extraFolders further folders of posts
 * @param collectionsDir empty where collections lie in the root
 */
export function placeInArchive(
  path: string,
  extraFolders: readonly string[],
  collectionsDir: string
): JekyllPlace | null {
  const known =
    collectionsDir !== '' && path.startsWith(`${collectionsDir}/`)
      ? path.slice(collectionsDir.length + 1)
      : path;
  const special = /(?:^|\/)(_posts|_drafts)\//.exec(known);
  if (special) {
    const inside = known.slice(special.index + special[0].length);
    return { kind: special[1] === '_posts' ? 'posts' : 'drafts', inside, path: known };
  }
  const extra = extraFolders.find((folder) => path.startsWith(`${folder}/`));
  if (extra === undefined) return null;
  const inside = path.slice(extra.length + 1);
  const above = extra.slice(0, extra.lastIndexOf('/') + 1);
  return { kind: 'posts', inside, path: `${above}_posts/${inside}` };
}

/** `EntryFilter`: names that begin with `.`, `_`, `#` or `~`, or end with `~` or a dot. */
export function isHiddenName(inside: string): boolean {
  const names = inside.split('/');
  return (
    /^[._#~]/.test(inside) ||
    /^[._#~]/.test(names[names.length - 1] ?? '') ||
    /[~.]$/.test(inside) ||
    names.some((name) => name.startsWith('.'))
  );
}
