/** What an import writes, in the order in which its tables refer to each other. */
export const TABLES = [
  'categories',
  'tags',
  'posts',
  'posts_categories_lnk',
  'posts_tags_lnk',
  'permalinks_addresses',
  'front_matter_terms',
  'front_matter_records',
  'front_matter_runs',
] as const;

/** Terms are few and needed by all: they go first, as an import writes them when they come. */
const TERMS: readonly string[] = ['categories', 'tags'];

/** The rows of a table that belong to one of so many batches. */
export const rowsOfBatch = <Row>(
  table: string,
  rows: readonly Row[],
  batch: number,
  count: number
): readonly Row[] => {
  if (TERMS.includes(table)) return batch === 0 ? rows : [];
  return rows.slice(
    Math.floor((rows.length * batch) / count),
    Math.floor((rows.length * (batch + 1)) / count)
  );
};

/** What a step that wrote the rows of an import tells. */
export interface Written {
  readonly documents: number;
  readonly seconds: number;
}
