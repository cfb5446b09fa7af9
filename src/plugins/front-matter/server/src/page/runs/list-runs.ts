import type { Core } from '@strapi/strapi';

import { loadRollbacks } from '../../ledger/rollbacks';
import { FILES, runs, type Run } from '../../ledger/runs';
import type { RunningNow } from '../../panel/contract';
import type { ListedRun, RunPage } from '../../panel/run-contract';
import { isDead } from '../../run/heartbeat/is-dead';
import { tasksOf } from '../tasks/tasks';

/** Runs of one page. */
const PAGE = 25;

const undid = ({ kind, options }: Run): number | null =>
  kind === 'rollback' ? Number(options['undone']) : null;

const filesOf = ({ options }: Run): number | null =>
  FILES in options ? Number(options[FILES]) : null;

/**
 * A page of the history, the newest first.
 *
 * @param before the number that the page begins below; null for the newest
 */
export const pageRuns = async (strapi: Core.Strapi, before: number | null): Promise<RunPage> => {
  const rows = await runs(strapi).list(PAGE + 1, before);
  const shown = rows.slice(0, PAGE);
  const rollbacks = await loadRollbacks(strapi);
  const tasks = await tasksOf(strapi).ofRuns(shown.map(({ number }) => number));
  return {
    runs: shown.map((run): ListedRun => ({
      number: run.number,
      kind: run.kind,
      archive: run.archive,
      state: run.status === 'running' && isDead(run) ? 'interrupted' : run.status,
      startedBy: run.startedBy,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      counts: run.counts ?? {},
      message: run.message,
      fileCount: filesOf(run),
      undid: undid(run),
      undoneBy: rollbacks.rollbackOf(run.number)?.number ?? null,
      task: tasks.get(run.number) ?? null,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  };
};

/** The run that is at work, whoever has started it; null for none. */
export const findRunning = async (strapi: Core.Strapi): Promise<RunningNow | null> => {
  const run = await runs(strapi).lockHolder();
  if (run === null || isDead(run)) return null;
  const task = (await tasksOf(strapi).ofRuns([run.number])).get(run.number) ?? null;
  const { kind, archive, startedBy, startedAt } = run;
  return { run: run.number, kind, archive, startedBy, startedAt, task };
};
