import type { Core } from '@strapi/strapi';

import { currentRequest, isVisitorsRead } from '../current-request';
import { BadRequest } from '../errors/request-errors';
import { readLimits } from './limits';

/** A query in Knex's hands. */
interface KnexQuery {
  limit(most: number): KnexQuery;
}

/** What is used of Strapi's query builder. */
interface QueryBuilder {
  readonly state: { readonly type: string; readonly limit: number | null; readonly first: boolean };
  getKnexQuery(): KnexQuery;
  execute(options?: object): Promise<unknown>;
}

interface EntityManager {
  createQueryBuilder(uid: string): QueryBuilder;
}

/** How many rows a statement of a visitor's read may answer with. */
export const maxRows = (strapi: Core.Strapi): number => readLimits(strapi).rows;

/** What a visitor is told who asks for more: documents of a relation, most of all. */
export const tooManyRows = (most: number): Error =>
  new BadRequest(
    `The query asks for more than ${most} related documents. Ask for fewer at a time, or for them by ` +
      'their own list.'
  );

const isOpen = ({ type, limit, first }: QueryBuilder['state']): boolean =>
  type === 'select' && limit === null && !first;

/** Has a builder ask for one row more than there may be, and refuse that. */
const limitBuilder = (builder: QueryBuilder, most: number): QueryBuilder => {
  const execute = builder.execute.bind(builder);
  const getKnexQuery = builder.getKnexQuery.bind(builder);
  /** Not the query of a part of another statement. */
  let isExecuting = false;
  builder.getKnexQuery = () => {
    const query = getKnexQuery();
    return isExecuting && isOpen(builder.state) ? query.limit(most + 1) : query;
  };
  builder.execute = async (options) => {
    isExecuting = true;
    const executed = execute(options);
    // The query is made before anything is waited for.
    isExecuting = false;
    const found = await executed;
    if (Array.isArray(found) && found.length > most) throw tooManyRows(most);
    return found;
  };
  return builder;
};

/**
 * Refuses a visitor's read that would load more rows than may be loaded: Strapi bounds lists, and not what
 * they populate. The database is never asked for more than one row too many.
 */
export const limitRows = (strapi: Core.Strapi, most: number): void => {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const create = manager.createQueryBuilder.bind(manager);
  manager.createQueryBuilder = (uid) => {
    const builder = create(uid);
    return isVisitorsRead(currentRequest(strapi)) ? limitBuilder(builder, most) : builder;
  };
};
