import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';

import { findReadable } from '../origin/find-readable';
import { listArchives } from '../origin/lists/list-archives';
import { importedType, originTarget } from '../origin/origin-target';
import { type Context, permissionsOf } from '../origin/permissions';
import { readOrigin } from '../origin/read-origin';
import type { Origin, OriginArchives } from '../panel/origin-contract';

const name = z.string().max(255);

const asked = z.object({ documentId: name.min(1), locale: name.default('') });

/** Where documents came from. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** @throws NotFoundError for a type that no file becomes */
  const demandImported = ({ params }: Context): string => {
    const uid = String(params['uid']);
    if (uid !== importedType(strapi) || !(uid in strapi.contentTypes)) {
      throw new errors.NotFoundError();
    }
    return uid;
  };

  return {
    /** `GET /front-matter/origin/:uid` */
    async archives(ctx: Context): Promise<Answer<OriginArchives>> {
      if (permissionsOf(strapi, ctx, demandImported(ctx)).cannot.read()) {
        throw new errors.ForbiddenError();
      }
      return { data: await listArchives(strapi) };
    },

    /** `GET /front-matter/origin/:uid/:documentId?locale=` */
    async read(ctx: Context): Promise<Answer<Origin | null>> {
      demandImported(ctx);
      const { documentId } = ctx.params as Readonly<Record<string, unknown>>;
      const request = asked.safeParse({ documentId, locale: ctx.query['locale'] });
      // No document has such an id, nor is one in such a language.
      if (!request.success) throw new errors.NotFoundError();
      const target = await localised(strapi, request.data.locale);
      const readable = await findReadable(strapi, ctx, target, request.data.documentId);
      return { data: await readOrigin(strapi, target, request.data.documentId, readable) };
    },
  };
};

/** The imported type in a locale; in the usual one where none is named. */
const localised = async (strapi: Core.Strapi, locale: string) =>
  originTarget(strapi, locale === '' ? null : locale);
