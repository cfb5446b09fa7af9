import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { type Context, permissionsOf } from './permissions';

/**
 * Lets pass who may do something with a document, in whatever language.
 *
 * @throws ForbiddenError, or NotFoundError for a document that is not there
 */
export const demand = async (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  documentId: string,
  deeds: readonly ('read' | 'update' | 'delete')[]
): Promise<void> => {
  const { cannot } = permissionsOf(strapi, ctx, uid);
  if (deeds.some((deed) => cannot[deed]())) throw new errors.ForbiddenError();
  const document = await strapi.db
    .query(uid as UID.ContentType)
    .findOne({ where: { documentId }, populate: { createdBy: { populate: ['roles'] } } });
  if (document === null) throw new errors.NotFoundError();
  if (deeds.some((deed) => cannot[deed](document))) throw new errors.ForbiddenError();
};
