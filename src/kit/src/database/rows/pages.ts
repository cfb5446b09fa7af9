/** A row that is known by its id, as those of all types are. */
export interface NumberedRow {
  readonly id: number;
}

/**
 * Walks rows in the order of their ids, a page at a time, each from where the last one ended: rows
 * that come or go meanwhile move none of the others to another page.
 *
 * @param size of a page; a shorter one is the last
 * @param read the first rows, so many at most, whose ids are above one, in the order of ids
 * @returns pages of one row at least
 */
export async function* pages<Row extends NumberedRow>(
  size: number,
  read: (above: number, limit: number) => Promise<readonly Row[]>
): AsyncGenerator<readonly Row[]> {
  for (let above = 0; ;) {
    const page = await read(above, size);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < size) return;
    above = last.id;
  }
}
