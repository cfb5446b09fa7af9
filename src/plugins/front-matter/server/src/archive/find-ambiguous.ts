/**
 * Paths whose text another path has too, once both are in NFC. The first in the given order that
 * is in NFC itself is not among them.
 *
 * @param paths from the archive's root
 */
export function findAmbiguous(paths: readonly string[]): ReadonlySet<string> {
  const ambiguous = new Set<string>();
  // Nearly always; and a set of all paths is large.
  if (paths.every((path) => path.normalize('NFC') === path)) return ambiguous;
  const composed = new Set(paths);
  const taken = new Set<string>();
  for (const path of paths) {
    const text = path.normalize('NFC');
    if (text === path) continue;
    if (composed.has(text) || taken.has(text)) ambiguous.add(path);
    taken.add(text);
  }
  return ambiguous;
}
