import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { languageOf, personName, type Person } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { messages } from '../messages';
import { parseArchivesSettings, parseSettings } from '../config/parse-settings';
import { addFolder } from '../page/archives/add-folder';
import { addUpload } from '../page/archives/uploads/add-upload';
import { type ArchiveRow, archivesOf } from '../page/archives/archives';
import { assertIdle } from '../page/archives/assert-idle';
import {
  type Asker,
  describeArchive,
  listArchive,
  listArchives,
} from '../page/archives/describe-archive';
import { asItIs, needArchive, needFiles } from '../page/archives/find-archive';
import { hasFolders, listFolders } from '../page/archives/folders';
import { readArchiveFile } from '../page/archives/read-archive-file';
import { removeArchive } from '../page/archives/remove-archive';
import { rightsOf } from '../page/rights';
import { findRunning } from '../page/runs/list-runs';
import { archiveName, reasonOf, taskOptions } from '../page/task-options';
import type {
  ArchiveDetail,
  ArchiveFile,
  FolderList,
  FolderRequest,
  ListedArchive,
  Overview,
} from '../panel/contract';

type Context = Parameters<Core.ControllerHandler>[0];

const folderRequest = z.strictObject({
  folder: z.string().min(1).max(4096),
  name: z.string().trim().min(1).max(255).nullable(),
}) satisfies z.ZodType<FolderRequest>;

const change = z.strictObject({ name: archiveName.optional(), options: taskOptions.optional() });

/** Seconds after which an upload may be tried again. */
const RETRY_AFTER = '30';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The archives that the page knows. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const asker = (ctx: Context): string => personName(ctx.state['user'] as Person);

  const find = (ctx: Context): Promise<ArchiveRow> =>
    needArchive(strapi, String(ctx.params['key']));

  const reader = (ctx: Context): Asker => ({ strapi, language: languageOf(strapi, ctx) });

  const listed = async (ctx: Context, row: ArchiveRow): Promise<Answer<ListedArchive>> => ({
    data: await listArchive(reader(ctx), row),
  });

  const detail = async (ctx: Context, row: ArchiveRow): Promise<Answer<ArchiveDetail>> => ({
    data: await describeArchive(reader(ctx), row),
  });

  /** Answers an upload that comes while others fill the room there is; it is read to its end all the same. */
  const refuseCrowd = (ctx: Context, source: Readable): undefined => {
    source.resume();
    const config = strapi.config.get('plugin::front-matter');
    const most = parseArchivesSettings(config).upload.atOnce;
    const message = messages.in(languageOf(strapi, ctx), 'upload.crowded', { most });
    ctx.status = 503;
    ctx.set('Retry-After', RETRY_AFTER);
    ctx.body = {
      data: null,
      error: { status: 503, name: 'ServiceUnavailableError', message, details: {} },
    };
  };

  return {
    /** `GET /front-matter/archives` */
    async overview(ctx: Context): Promise<Answer<Overview>> {
      const config = strapi.config.get('plugin::front-matter');
      const rows = await archivesOf(strapi).list();
      const current = await Promise.all(rows.map((row) => asItIs(strapi, row)));
      return {
        data: {
          archives: await listArchives(reader(ctx), current),
          running: await findRunning(strapi),
          contentType: parseSettings(config).contentType,
          may: rightsOf(ctx.state['userAbility']),
          hasFolders: hasFolders(strapi),
          maxUpload: parseArchivesSettings(config).upload.size,
        },
      };
    },

    /** `POST /front-matter/archives/upload?file=[&archive=]`: the body is the file itself. */
    async upload(ctx: Context): Promise<Answer<ListedArchive> | undefined> {
      const file = textOf(ctx.query['file']);
      const key = textOf(ctx.query['archive']);
      const replaced = key === '' ? null : await needArchive(strapi, key);
      const source = ctx.req as Readable;
      const added = await addUpload(strapi, { source, file, replaced, by: asker(ctx) });
      return added === null ? refuseCrowd(ctx, source) : listed(ctx, added);
    },

    /** `POST /front-matter/archives` */
    async pick(ctx: Context): Promise<Answer<ListedArchive>> {
      const sent = folderRequest.safeParse(ctx.request.body);
      if (!sent.success)
        throw messages.error(errors.ValidationError, 'folder.none', { folder: '' });
      return listed(ctx, await addFolder(strapi, sent.data, asker(ctx)));
    },

    /** `GET /front-matter/archives/:key` */
    async find(ctx: Context): Promise<Answer<ArchiveDetail>> {
      return detail(ctx, await find(ctx));
    },

    /** `PUT /front-matter/archives/:key` */
    async update(ctx: Context): Promise<Answer<ArchiveDetail>> {
      const archive = await find(ctx);
      const sent = change.safeParse(ctx.request.body);
      if (!sent.success) {
        const reason = reasonOf(sent.error);
        throw messages.error(errors.ValidationError, 'options.wrong', { reason });
      }
      await assertIdle(strapi, archive);
      const { name = archive.name, options = archive.options } = sent.data;
      await archivesOf(strapi).change(archive.key, { name, options });
      return detail(ctx, await find(ctx));
    },

    /** `DELETE /front-matter/archives/:key` */
    async remove(ctx: Context): Promise<Answer<null>> {
      await removeArchive(strapi, await find(ctx));
      return { data: null };
    },

    /** `GET /front-matter/archives/:key/file?path=` */
    async file(ctx: Context): Promise<Answer<ArchiveFile>> {
      const { root } = await needFiles(strapi, await find(ctx));
      const path = textOf(ctx.query['path']);
      const file = await readArchiveFile(root, path);
      if (file === null) throw messages.error(errors.NotFoundError, 'file.none', { path });
      return { data: file };
    },

    /** `GET /front-matter/folders?path=` */
    async folders(ctx: Context): Promise<Answer<FolderList>> {
      const folder = textOf(ctx.query['path']);
      const list = await listFolders(strapi, folder);
      if (list === null) throw messages.error(errors.NotFoundError, 'folder.none', { folder });
      return { data: list };
    },
  };
};
