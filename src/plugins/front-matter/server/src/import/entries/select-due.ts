import { isDue } from '../../core/plan/is-due';
import type { FoundFile } from '../../reading/found-file';
import type { ImportJob } from '../job/import-job';

/** Of some files those that have to be read: all others are as they were. */
interface Selected {
  /** How many of the files are meant at all. */
  readonly found: number;
  readonly due: readonly FoundFile[];
  /** Keys of the files that the ledger knows. */
  readonly known: ReadonlySet<string>;
}

export type SelectDue = (files: readonly FoundFile[]) => Promise<Selected>;

const NONE: ReadonlySet<string> = new Set();

/** Takes all of them: for an archive that the ledger knows nothing of. */
const selectAll: SelectDue = async (files) => ({
  found: files.length,
  due: files,
  known: NONE,
});

/** Asks the ledger for each of them. */
const selectDue =
  ({ planner, fingerprint, now, options }: ImportJob): SelectDue =>
  async (files) => {
    const known = await planner.records.known(files.map(({ key }) => key));
    const due = files.filter(({ key, checksum }) =>
      isDue(
        known.get(key),
        { checksum, fingerprint: fingerprint(checksum) },
        now,
        options.scheduleFuture
      )
    );
    return { found: files.length, due, known: new Set(known.keys()) };
  };

/** Takes those of a selection that the ledger knows, or that it does not know. */
const part =
  (select: SelectDue, isKnown: boolean): SelectDue =>
  async (files) => {
    const { due, known } = await select(files);
    return {
      found: isKnown ? known.size : files.length - known.size,
      due: due.filter(({ key }) => known.has(key) === isKnown),
      known,
    };
  };

/**
 * The selections that an archive is gone through with, one after the other. Where documents are
 * there of which nobody knows yet what they share with their translations, these come first: a new
 * translation may stand before them.
 */
export const selections = (job: ImportJob): readonly SelectDue[] => {
  const { presence, isTranslated } = job.planner;
  // Nobody asks a ledger that knows nothing of the archive.
  if (job.writer !== null && presence.recorded === 0) return [selectAll];
  const select = selectDue(job);
  return isTranslated && presence.untold ? [part(select, true), part(select, false)] : [select];
};
