import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { personName, type Person } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { loadRollbacks } from '../ledger/rollbacks';
import { runs, type Run } from '../ledger/runs';
import { messages } from '../messages';
import { pageRuns } from '../page/runs/list-runs';
import { foreseeUndoing } from '../page/runs/undoing';
import { DEFAULT_OPTIONS } from '../page/task-options';
import { beginTask } from '../page/starting/begin-task';
import { describeTask } from '../page/tasks/describe-task';
import type { RunPage, Undoing } from '../panel/run-contract';
import type { Task } from '../panel/task-contract';

type Context = Parameters<Core.ControllerHandler>[0];

/** As large as the databases' columns take. */
const runNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** The history of runs. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const find = async (ctx: Context): Promise<Run> => {
    const asked = runNumber.safeParse(ctx.params['number']);
    const run = asked.success ? await runs(strapi).find(asked.data) : null;
    if (run !== null) return run;
    const number = String(ctx.params['number']);
    throw messages.error(errors.NotFoundError, 'run.none', { run: number });
  };

  return {
    /** `GET /front-matter/runs?before=` */
    async list(ctx: Context): Promise<Answer<RunPage>> {
      const before = runNumber
        .nullable()
        .catch(null)
        .parse(ctx.query['before'] ?? null);
      return { data: await pageRuns(strapi, before) };
    },

    /** `GET /front-matter/runs/:number/undoing` */
    async undoing(ctx: Context): Promise<Answer<Undoing>> {
      return { data: await foreseeUndoing(strapi, await find(ctx)) };
    },

    /** `POST /front-matter/runs/:number/rollback` */
    async rollBack(ctx: Context): Promise<Answer<Task>> {
      const run = await find(ctx);
      const by = (await loadRollbacks(strapi)).rollbackOf(run.number);
      if (by !== null) {
        const values = { run: run.number, by: by.number };
        throw messages.error(errors.ApplicationError, 'run.undone', values);
      }
      const { made, changed, removed } = await foreseeUndoing(strapi, run);
      const task = await beginTask(strapi, {
        kind: 'rollback',
        archiveKey: null,
        archiveName: run.archive,
        undoes: run.number,
        startedBy: personName(ctx.state['user'] as Person),
        options: DEFAULT_OPTIONS,
        files: null,
        total: made + changed + removed,
      });
      return { data: describeTask(task) };
    },
  };
};
