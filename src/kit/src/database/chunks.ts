/** Cuts a list into lists of one length, but for the last; of an empty one there are none. */
export function* inSlices<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
