import type { ArchiveEntry } from '../../core/entry';

/** The first batch is small, so that whoever writes does not wait long for it; each is twice the last. */
const FIRST = 60;

/** What a batch holds at most, in bytes: memory is bounded by it. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Gathers entries, in order, until there are enough of them or they are long enough.
 *
 * @param limit how many entries a batch holds at most
 */
export async function* inBatches(
  entries: AsyncIterable<ArchiveEntry>,
  limit: number
): AsyncGenerator<readonly ArchiveEntry[]> {
  let batch: ArchiveEntry[] = [];
  let bytes = 0;
  let enough = Math.min(FIRST, limit);
  for await (const entry of entries) {
    batch.push(entry);
    bytes += entry.bytes.byteLength;
    if (batch.length >= enough || bytes >= MAX_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
      enough = Math.min(enough * 2, limit);
    }
  }
  if (batch.length > 0) yield batch;
}
