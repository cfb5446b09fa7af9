import type { Core } from '@strapi/strapi';

import { clientOf } from '../database/client';
import { currentRequest, isVisitorsRead } from './requester';

/** What a server calls its limit of a statement, and in which unit it takes it. */
const statementOf = (strapi: Core.Strapi): ((milliseconds: number) => string) | null => {
  const dialect = strapi.db.dialect as { client: string; info?: { database?: string } | null };
  if (dialect.client === 'postgres') return (time) => `set statement_timeout = ${time}`;
  if (dialect.client !== 'mysql') return null;
  return dialect.info?.database === 'MySQL'
    ? (time) => `set session max_execution_time = ${time}`
    : (time) => `set session max_statement_time = ${time / 1000}`;
};

/**
 * Lets the database end what a visitor's read takes too long for; writes, the panel, imports and
 * jobs are not limited. The limit belongs to a connection: it is set when the connection is taken,
 * outside any transaction, and only where it differs from what the last one left.
 *
 * SQLite works in the process itself and cannot be ended: there the other limits must do.
 */
export const limitStatements = (strapi: Core.Strapi, milliseconds: number): void => {
  if (milliseconds === 0) return;
  const client = clientOf(strapi);
  const acquire = client.acquireConnection.bind(client);
  const limits = new WeakMap<object, number>();
  client.acquireConnection = async () => {
    const connection = await acquire();
    const statement = statementOf(strapi);
    if (statement === null) return connection;
    const wanted = isVisitorsRead(currentRequest(strapi)) ? milliseconds : 0;
    if ((limits.get(connection) ?? 0) !== wanted) {
      try {
        await strapi.db.connection.raw(statement(wanted)).connection(connection);
      } catch (error) {
        await client.releaseConnection(connection);
        throw error;
      }
      limits.set(connection, wanted);
    }
    return connection;
  };
};
