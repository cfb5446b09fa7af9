import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { personName, type Person } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { messages } from '../messages';
import { needArchive, needFiles } from '../page/archives/find-archive';
import { rightsOf } from '../page/rights';
import { storageOf } from '../page/storage';
import { beginTask } from '../page/starting/begin-task';
import { undoneBy } from '../page/runs/undone-by';
import { importRequest, position, reasonOf } from '../page/task-options';
import { describeTask, isActive } from '../page/tasks/describe-task';
import { readIssues, writeReport } from '../page/tasks/issue-pages';
import { issuesFile } from '../page/tasks/issues-file';
import { tasksOf, type TaskRow } from '../page/tasks/tasks';
import type { IssuePage, Task } from '../panel/task-contract';

type Context = Parameters<Core.ControllerHandler>[0];

const filterText = z.string().min(1).max(1024).nullable().catch(null);

/** What the page has done, and what it has to say. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const find = async (ctx: Context): Promise<TaskRow> => {
    const task = await tasksOf(strapi).find(String(ctx.params['key']));
    if (task === null) throw messages.error(errors.NotFoundError, 'task.none');
    return task;
  };

  const start = async (
    ctx: Context,
    kind: 'preview' | 'import',
    files: TaskRow['files']
  ): Promise<Answer<Task>> => {
    const archive = await needFiles(strapi, await needArchive(strapi, String(ctx.params['key'])));
    const task = await beginTask(strapi, {
      kind,
      archiveKey: archive.key,
      archiveName: archive.name,
      undoes: null,
      startedBy: personName(ctx.state['user'] as Person),
      options: archive.options,
      files,
      total: null,
    });
    return { data: describeTask(task) };
  };

  return {
    /** `POST /front-matter/archives/:key/preview` */
    preview: (ctx: Context): Promise<Answer<Task>> => start(ctx, 'preview', null),

    /** `POST /front-matter/archives/:key/import` */
    async import(ctx: Context): Promise<Answer<Task>> {
      const sent = importRequest.safeParse(ctx.request.body ?? {});
      if (sent.success) return start(ctx, 'import', sent.data.files);
      const reason = reasonOf(sent.error);
      throw messages.error(errors.ValidationError, 'options.wrong', { reason });
    },

    /** `GET /front-matter/tasks/:key` */
    async find(ctx: Context): Promise<Answer<Task>> {
      const task = await find(ctx);
      const undone = isActive(task) ? null : await undoneBy(strapi, task.run);
      return { data: { ...describeTask(task), undoneBy: undone } };
    },

    /** `POST /front-matter/tasks/:key/cancel` */
    async cancel(ctx: Context): Promise<Answer<Task>> {
      const { key, kind, settles } = await find(ctx);
      const may = rightsOf(ctx.state['userAbility']);
      const isAllowed = kind === 'rollback' ? may.rollback : may.import || (settles && may.mend);
      if (!isAllowed) throw new errors.ForbiddenError();
      await tasksOf(strapi).cancel(key);
      return { data: describeTask(await find(ctx)) };
    },

    /** `GET /front-matter/tasks/:key/issues?code=&severity=&path=&after=` */
    async issues(ctx: Context): Promise<Answer<IssuePage>> {
      const task = await find(ctx);
      const { query } = ctx;
      const filter = {
        code: filterText.parse(query['code'] ?? null),
        severity: filterText.parse(query['severity'] ?? null),
        path: filterText.parse(query['path'] ?? null),
      };
      const file = issuesFile(storageOf(strapi).task(task.key));
      const after = position.parse(query['after'] ?? 0);
      return { data: await readIssues(file, filter, after, !isActive(task)) };
    },

    /** `GET /front-matter/tasks/:key/report?format=json|csv` */
    async report(ctx: Context): Promise<void> {
      const task = await find(ctx);
      const format = ctx.query['format'] === 'csv' ? 'csv' : 'json';
      const { kind, archiveName, run, startedBy, startedAt, finishedAt, counts, state } = task;
      const told = { kind, archive: archiveName, run, startedBy, startedAt, finishedAt, state };
      const file = issuesFile(storageOf(strapi).task(task.key));
      ctx.attachment(`${kind}-${run ?? task.key}.${format}`);
      const report = Readable.from(writeReport(file, format, { ...told, ...counts }));
      // Half a report must not look like a whole one.
      report.on('error', (error) => ctx.res.destroy(error));
      ctx.body = report;
    },
  };
};
