import type { Core } from '@strapi/strapi';

import { engineOf } from '../../database';
import { clientOf } from '../../database/connections/knex-client';
import {
  currentRequest,
  isBeforeAuthentication,
  isVisitorsRead,
  type RequestContext,
} from '../current-request';

/**
 * Lets the database end what a visitor's read takes too long for; writes, the panel, imports and
 * jobs are not limited. The limit belongs to a connection: it is set when the connection is taken,
 * outside any transaction, and only where it differs from what the last one left.
 *
 * Where a database's statements cannot be ended, the other limits must do.
 */
export const limitStatements = (strapi: Core.Strapi, milliseconds: number): void => {
  const { db } = strapi;
  const engine = engineOf(db);
  if (milliseconds === 0 || engine.statementLimit(db, milliseconds) === null) return;
  const client = clientOf(db.connection);
  const acquire = client.acquireConnection.bind(client);
  const limits = new WeakMap<object, number>();
  /** Null where either will do: who a request is of is looked up by keys. */
  const limitFor = (request: RequestContext | undefined): number | null => {
    if (isVisitorsRead(request)) return milliseconds;
    return isBeforeAuthentication(request) ? null : 0;
  };
  client.acquireConnection = async () => {
    const connection = await acquire();
    const known = limits.get(connection) ?? 0;
    const wanted = limitFor(currentRequest(strapi)) ?? known;
    const statement = known === wanted ? null : engine.statementLimit(db, wanted);
    if (statement !== null) {
      try {
        await db.connection.raw(statement).connection(connection);
      } catch (error) {
        await client.releaseConnection(connection);
        throw error;
      }
      limits.set(connection, wanted);
    }
    return connection;
  };
};
