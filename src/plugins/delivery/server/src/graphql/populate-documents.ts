import type { Core } from '@strapi/strapi';

import { builderOfRows, type DatabaseQuery } from '../plans/compile/database-query';

/** A row with what was populated of it. */
export type Populated = Readonly<Record<string, unknown>>;

/** As much of a database's lifecycles as is used here. */
interface Lifecycles {
  run(action: string, uid: string, properties: object, states?: unknown): Promise<unknown>;
}

/**
 * Populates documents as `findMany` does, of which no more than the ids is asked for: these are known, so that the
 * database is asked for what belongs to them alone. Lifecycles are told as of a query of these documents.
 */
export const populateDocuments = async (
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  populate: object
): Promise<readonly Populated[]> => {
  const lifecycles = strapi.db.lifecycles as unknown as Lifecycles;
  const params: DatabaseQuery = { select: ['id'], where: { id: { $in: ids } }, populate };
  const states = await lifecycles.run('beforeFindMany', uid, { params });
  const rows = ids.map((id) => ({ id }));
  const builder = builderOfRows(strapi, uid, rows);
  builder.init({ select: ['id'], populate: params.populate });
  const result = (await builder.execute({ mapResults: true })) as readonly Populated[];
  await lifecycles.run('afterFindMany', uid, { params, result }, states);
  return result;
};
