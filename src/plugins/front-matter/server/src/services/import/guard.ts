import type { Records } from '../../ledger/records';
import { UsageError } from './usage-error';

/** An archive of this name is known, and most of its files are not here. */
export class AnotherArchiveError extends UsageError {
  constructor(archive: string, present: number, recorded: number) {
    super(
      `An archive called "${archive}" was imported before, and ${present} of its ${recorded} files are here. ` +
        `If this is the same archive, say so with "--archive ${archive}"; if it is another, give it a name of its own with "--archive NAME".`
    );
    this.name = 'AnotherArchiveError';
  }
}

/** How many files the ledger knows of an archive, and how many of those are there. */
export interface Presence {
  readonly recorded: number;
  readonly present: number;
}

/** Looks for every recorded file of an archive. */
export const lookForFiles = async (
  records: Records,
  archive: string,
  exists: (path: string) => boolean
): Promise<Presence> => {
  let recorded = 0;
  let present = 0;
  for await (const page of records.paths(archive)) {
    recorded += page.length;
    present += page.filter(({ path }) => exists(path)).length;
  }
  return { recorded, present };
};

/**
 * Refuses an archive that has the name of another: two archives must not overwrite each other.
 *
 * @throws AnotherArchiveError when fewer than half of the recorded files are there
 */
export const guardArchive = (archive: string, { recorded, present }: Presence): void => {
  if (present * 2 < recorded) throw new AnotherArchiveError(archive, present, recorded);
};
