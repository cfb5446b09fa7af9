import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { personName, type Person } from 'strapi-plugin-kit/texts';
import type { z } from 'zod';

import { corrections } from '../ledger/corrections';
import { messages } from '../messages';
import { needArchive, needFiles, withFiles } from '../page/archives/find-archive';
import {
  checksum,
  correctionRequest,
  MOST_TEXT,
  NUL,
  readingRequest,
  TOO_LONG,
} from '../page/desk/correction-requests';
import { listUnread } from '../page/desk/list-unread';
import { readDeskFile, readTyped } from '../page/desk/read-desk-file';
import { saveCorrection } from '../page/desk/save-correction';
import { filePath, position, reasonOf } from '../page/task-options';
import type { DeskFile, DeskReading, SavedCorrection, UnreadPage } from '../panel/desk-contract';

type Context = Parameters<Core.ControllerHandler>[0];

/** What is wrong with what was sent, in words. */
const refuse = (error: z.ZodError): Error => {
  const [first] = error.issues;
  if (first?.message === TOO_LONG)
    return messages.error(errors.ValidationError, 'correction.too-long', {
      most: MOST_TEXT / 1024,
    });
  if (first?.message === NUL) return messages.error(errors.ValidationError, 'correction.nul');
  return messages.error(errors.ValidationError, 'correction.wrong', { reason: reasonOf(error) });
};

const parse = <Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw refuse(parsed.error);
  return parsed.data;
};

/** Files of an archive that could not be read, and what people make of them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const archiveOf = (ctx: Context) => needArchive(strapi, String(ctx.params['key']));
  const filesOf = async (ctx: Context) => needFiles(strapi, await archiveOf(ctx));

  return {
    /** `GET /front-matter/archives/:key/desk?after=` */
    async list(ctx: Context): Promise<Answer<UnreadPage>> {
      // What cannot be read any more is listed as gone.
      const archive = await withFiles(strapi, await archiveOf(ctx));
      return { data: await listUnread(strapi, archive, position.parse(ctx.query['after'] ?? 0)) };
    },

    /** `GET /front-matter/archives/:key/desk/file?path=` */
    async file(ctx: Context): Promise<Answer<DeskFile>> {
      const archive = await filesOf(ctx);
      return { data: await readDeskFile(strapi, archive, parse(filePath, ctx.query['path'])) };
    },

    /** `POST /front-matter/archives/:key/desk/reading` */
    async reading(ctx: Context): Promise<Answer<DeskReading>> {
      const archive = await filesOf(ctx);
      const { path, text } = parse(readingRequest, ctx.request.body);
      return { data: await readTyped(strapi, archive, path, text) };
    },

    /** `PUT /front-matter/archives/:key/desk/correction` */
    async save(ctx: Context): Promise<Answer<SavedCorrection>> {
      const archive = await filesOf(ctx);
      const request = parse(correctionRequest, ctx.request.body);
      const by = personName(ctx.state['user'] as Person);
      return { data: await saveCorrection(strapi, archive, request, by) };
    },

    /** `DELETE /front-matter/archives/:key/desk/correction?checksum=` */
    async withdraw(ctx: Context): Promise<Answer<null>> {
      const archive = await archiveOf(ctx);
      const corrected = parse(checksum, ctx.query['checksum']);
      if (await corrections(strapi).withdraw(archive.name, corrected)) return { data: null };
      throw messages.error(errors.NotFoundError, 'correction.none');
    },
  };
};
