import type { ArchiveEntry } from '../../core/entry';

/** Small enough that a server goes on answering between two batches, large enough to be fast. */
const MAX_FILES = 240;
const MAX_BYTES = 4 * 1024 * 1024;

/** Gathers entries, in order, until there are enough of them or they are long enough. */
export async function* inBatches(
  entries: AsyncIterable<ArchiveEntry>
): AsyncGenerator<readonly ArchiveEntry[]> {
  let batch: ArchiveEntry[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    batch.push(entry);
    bytes += entry.bytes.byteLength;
    if (batch.length >= MAX_FILES || bytes >= MAX_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
