import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';

import { messages } from '../messages';
import type { ArchiveRow } from '../page/archives/archives';
import { needArchive, withFiles } from '../page/archives/find-archive';
import { describeKeys } from '../page/mapping/describe-keys';
import { mappingInForce } from '../page/mapping/mapping-in-force';
import { resetMapping, saveMapping } from '../page/mapping/save-mapping';
import { reasonOf } from '../page/task-options';
import type { ArchiveKeys, MappingInForce, MappingRequest } from '../panel/mapping-contract';

type Context = Parameters<Core.ControllerHandler>[0];

/** No attribute has a longer name. */
const name = z.string().min(1).max(255);

/** As many keys, and as long ones, as are counted. */
const request = z.strictObject({
  mapping: z
    .array(
      z.strictObject({
        key: z
          .string()
          .min(1)
          .max(200)
          .refine((key) => key.isWellFormed() && !key.includes('\0')),
        to: z.union([name, z.strictObject({ relation: name, by: name })]),
      })
    )
    .max(500),
  version: z.string().max(64).nullable(),
}) satisfies z.ZodType<MappingRequest>;

/** What the keys of an archive are, and become. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const find = async (ctx: Context): Promise<ArchiveRow> =>
    withFiles(strapi, await needArchive(strapi, String(ctx.params['key'])));

  const inForce = async (ctx: Context): Promise<Answer<MappingInForce>> => ({
    data: await mappingInForce(strapi, await find(ctx)),
  });

  return {
    /** `GET /front-matter/archives/:key/keys` */
    async keys(ctx: Context): Promise<Answer<ArchiveKeys>> {
      return { data: await describeKeys(strapi, await find(ctx)) };
    },

    /** `PUT /front-matter/archives/:key/mapping` */
    async save(ctx: Context): Promise<Answer<MappingInForce>> {
      const archive = await find(ctx);
      const sent = request.safeParse(ctx.request.body);
      if (!sent.success) {
        const reason = reasonOf(sent.error);
        throw messages.error(errors.ValidationError, 'mapping.wrong', { reason });
      }
      await saveMapping(strapi, archive, sent.data);
      return inForce(ctx);
    },

    /** `DELETE /front-matter/archives/:key/mapping` */
    async reset(ctx: Context): Promise<Answer<MappingInForce>> {
      await resetMapping(strapi, await find(ctx));
      return inForce(ctx);
    },
  };
};
