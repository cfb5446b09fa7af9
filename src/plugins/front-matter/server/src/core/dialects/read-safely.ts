import type { ArchiveEntry } from '../entry';
import { issueOf } from '../issue';
import type { Reading } from '../post';
import type { ReadEntry } from './dialect';

type BodyOf<One> = One extends Reading ? Omit<One, 'path'> : never;

/** A reading without the path. */
export type ReadingBody = BodyOf<Reading>;

/**
 * Wraps a reader: files that could not be opened are not passed to it, and what it throws becomes an
 * issue.
 */
export const readSafely =
  (read: (entry: ArchiveEntry) => ReadingBody): ReadEntry =>
  (entry) => {
    const { path, refusal } = entry;
    if (refusal) return { path, status: refusal.status, issues: [issueOf(refusal.code, refusal)] };
    try {
      return Object.assign({ path }, read(entry));
    } catch (error) {
      // One file must not stop a run of thousands.
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The reader failed on this file (${reason}). Please report it with the file.`;
      return { path, status: 'quarantined', issues: [issueOf('READER_FAILED', { message })] };
    }
  };
