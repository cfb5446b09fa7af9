import type { Core } from '@strapi/strapi';

import { builderOf, modelOf } from '../plans/compile/database-query';
import type { ListFilters } from '../plans/compile/read-filters';

type By = NonNullable<ListFilters['by']>;

/** The one row that a filter of a relation is about; null where there are none or several. */
export const findTarget = async (
  strapi: Core.Strapi,
  uid: string,
  { relation, where }: By
): Promise<number | null> => {
  const { target = '' } = modelOf(strapi, uid).attributes[relation] ?? {};
  const builder = builderOf(strapi, target);
  builder.init({ where, select: ['id'], limit: 2 });
  const rows = (await builder.execute({ mapResults: false })) as readonly { readonly id: number }[];
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
};
