/** Entries of the first batch: small, so that writing begins early. Each batch is twice the last. */
const FIRST = 60;

/** Bytes at which a batch ends, which bound the memory. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Groups entries, in order, into batches that are bounded by their number and by their bytes.
 *
 * @param limit how many entries a batch holds at most
 * @param sizeOf how many bytes an entry takes
 */
export async function* batchEntries<Entry>(
  entries: AsyncIterable<Entry>,
  limit: number,
  sizeOf: (entry: Entry) => number
): AsyncGenerator<readonly Entry[]> {
  let batch: Entry[] = [];
  let bytes = 0;
  let enough = Math.min(FIRST, limit);
  for await (const entry of entries) {
    batch.push(entry);
    bytes += sizeOf(entry);
    if (batch.length >= enough || bytes >= MAX_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
      enough = Math.min(enough * 2, limit);
    }
  }
  if (batch.length > 0) yield batch;
}
