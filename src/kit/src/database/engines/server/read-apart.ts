import type { Core } from '@strapi/strapi';

import { clientOf } from '../../connections/knex-client';
import type { NoteSlow, SlowReadLimits, WhoReads } from '../../connections/reads-apart';
import { beginLate } from './begin-late';
import { countRows, explainedBy, readOf, type StatementBuilder } from './statement-of';
import { openTurns } from './turns';

/** Milliseconds that are explained of a transaction. */
const TRANSACTION = 150;

/**
 * Has no more of what visitors read, and takes long, be at work at once than may: more would take the
 * server's processors and all connections of the pool from everybody else. It waits before it takes a
 * connection; what is known to be quick never waits. Strapi reads documents in transactions: these are told
 * apart by what the request asks for.
 *
 * @param seesCommitted whether each statement of a transaction sees what is committed when it is sent
 */
export const readApart = (
  { db }: Core.Strapi,
  whoReads: WhoReads,
  limits: SlowReadLimits,
  noteSlow: NoteSlow,
  seesCommitted: () => boolean = () => true
): (() => boolean) => {
  const client = clientOf(db.connection);
  const { mayWait, inTurn, timed, isFull } = openTurns(db, whoReads, limits, noteSlow);

  const runnerOf = client.runner.bind(client);
  client.runner = (builder) => {
    const runner = runnerOf(builder);
    const request = mayWait();
    const form = request === null ? null : readOf(builder as StatementBuilder);
    if (request === null || form === null) return runner;
    const query = runner.query.bind(runner);
    runner.query = (statement) =>
      timed(
        form,
        () => query(statement),
        (answer) => explainedBy(countRows(answer))
      );
    const run = runner.run.bind(runner);
    runner.run = () => inTurn(form, request.asker, run);
    return runner;
  };

  const begin = client.transaction.bind(client);
  client.transaction = (...parameters) => {
    const transaction = begin(...parameters);
    const request = mayWait();
    if (request !== null && seesCommitted()) beginLate(transaction);
    const form = request?.form ?? null;
    if (request === null || form === null) return transaction;
    const acquire = transaction.acquireConnection.bind(transaction);
    transaction.acquireConnection = (config, use) =>
      inTurn(form, request.asker, () =>
        acquire(config, (connection) =>
          timed(
            form,
            () => use(connection),
            () => TRANSACTION
          )
        )
      );
    return transaction;
  };
  return isFull;
};
