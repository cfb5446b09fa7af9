import type { Core } from '@strapi/strapi';

import type { Settings } from '../../config/settings';
import { changes } from '../../ledger/changes';
import { records } from '../../ledger/records';
import { runs, type Run, type RunStatus } from '../../ledger/runs';
import { leaveRoom } from '../../write/leave-room';
import { resolveTarget } from '../../write/target';
import { watchWriters } from '../../write/watch-writers';
import { announce, messageOf } from '../import/close-run';
import { explainFailure } from '../import/explain-failure';
import { resolveLocale } from '../import/locale';
import { UsageError } from '../import/usage-error';
import type { RollbackJob } from './job';
import {
  NO_ROLLBACK,
  type RollbackCounts,
  type RollbackOptions,
  type RollbackReport,
} from './report';
import { undoChanges } from './undo-changes';
import { undoCreations } from './undo-creations';
import { undoTerms } from './undo-terms';

/** Above every row's id: what a database's integer holds. */
const MAX_ID = 2_147_483_647;

const localeOf = (run: Run): string | null => {
  const { locale } = run.options;
  return typeof locale === 'string' ? locale : null;
};

/** Keys that the archive itself gave attributes, so that these are undone too. */
const mappingOf = (run: Run): Readonly<Record<string, string>> => {
  const { mapping } = run.options;
  return typeof mapping === 'object' && mapping !== null ? { ...mapping } : {};
};

const prepare = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: RollbackOptions
): Promise<RollbackJob> => {
  const ledger = { records: records(strapi), changes: changes(strapi), runs: runs(strapi) };
  const undone = await ledger.runs.find(options.run);
  if (undone === null) throw new UsageError(`There is no run ${options.run}. "runs" lists them.`);
  const locale = localeOf(undone);
  const target = resolveTarget(
    strapi,
    settings,
    await resolveLocale(strapi, locale),
    mappingOf(undone)
  );
  const { contentType = target.uid } = undone.options;
  if (contentType !== target.uid) {
    throw new UsageError(
      `Run ${undone.id} wrote ${String(contentType)}, and config/plugins names ${target.uid} now. Name the former there to undo the run.`
    );
  }
  const run = await ledger.runs.start({
    kind: 'rollback',
    archive: undone.archive,
    options: { undone: undone.id, contentType, locale, mapping: mappingOf(undone) },
  });
  return {
    strapi,
    target,
    ...ledger,
    options,
    run: run.id,
    undone: undone.id,
    orders: new Map(),
    othersWrite: await watchWriters(strapi),
    leaveRoom: leaveRoom(strapi),
  };
};

const undoAll = async (
  job: RollbackJob,
  progress: (counts: RollbackCounts) => void
): Promise<void> => {
  const { signal } = job.options;
  let counts = NO_ROLLBACK;
  while (!signal.aborted) {
    const next = await undoChanges(job, counts);
    if (next === null) break;
    progress((counts = next));
  }
  for (let above = 0; !signal.aborted;) {
    const next = await undoCreations(job, counts, above);
    if (next === null) break;
    progress((counts = next.counts));
    above = next.last;
  }
  for (const terms of job.target.terms) {
    for (let below: number | null = MAX_ID; below !== null && !signal.aborted;) {
      below = await undoTerms(job, counts, terms, below);
    }
  }
};

/**
 * Undoes a run: what it made and nobody has touched since goes, what it changed gets its earlier
 * values back, what it removed is made again. What somebody has changed since is left and told.
 * The rollback is a run itself and can be undone. Killed, it is gone on with by the same call.
 *
 * @throws UsageError for a run that is not there
 * @throws BusyError while another run is at work
 */
export const rollbackRun = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: RollbackOptions
): Promise<RollbackReport> => {
  const job = await prepare(strapi, settings, options);
  let counts = NO_ROLLBACK;
  const tell = (status: RunStatus): Promise<void> =>
    announce(strapi, {
      run: job.run,
      kind: 'rollback',
      status,
      contentType: job.target.uid,
      counts,
    });
  try {
    await undoAll(job, (next) => {
      counts = next;
    });
  } catch (cause) {
    const error = explainFailure(cause);
    // A database that is gone must not hide what came first: the next run finds a dead one.
    await job.runs
      .finish(job.run, { status: 'failed', counts, message: messageOf(error) })
      .catch(() => undefined);
    await tell('failed');
    throw error;
  }
  const status = options.signal.aborted ? 'cancelled' : 'finished';
  await job.runs.finish(job.run, { status, counts, message: null });
  await tell(status);
  return { run: job.run, undone: job.undone, ...counts };
};
