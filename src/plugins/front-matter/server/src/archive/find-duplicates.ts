/**
 * Files of further folders whose name an earlier folder has: a post that was copied instead of
 * moved. The archive's own `_posts` comes first, then the folders in their order.
 *
 * @param paths from the archive's root
 * @param folders further folders of posts
 * @returns the path that is passed over, and the one that is kept
 */
export function findDuplicates(
  paths: readonly string[],
  folders: readonly string[]
): ReadonlyMap<string, string> {
  const passedOver = new Map<string, string>();
  if (folders.length === 0) return passedOver;
  const kept = new Map<string, string>();
  const folderOf = (path: string): number =>
    folders.findIndex((folder) => path.startsWith(`${folder}/`));
  const ranked = paths
    .map((path) => ({ path, rank: folderOf(path) }))
    .sort((a, b) => a.rank - b.rank);
  for (const { path, rank } of ranked) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const first = kept.get(name);
    if (rank >= 0 && first !== undefined) passedOver.set(path, first);
    if (first === undefined) kept.set(name, path);
  }
  return passedOver;
}
