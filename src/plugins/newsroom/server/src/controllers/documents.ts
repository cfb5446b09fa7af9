import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Answer } from 'strapi-plugin-kit/admin';
import { z } from 'zod';

import { changeDocuments } from '../bulk/change-documents';
import { readConfig } from '../config';
import { messages } from '../messages';
import type { BulkOutcome, BulkRequest } from '../panel/contract';
import { type Context, permissionsOf } from '../permissions/permissions';
import { termTypes } from '../terms/term-type';

const id = z.string().min(1).max(255);

/** A list shows as many documents at most. */
const MOST = 100;

const bulkRequest = z.strictObject({
  documentIds: z.array(id).min(1).max(MOST),
  locale: z.string().max(255).nullish(),
  deed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unpublish') }),
    z.strictObject({
      kind: z.enum(['add', 'remove']),
      attribute: id,
      terms: z.array(id).min(1).max(MOST),
    }),
  ]),
}) satisfies z.ZodType<BulkRequest>;

/** What the panel has done with several documents. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** The terms of a relation that whoever asks may see. */
  const checkTerms = async (
    ctx: Context,
    uid: string,
    attribute: string,
    documentIds: readonly string[]
  ): Promise<void> => {
    const type = [...termTypes(strapi).values()].find(({ posts }) =>
      posts.some((relation) => relation.uid === uid && relation.attribute === attribute)
    );
    if (type === undefined)
      throw messages.error(errors.ValidationError, 'document.no-terms', { attribute });
    const { cannot } = permissionsOf(strapi, ctx, type.uid);
    if (cannot.read()) throw new errors.ForbiddenError();
    const found: readonly { readonly documentId: string }[] = await strapi.db
      .query(type.uid)
      .findMany({
        where: { documentId: { $in: [...documentIds] } },
        populate: { createdBy: { populate: ['roles'] } },
      });
    const seen = new Set(found.filter((term) => !cannot.read(term)).map((term) => term.documentId));
    if (documentIds.some((documentId) => !seen.has(documentId))) {
      throw messages.error(errors.ValidationError, 'term.missing');
    }
  };

  return {
    /** `POST /newsroom/documents/:uid` */
    async change(ctx: Context): Promise<Answer<readonly BulkOutcome[]>> {
      const uid = String(ctx.params['uid']) as UID.ContentType;
      const { contentTypes: served } = readConfig(strapi.config.get('plugin::newsroom'));
      if (!Object.hasOwn(served, uid)) throw new errors.NotFoundError();
      const asked = bulkRequest.safeParse(ctx.request.body);
      if (!asked.success) {
        throw messages.error(errors.ValidationError, 'document.too-many', { most: MOST });
      }
      const { deed } = asked.data;
      const { cannot } = permissionsOf(strapi, ctx, uid);
      if (deed.kind === 'unpublish' ? cannot.publish() : cannot.update()) {
        throw new errors.ForbiddenError();
      }
      if (deed.kind !== 'unpublish') await checkTerms(ctx, uid, deed.attribute, deed.terms);
      return { data: await changeDocuments({ strapi, ctx, uid, request: asked.data }) };
    },
  };
};
