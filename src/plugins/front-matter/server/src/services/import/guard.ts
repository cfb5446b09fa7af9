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

/**
 * Refuses an archive that has the name of another: two archives must not overwrite each other.
 *
 * @throws AnotherArchiveError when fewer than half of the recorded paths are there
 */
export const guardArchive = async (
  records: Records,
  archive: string,
  exists: (path: string) => boolean
): Promise<void> => {
  let recorded = 0;
  let present = 0;
  for await (const page of records.paths(archive)) {
    recorded += page.length;
    present += page.filter(({ path }) => exists(path)).length;
  }
  if (present * 2 < recorded) throw new AnotherArchiveError(archive, present, recorded);
};
