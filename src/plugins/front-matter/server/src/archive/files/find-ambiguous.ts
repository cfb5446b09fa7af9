/**
 * Finds paths that equal another path once both are in NFC. A path that is in NFC itself is not among
 * them.
 *
 * @param paths from the archive's root; iterated twice, to avoid a set of all of them
 */
export const findAmbiguous = (paths: () => Iterable<string>): ReadonlySet<string> => {
  const ambiguous = new Set<string>();
  const decomposed = new Map<string, string>();
  for (const path of paths()) {
    const text = path.normalize('NFC');
    if (text !== path) decomposed.set(path, text);
  }
  if (decomposed.size === 0) return ambiguous;
  const texts = new Set(decomposed.values());
  const taken = new Set<string>();
  for (const path of paths()) if (texts.has(path)) taken.add(path);
  for (const [path, text] of decomposed) {
    if (taken.has(text)) ambiguous.add(path);
    taken.add(text);
  }
  return ambiguous;
};
