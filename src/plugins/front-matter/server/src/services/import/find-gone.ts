import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FileList } from '../../archive/file-list';
import type { RecordedPath, Records } from '../../ledger/records';
import { fileName, type Planner } from './plan-batch';

/** An archive's files held against what the ledger knows of it, by their paths. */
export interface Unmatched {
  /** Records with a document whose files are gone, and have the names of no new ones, by path. */
  readonly gone: readonly RecordedPath[];
  /** By place in the list of files, 1 for those without a document that have no such record's name. */
  readonly fresh: Uint8Array;
}

/** How many records of files that are gone are held in memory, at some five hundred bytes each. */
const HELD = 20_000;

/** How many of them are compared, with sketches of up to four kilobytes. */
const COMPARED = 5_000;

const nameOf = (path: string): string => fileName(path).normalize('NFC');

/** Takes out what has moved under its own name: of two of one name the first, as planning does. */
const takeOutMoved = (
  files: FileList,
  gone: readonly RecordedPath[],
  fresh: Uint8Array
): readonly RecordedPath[] => {
  const byName = new Map<string, RecordedPath[]>();
  for (const record of gone) {
    const name = nameOf(record.path);
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  for (let index = 0; index < fresh.length; index += 1) {
    if (fresh[index] === 0) continue;
    const moved = byName.get(nameOf(files.pathAt(index)))?.shift();
    if (moved !== undefined) fresh[index] = 0;
  }
  return [...byName.values()].flat();
};

/**
 * Finds files that are gone and files that are new, and not the same by their names.
 *
 * @returns null where more are gone than can be compared
 */
export const findUnmatched = async (
  records: Records,
  { archive, exists }: Pick<Planner, 'archive' | 'exists'>,
  files: FileList
): Promise<Unmatched | null> => {
  const fresh = new Uint8Array(files.length).fill(1);
  const gone: RecordedPath[] = [];
  for await (const page of records.paths(archive)) {
    for (const record of page) {
      if (record.targetDocumentId === null) continue;
      const index = files.indexOf(record.path);
      if (index >= 0) fresh[index] = 0;
      else if (!exists(record.path)) gone.push(record);
    }
    if (gone.length > HELD) return null;
    await nextTurn();
  }
  gone.sort((a, b) => (a.path < b.path ? -1 : 1));
  const unmatched = takeOutMoved(files, gone, fresh);
  return unmatched.length > COMPARED ? null : { gone: unmatched, fresh };
};
