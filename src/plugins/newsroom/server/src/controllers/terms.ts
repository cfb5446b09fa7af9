import type { Core } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';

import { messages } from '../messages';
import type { MergeProgress, MergeRequest, TermList, TermUsage } from '../panel/contract';
import { mayWithAll } from '../permissions/all-documents';
import { demand } from '../permissions/demand';
import { type Context, permissionsOf } from '../permissions/permissions';
import { listTerms, usageOf } from '../terms/list-terms';
import { mergeTerms } from '../terms/merge/merge-terms';
import { type Relation, type TermType, termTypes } from '../terms/term-type';

const mergeRequest = z.strictObject({
  into: z.string().min(1).max(255),
}) satisfies z.ZodType<MergeRequest>;

/** What the panel asks of terms, and has done with them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const typeOf = (ctx: Context): TermType => {
    const type = termTypes(strapi).get(String(ctx.params['uid']));
    if (type === undefined) throw new errors.NotFoundError();
    return type;
  };

  /** The relations of documents that whoever asks may see. */
  const visible = (ctx: Context, { posts }: TermType): readonly Relation[] =>
    posts.filter(({ uid }) => !permissionsOf(strapi, ctx, uid).cannot.read());

  /** Lets pass who may give all documents of a term another one: what is public of them changes, too. */
  const demandAllDocuments = async (ctx: Context, { posts }: TermType): Promise<void> => {
    for (const { uid, attribute } of posts) {
      const isPublic = contentTypes.hasDraftAndPublish(strapi.contentType(uid));
      const isAllowed =
        (await mayWithAll(strapi, ctx, uid, 'update', attribute)) &&
        (!isPublic || (await mayWithAll(strapi, ctx, uid, 'publish')));
      if (isAllowed) continue;
      // Of a forbidden request's errors, Strapi shows the words of this one alone.
      throw messages.error(errors.PolicyError, 'term.may-not-merge');
    }
  };

  return {
    /** `GET /newsroom/terms/:uid?locale=` */
    async list(ctx: Context): Promise<Answer<TermList>> {
      const type = typeOf(ctx);
      if (!(await mayWithAll(strapi, ctx, type.uid, 'read', type.name))) {
        throw new errors.ForbiddenError();
      }
      const locale = typeof ctx.query['locale'] === 'string' ? ctx.query['locale'] : null;
      return { data: await listTerms(strapi, type, locale, visible(ctx, type)) };
    },

    /** `GET /newsroom/terms/:uid/:documentId` */
    async usage(ctx: Context): Promise<Answer<TermUsage>> {
      const type = typeOf(ctx);
      const documentId = String(ctx.params['documentId']);
      await demand(strapi, ctx, type.uid, documentId, ['read']);
      return { data: await usageOf(strapi, type, documentId, visible(ctx, type)) };
    },

    /** `POST /newsroom/terms/:uid/:documentId/merge` */
    async merge(ctx: Context): Promise<Answer<MergeProgress>> {
      const type = typeOf(ctx);
      const from = String(ctx.params['documentId']);
      const asked = mergeRequest.safeParse(ctx.request.body);
      if (!asked.success) throw messages.error(errors.ValidationError, 'term.into');
      const to = asked.data.into;
      await demand(strapi, ctx, type.uid, from, ['read', 'delete']);
      await demand(strapi, ctx, type.uid, to, ['read', 'update']);
      await demandAllDocuments(ctx, type);
      return { data: await mergeTerms(strapi, type, { from, to }) };
    },
  };
};
