/**
 * Paths whose text another path has too, once both are in NFC. The first in the given order that
 * is in NFC itself is not among them.
 *
 * @param paths from the archive's root; gone through twice, since a set of all of them is large
 */
export function findAmbiguous(paths: () => Iterable<string>): ReadonlySet<string> {
  const ambiguous = new Set<string>();
  const decomposed = new Map<string, string>();
  for (const path of paths()) {
    const text = path.normalize('NFC');
    if (text !== path) decomposed.set(path, text);
  }
  // Nearly always.
  if (decomposed.size === 0) return ambiguous;
  const texts = new Set(decomposed.values());
  const taken = new Set<string>();
  for (const path of paths()) if (texts.has(path)) taken.add(path);
  for (const [path, text] of decomposed) {
    if (taken.has(text)) ambiguous.add(path);
    taken.add(text);
  }
  return ambiguous;
}
