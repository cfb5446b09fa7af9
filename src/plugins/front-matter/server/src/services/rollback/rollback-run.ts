import type { Core } from '@strapi/strapi';
import { boundHeap } from 'strapi-plugin-kit/cli';
import { engineOf } from 'strapi-plugin-kit/database';

import type { Settings } from '../../config/settings';
import { changes } from '../../ledger/changes';
import { records } from '../../ledger/records';
import { loadRollbacks, type Rollbacks } from '../../ledger/rollbacks';
import { runs, type Run, type RunStatus } from '../../ledger/runs';
import { ledgerTerms } from '../../ledger/terms';
import { resolveTarget } from '../../write/target';
import { announce, messageOf } from '../import/close-run';
import { explainFailure } from '../import/explain-failure';
import { resolveLocale } from '../import/locale';
import { UsageError } from '../import/usage-error';
import type { RollbackJob } from './job';
import { NO_ROLLBACK, type RollbackOptions, type RollbackReport } from './report';
import { undoAll } from './undo-all';

const localeOf = (run: Run): string | null => {
  const { locale } = run.options;
  return typeof locale === 'string' ? locale : null;
};

/** Keys that the archive itself gave attributes, so that these are undone too. */
const mappingOf = (run: Run): Readonly<Record<string, string>> => {
  const { mapping } = run.options;
  return typeof mapping === 'object' && mapping !== null ? { ...mapping } : {};
};

/** When a run was at work. One that was cut short may have gone on for a while after it last said so. */
const timeOf = ({ startedAt, finishedAt, status }: Run): RollbackJob['since'] => ({
  from: Date.parse(startedAt),
  to: status === 'finished' && finishedAt !== null ? Date.parse(finishedAt) : Infinity,
});

const prepare = async (
  strapi: Core.Strapi,
  settings: Settings,
  options: RollbackOptions,
  undone: Run,
  rollbacks: Rollbacks
): Promise<RollbackJob> => {
  const ledger = {
    records: records(strapi),
    changes: changes(strapi),
    terms: ledgerTerms(strapi),
    runs: runs(strapi),
  };
  const locale = localeOf(undone);
  const asked = await resolveLocale(strapi, locale);
  const { locales } = undone.options;
  const unnamed = locales === undefined ? asked : await resolveLocale(strapi, null);
  const target = resolveTarget(strapi, settings, asked, mappingOf(undone), unnamed);
  const { contentType = target.uid } = undone.options;
  if (contentType !== target.uid) {
    throw new UsageError(
      `Run ${undone.number} wrote ${String(contentType)}, and config/plugins names ${target.uid} now. Name the former there to undo the run.`
    );
  }
  const root = rollbacks.rootOf(undone.number);
  const counts = root !== undone.number && rollbacks.standsWithout(root, undone.number);
  const first = root === undone.number ? undone : await ledger.runs.find(root);
  const run = await ledger.runs.start({
    kind: 'rollback',
    archive: undone.archive,
    options: {
      undone: undone.number,
      contentType,
      locale,
      mapping: mappingOf(undone),
      ...(locales === undefined ? {} : { locales }),
    },
  });
  return {
    strapi,
    target,
    ...ledger,
    rollbacks,
    options,
    run: run.number,
    undone: undone.number,
    root,
    direction: counts ? 'redo' : 'undo',
    since: first === null ? null : timeOf(first),
    orders: new Map(),
    othersWrite: await engineOf(strapi.db).watchWriters(strapi.db),
    leaveRoom: engineOf(strapi.db).leaveRoom(),
  };
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
  const undone = await runs(strapi).find(options.run);
  if (undone === null) throw new UsageError(`There is no run ${options.run}. "runs" lists them.`);
  const rollbacks = await loadRollbacks(strapi);
  const by = rollbacks.undoing(undone.number);
  if (by !== null) {
    const { number, finishedAt } = by;
    return { run: number, undone: undone.number, undoneAt: finishedAt, ...NO_ROLLBACK };
  }
  const job = await prepare(strapi, settings, options, undone, rollbacks);
  let counts = NO_ROLLBACK;
  const tell = (status: RunStatus): Promise<void> =>
    announce(strapi, {
      run: job.run,
      kind: 'rollback',
      status,
      contentType: job.target.uid,
      counts,
    });
  const letGrow = boundHeap();
  try {
    await undoAll(job, counts, (next) => {
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
  } finally {
    letGrow();
  }
  const status = options.signal.aborted ? 'cancelled' : 'finished';
  await job.runs.finish(job.run, { status, counts, message: null });
  await tell(status);
  return { run: job.run, undone: job.undone, undoneAt: null, ...counts };
};
