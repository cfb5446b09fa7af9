import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ConfigurationError } from 'strapi-plugin-kit/config';
import type { Answer } from 'strapi-plugin-kit/admin';
import { personName, type Person } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { ArchiveError } from '../archive/archive';
import { conflictRecords } from '../ledger/records/find-conflicts';
import { messages } from '../messages';
import type { ArchiveRow } from '../page/archives/archives';
import { needArchive, needFiles, type ReadableArchive } from '../page/archives/find-archive';
import { listConflicts } from '../page/conflicts/list-conflicts';
import { settleRequest } from '../page/conflicts/settle-request';
import { showConflict } from '../page/conflicts/show-conflict';
import { beginTask } from '../page/starting/begin-task';
import { reasonOf } from '../page/task-options';
import { describeTask } from '../page/tasks/describe-task';
import type { Conflict, ConflictPage, SettleRequest } from '../panel/conflict-contract';
import type { Task } from '../panel/task-contract';
import { messageOf } from '../run/message-of';
import { UsageError } from '../run/usage-error';

type Context = Parameters<Core.ControllerHandler>[0];

/** The id of a row, as large as the databases' columns take. */
const rowId = z.coerce.number().int().min(0).max(2_147_483_647);

/** Whether an archive cannot be read for what is in its own files and options, which somebody can change. */
const isOfArchive = (error: unknown): boolean =>
  [ArchiveError, ConfigurationError, UsageError].some((kind) => error instanceof kind);

/** The conflicts of an archive: what it and an editor have changed. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const find = (ctx: Context): Promise<ArchiveRow> =>
    needArchive(strapi, String(ctx.params['key']));

  const findReady = async (ctx: Context): Promise<ReadableArchive> =>
    needFiles(strapi, await find(ctx));

  /** The files that are settled alone; null for all in conflict, with how many these are. */
  const filesOf = async (
    archive: ArchiveRow,
    decisions: SettleRequest
  ): Promise<{ readonly files: readonly string[] | null; readonly fileCount: number }> => {
    const { name } = archive;
    const ledger = conflictRecords(strapi, name);
    if ('files' in decisions) {
      const files = [...new Set(decisions.files.map(({ path }) => path))];
      // Who may settle conflicts need not be allowed to import anything else.
      if (await ledger.hasAll(files)) return { files, fileCount: files.length };
      throw messages.error(errors.NotFoundError, 'conflict.none');
    }
    const fileCount = await ledger.count();
    if (fileCount > 0) return { files: null, fileCount };
    throw messages.error(errors.ApplicationError, 'conflict.none-at-all', { name });
  };

  return {
    /** `GET /front-matter/archives/:key/conflicts?after=` */
    async list(ctx: Context): Promise<Answer<ConflictPage>> {
      const { name } = await find(ctx);
      const after = rowId.catch(0).parse(ctx.query['after'] ?? 0);
      return { data: await listConflicts(strapi, name, after) };
    },

    /** `GET /front-matter/archives/:key/conflicts/:id` */
    async find(ctx: Context): Promise<Answer<Conflict>> {
      const archive = await findReady(ctx);
      const id = rowId.safeParse(ctx.params['id']);
      let conflict: Conflict | null;
      try {
        conflict = id.success ? await showConflict(strapi, archive, id.data) : null;
      } catch (error) {
        if (!isOfArchive(error)) throw error;
        const values = { name: archive.name, reason: messageOf(error) };
        throw messages.error(errors.ApplicationError, 'archive.unreadable', values);
      }
      if (conflict === null) throw messages.error(errors.NotFoundError, 'conflict.none');
      return { data: conflict };
    },

    /** `POST /front-matter/archives/:key/settle` */
    async settle(ctx: Context): Promise<Answer<Task>> {
      const archive = await findReady(ctx);
      const sent = settleRequest.safeParse(ctx.request.body);
      if (!sent.success) {
        const reason = reasonOf(sent.error);
        throw messages.error(errors.ValidationError, 'options.wrong', { reason });
      }
      const decisions = sent.data;
      const task = await beginTask(strapi, {
        kind: 'import',
        archiveKey: archive.key,
        archiveName: archive.name,
        undoes: null,
        startedBy: personName(ctx.state['user'] as Person),
        options: archive.options,
        ...(await filesOf(archive, decisions)),
        decisions,
        total: null,
      });
      return { data: describeTask(task) };
    },
  };
};
