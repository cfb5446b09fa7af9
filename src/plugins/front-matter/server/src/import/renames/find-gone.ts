import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FileList } from '../../archive/files/file-list';
import type { RecordedPath } from '../../ledger/records/record';
import type { WholeImport } from '../../ledger/runs';
import { findLivingRecords } from '../plan/find-living-records';
import { fileName } from '../plan/find-moved';
import type { Planner } from '../plan/planner';

/** What a listed file is, held against the ledger by its path. */
export const KNOWN = 0;
export const NEW = 1;
/** New, and with the name of a record whose file is gone: it takes that one, should it be fit to be a post. */
export const NAMESAKE = 2;
/** It became a document in a run that was cut short: for what is renamed, it is as new as the rest. */
export const RIVAL = 3;

/** An archive's files held against what the ledger knows of it, by their paths. */
export interface Unmatched {
  /** Records whose files are gone and whose documents are there, by path. */
  readonly gone: readonly RecordedPath[];
  /** The same of those whose documents are gone as well. */
  readonly deleted: readonly RecordedPath[];
  /** By place in the list of files; changed when namesakes are read. */
  readonly marks: Uint8Array;
  /** True where more are gone than are held here. */
  readonly isTooMuch: boolean;
}

/** How many records of files that are gone are held in memory, at some five hundred bytes each. */
const HELD = 20_000;

/** How many of them are compared, with sketches of up to four kilobytes. */
export const COMPARED = 5_000;

/** Paths that are looked at in one turn of the event loop. */
const TURN = 4_096;

const byPath = (a: RecordedPath, b: RecordedPath): number => (a.path < b.path ? -1 : 1);

/** Marks every file that is new by `visit`. */
const visitNew = async (
  files: FileList,
  marks: Uint8Array,
  visit: (path: string) => number
): Promise<void> => {
  for (let index = 0; index < marks.length; index += 1) {
    if (marks[index] === NEW) marks[index] = visit(files.pathAt(index));
    if (index % TURN === 0) await nextTurn();
  }
};

/** Takes out what is where it was, in other code points for the same characters. */
const takeOutRespelt = async (
  files: FileList,
  marks: Uint8Array,
  gone: readonly RecordedPath[]
): Promise<ReadonlySet<RecordedPath>> => {
  const byText = new Map(gone.map((record) => [record.path.normalize('NFC'), record]));
  const respelt = new Set<RecordedPath>();
  await visitNew(files, marks, (path) => {
    const record = byText.get(path.normalize('NFC'));
    if (record === undefined) return NEW;
    respelt.add(record);
    return KNOWN;
  });
  return respelt;
};

/**
 * Finds files that are gone and files that are new.
 *
 * @param whole the last run that has read all of the archive
 */
export const findUnmatched = async (
  planner: Planner,
  files: FileList,
  whole: WholeImport
): Promise<Unmatched> => {
  const { records, archive, exists } = planner;
  // What was imported alone was meant to be, whatever was cut short.
  const isRival = ({ createdRun }: RecordedPath): boolean =>
    createdRun !== null && createdRun > whole.number && !whole.partly.has(createdRun);
  const marks = new Uint8Array(files.length).fill(NEW);
  const gone: RecordedPath[] = [];
  const deleted: RecordedPath[] = [];
  for await (const page of records.paths(archive)) {
    const away: RecordedPath[] = [];
    for (const record of page) {
      if (record.targetDocumentId === null) continue;
      const index = files.indexOf(record.path);
      if (index >= 0) marks[index] = isRival(record) ? RIVAL : KNOWN;
      else if (!exists(record.path)) away.push(record);
    }
    const living = await findLivingRecords(planner, away);
    for (const record of away) {
      if (!living.has(record)) {
        if (deleted.length < COMPARED) deleted.push(record);
      } else if (gone.length <= HELD) gone.push(record);
    }
    await nextTurn();
  }
  const all = [...gone, ...deleted];
  const respelt = all.length === 0 ? null : await takeOutRespelt(files, marks, all);
  const isAway = (record: RecordedPath): boolean => respelt?.has(record) !== true;
  return {
    gone: gone.filter(isAway).sort(byPath),
    deleted: deleted.filter(isAway).sort(byPath),
    marks,
    isTooMuch: gone.length > HELD,
  };
};

/** Takes records whose files are gone by name: of two of one name the first, as planning does. */
export const startTaking = (gone: readonly RecordedPath[]) => {
  const byName = new Map<string, RecordedPath[]>();
  for (const record of [...gone].sort(byPath)) {
    const name = fileName(record.path);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [record]);
    else list.push(record);
  }
  const taken = new Set<string>();
  return {
    /** Tells whether one of this name was left; it is not any more. */
    take(path: string): boolean {
      const record = byName.get(fileName(path))?.shift();
      if (record !== undefined) taken.add(record.key);
      return record !== undefined;
    },
    has: (path: string): boolean => byName.has(fileName(path)),
    isLeft: ({ key }: RecordedPath): boolean => !taken.has(key),
  };
};

/**
 * Marks the namesakes of files that are gone.
 *
 * @returns whether any new file is left when each of these has taken one
 */
export const markNamesakes = async (
  files: FileList,
  { gone, deleted, marks }: Unmatched
): Promise<boolean> => {
  const names = startTaking([...gone, ...deleted]);
  let hasOthers = false;
  await visitNew(files, marks, (path) => {
    if (!names.take(path)) hasOthers = true;
    return names.has(path) ? NAMESAKE : NEW;
  });
  return hasOthers;
};
