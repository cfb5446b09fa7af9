import type { Core } from '@strapi/strapi';

import type { NamedRelation } from '../panel/contract';
import { type Context, permissionsOf } from './permissions';

/** Whether an editor may read what the documents that a relation leads to are called by. */
export const mayReadName = async (
  strapi: Core.Strapi,
  ctx: Context,
  { target, name }: Pick<NamedRelation, 'target' | 'name'>
): Promise<boolean> => {
  const permissions = permissionsOf(strapi, ctx, target);
  if (permissions.cannot.read()) return false;
  return name in (await permissions.sanitizeOutput({ [name]: '' }));
};
