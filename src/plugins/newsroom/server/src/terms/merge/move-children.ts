import type { Core } from '@strapi/strapi';
import { type Transaction, within } from 'strapi-plugin-kit/database';

import { ancestorsOf, lockTree } from '../term-tree';
import type { TermType } from '../term-type';
import type { RowPairs } from './term-rows';

/**
 * Puts what stands under one term under another. Where that other one stands below the former itself, it first takes its
 * place in the tree.
 */
export const moveChildren = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  pairs: RowPairs
): Promise<void> => {
  const { parent } = type;
  if (parent === null) return;
  await lockTree(strapi, trx, type);
  const { name, source, target } = parent.table;
  const table = () => within(strapi.db, trx, name);
  for (const [from, to] of pairs) {
    if ((await ancestorsOf(strapi, trx, parent, [to])).has(from)) {
      const [above]: readonly (number | null)[] = await table().where(source, from).pluck(target);
      const isFree = typeof above === 'number' && above !== to && above !== from;
      if (isFree)
        await table()
          .where(source, to)
          .update({ [target]: above });
      else await table().where(source, to).delete();
    }
    await table()
      .where(target, from)
      .whereNot(source, to)
      .update({ [target]: to });
  }
};
