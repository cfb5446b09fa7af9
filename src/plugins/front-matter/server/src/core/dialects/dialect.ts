import type { ArchiveEntry } from '../entry';
import type { Reading } from '../post';

/** How a generator reads one file. Never throws: what is wrong with a file is in the reading. */
export type ReadEntry = (entry: ArchiveEntry) => Reading;
