import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { personName, type Person } from 'strapi-plugin-kit/texts';
import { z } from 'zod';

import { messages } from '../messages';
import { parseArchivesSettings, parseSettings } from '../config/parse-settings';
import { addFolder } from '../page/archives/add-folder';
import { addUpload } from '../page/archives/add-upload';
import { type ArchiveRow, archivesOf } from '../page/archives/archives';
import { describeArchive, listArchive, listArchives } from '../page/archives/describe-archive';
import { asItIs, findArchive } from '../page/archives/find-archive';
import { hasFolders, listFolders } from '../page/archives/folders';
import { readArchiveFile } from '../page/archives/read-archive-file';
import { removeArchive } from '../page/archives/remove-archive';
import { rightsOf } from '../page/rights';
import { findRunning } from '../page/runs/list-runs';
import { archiveName, taskOptions } from '../page/task-options';
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

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a mistake of options is, in words. */
const reasonOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  return first === undefined ? '' : `${first.path.join('.')}: ${first.message}`;
};

/** The archives that the page knows. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const asker = (ctx: Context): string => personName(ctx.state['user'] as Person);

  const find = async (ctx: Context): Promise<ArchiveRow> => {
    const archive = await findArchive(strapi, String(ctx.params['key']));
    if (archive === null) throw messages.error(errors.NotFoundError, 'archive.none');
    return archive;
  };

  const listed = async (row: ArchiveRow): Promise<Answer<ListedArchive>> => ({
    data: await listArchive(strapi, row),
  });

  const detail = async (row: ArchiveRow): Promise<Answer<ArchiveDetail>> => ({
    data: await describeArchive(strapi, row),
  });

  return {
    /** `GET /front-matter/archives` */
    async overview(ctx: Context): Promise<Answer<Overview>> {
      const config = strapi.config.get('plugin::front-matter');
      const rows = await archivesOf(strapi).list();
      const current = await Promise.all(rows.map((row) => asItIs(strapi, row)));
      return {
        data: {
          archives: await listArchives(strapi, current),
          running: await findRunning(strapi),
          contentType: parseSettings(config).contentType,
          may: rightsOf(ctx.state['userAbility']),
          hasFolders: hasFolders(strapi),
          maxUpload: parseArchivesSettings(config).upload.size,
        },
      };
    },

    /** `POST /front-matter/archives/upload?file=[&archive=]`: the body is the file itself. */
    async upload(ctx: Context): Promise<Answer<ListedArchive>> {
      const file = textOf(ctx.query['file']);
      const key = textOf(ctx.query['archive']);
      const replaced = key === '' ? null : await findArchive(strapi, key);
      if (key !== '' && replaced === null)
        throw messages.error(errors.NotFoundError, 'archive.none');
      const source = ctx.req as Readable;
      return listed(await addUpload(strapi, { source, file, replaced, by: asker(ctx) }));
    },

    /** `POST /front-matter/archives` */
    async pick(ctx: Context): Promise<Answer<ListedArchive>> {
      const sent = folderRequest.safeParse(ctx.request.body);
      if (!sent.success)
        throw messages.error(errors.ValidationError, 'folder.none', { folder: '' });
      return listed(await addFolder(strapi, sent.data, asker(ctx)));
    },

    /** `GET /front-matter/archives/:key` */
    async find(ctx: Context): Promise<Answer<ArchiveDetail>> {
      return detail(await find(ctx));
    },

    /** `PUT /front-matter/archives/:key` */
    async update(ctx: Context): Promise<Answer<ArchiveDetail>> {
      const archive = await find(ctx);
      const sent = change.safeParse(ctx.request.body);
      if (!sent.success) {
        const reason = reasonOf(sent.error);
        throw messages.error(errors.ValidationError, 'options.wrong', { reason });
      }
      const { name = archive.name, options = archive.options } = sent.data;
      await archivesOf(strapi).change(archive.key, { name, options });
      return detail(await find(ctx));
    },

    /** `DELETE /front-matter/archives/:key` */
    async remove(ctx: Context): Promise<Answer<null>> {
      await removeArchive(strapi, await find(ctx));
      return { data: null };
    },

    /** `GET /front-matter/archives/:key/file?path=` */
    async file(ctx: Context): Promise<Answer<ArchiveFile>> {
      const { root } = await find(ctx);
      const path = textOf(ctx.query['path']);
      const file = root === null ? null : await readArchiveFile(root, path);
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
