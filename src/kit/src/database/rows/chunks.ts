/** Far below the number of bindings that any database takes in one statement. */
const SIZE = 400;

/** Cuts a list into lists of one length, but for the last; of an empty one there are none. */
export function* chunks<Item>(
  items: readonly Item[],
  size: number = SIZE
): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
