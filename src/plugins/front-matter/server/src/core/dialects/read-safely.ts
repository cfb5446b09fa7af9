import type { ArchiveEntry } from '../entry';
import { issueOf } from '../issue-codes';
import type { Reading } from '../post';
import type { ReadEntry } from './dialect';

type BodyOf<One> = One extends Reading ? Omit<One, 'path'> : never;

/** A reading but for what is known of the file before it is read. */
export type ReadingBody = BodyOf<Reading>;

/** Makes a reader of one that knows only files that could be opened, and that may throw. */
export function readSafely(read: (entry: ArchiveEntry) => ReadingBody): ReadEntry {
  return (entry) => {
    const { path, refusal } = entry;
    if (refusal) return { path, status: refusal.status, issues: [issueOf(refusal.code, refusal)] };
    try {
      return Object.assign({ path }, read(entry));
    } catch (error) {
      // No file may stop a run of thousands, whatever is wrong here.
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The reader failed on this file (${reason}). Please report it with the file.`;
      return { path, status: 'quarantined', issues: [issueOf('READER_FAILED', { message })] };
    }
  };
}
