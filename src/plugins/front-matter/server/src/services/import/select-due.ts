import { isDue } from '../../core/plan/due';
import type { SeenFile } from '../reading/examine';
import type { ImportJob } from './prepare';

/** Of some files those that have to be read: all others are as they were. */
export interface Selected {
  readonly due: readonly SeenFile[];
  /** Keys of the files that the ledger knows. */
  readonly known: ReadonlySet<string>;
}

export type SelectDue = (files: readonly SeenFile[]) => Promise<Selected>;

const NONE: ReadonlySet<string> = new Set();

/** Takes all of them: for an archive that the ledger knows nothing of. */
export const selectAll: SelectDue = async (files) => ({ due: files, known: NONE });

/** Asks the ledger for each of them. */
export const selectDue =
  ({ planner, fingerprint, now }: ImportJob): SelectDue =>
  async (files) => {
    const known = await planner.records.known(files.map(({ key }) => key));
    const due = files.filter(({ key, checksum }) =>
      isDue(known.get(key), { checksum, fingerprint }, now)
    );
    return { due, known: new Set(known.keys()) };
  };
