import { issueOf } from '../../core/issue';
import { NO_RENAMES, type Renames } from '../../core/plan/decide-renames';
import { runs } from '../../ledger/runs';
import { byLocale } from '../../site/in-locale';
import type { ImportJob } from '../job/import-job';
import { startComparison } from './compare-files';
import {
  COMPARED,
  findUnmatched,
  KNOWN,
  markNamesakes,
  NAMESAKE,
  NEW,
  RIVAL,
  startTaking,
  type Unmatched,
} from './find-gone';
import { loadGone } from './load-gone';
import { readMarked } from './read-marked';

const UNCHECKED = issueOf('RENAMES_UNCHECKED', {
  message:
    'So many files of this archive are gone, or so many new ones are like them, that they were not compared: ' +
    'a file that was renamed and edited since the last import is a new post here, and the old one is kept.',
});

/** What was found in each locale: a file is of one. */
const joinRenames = (found: readonly Renames[]): Renames => ({
  moves: new Map(found.flatMap(({ moves }) => [...moves])),
  doubts: new Map(found.flatMap(({ doubts }) => [...doubts])),
});

/** Whether any file that is to be imported is new; then all that are new are compared, whichever are meant. */
const isAnyNew = (marks: Uint8Array, only: Uint8Array | null): boolean =>
  only === null || marks.some((mark, index) => mark === NEW && only[index] === 1);

/** Reads the namesakes of files that are gone: only what is fit to be a post takes one. */
const takeNamesakes = async (
  job: ImportJob,
  { gone, deleted, marks, isTooMuch }: Unmatched,
  heartbeat: () => Promise<void>
): Promise<Unmatched> => {
  const names = startTaking([...gone, ...deleted]);
  const { files } = job.options.archive;
  if (marks.includes(NAMESAKE)) {
    await readMarked(job, marks, [NAMESAKE], async (fitted) => {
      for (const { path, status } of fitted) {
        const isTaken = status !== 'ready' || names.take(path);
        marks[files.indexOf(path)] = isTaken ? KNOWN : NEW;
      }
      await heartbeat();
      return true;
    });
  }
  return {
    gone: gone.filter(names.isLeft),
    deleted: deleted.filter(names.isLeft),
    marks,
    isTooMuch,
  };
};

/**
 * Looks, before anything is planned, for files that were renamed and edited since they were
 * imported: new ones whose name or title and whose body are like those of one that is gone. All
 * new files are read for that, so that no batch's end and no order decides; where nothing is gone,
 * or all that is new has moved under its name, none is.
 *
 * @param heartbeat shows that the run is alive
 */
export const findRenamed = async (
  job: ImportJob,
  heartbeat: () => Promise<void>
): Promise<Renames> => {
  const { planner, options } = job;
  const { present, recorded } = planner.presence;
  if (present === recorded) return NO_RENAMES;
  const { files } = options.archive;
  const whole = await runs(planner.strapi).lastWhole(job.archive);
  const found = await findUnmatched(planner, files, whole);
  if (found.gone.length + found.deleted.length === 0) return NO_RENAMES;
  if (!isAnyNew(found.marks, job.reading.only)) return NO_RENAMES;
  if (!(await markNamesakes(files, found))) return NO_RENAMES;
  const giveUp = (): Renames => {
    options.onIssue({ path: '', ...UNCHECKED });
    return NO_RENAMES;
  };
  if (found.isTooMuch) return giveUp();
  const { gone, deleted, marks } = await takeNamesakes(job, found, heartbeat);
  if (gone.length + deleted.length === 0 || !marks.includes(NEW)) return NO_RENAMES;
  if (gone.length > COMPARED) return giveUp();
  const loaded = await loadGone(job, [...gone, ...deleted]);
  const isRival = (path: string): boolean => marks[files.indexOf(path)] === RIVAL;
  const comparisons = byLocale(planner.target, loaded, ({ targetLocale }) => targetLocale).map(
    ([target, own]) => startComparison(job, target, own, isRival)
  );
  const isTooMuch = (): boolean => comparisons.some((each) => each.isTooMuch());
  await readMarked(job, marks, [NEW, RIVAL], async (fitted) => {
    for (const comparison of comparisons) await comparison.add(fitted);
    await heartbeat();
    return !isTooMuch();
  });
  return isTooMuch() ? giveUp() : joinRenames(comparisons.map((each) => each.decide()));
};
