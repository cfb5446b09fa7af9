import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';

import { clientOf } from '../../connections/knex-client';
import { openLane, patienceOf } from '../../connections/lane';
import type {
  QueryForm,
  ReadingRequest,
  SlowReadLimits,
  WhoReads,
} from '../../connections/reads-apart';
import { startPaces } from './paces';
import { countRows, readOf, type StatementBuilder } from './statement-of';

/** How much is tried out at once that nothing is known of: it may take long. */
const NEW_AT_ONCE = 4;

/** Most of that is quick, so that more may wait for it. */
const NEW_WAITING = 10;

/** Milliseconds that are explained: of a statement, of each of its rows, and of a transaction. */
const EXPLAINED = { statement: 50, row: 0.2, transaction: 150 };

/** Milliseconds that this process has waited, for a database most of all, and not worked. */
const idleTime = (): number => performance.eventLoopUtilization().idle;

/**
 * Has no more of what visitors read, and takes long, be at work at once than may: more would take the
 * server's processors and all connections of the pool from everybody else. It waits before it takes a
 * connection; what is known to be quick never waits. Strapi reads documents in transactions: these are told
 * apart by what the request asks for.
 */
export const readApart = (
  { db }: Core.Strapi,
  whoReads: WhoReads,
  { atOnce, waiting, timeout }: SlowReadLimits
): (() => boolean) => {
  const client = clientOf(db.connection);
  const paces = startPaces();
  const limits = { patience: patienceOf(timeout), sharesTurn: true };
  const lanes = {
    slow: openLane({ ...limits, atOnce, waiting }),
    new: openLane({ ...limits, atOnce: NEW_AT_ONCE, waiting: waiting * NEW_WAITING }),
  };

  const mayWait = (): ReadingRequest | null => {
    const request = whoReads();
    return request?.who === 'visitor' && request.mayWait ? request : null;
  };
  const inTurn = <Result>(
    form: QueryForm,
    asker: object,
    read: () => Promise<Result>
  ): Promise<Result> => {
    const pace = paces.of(form);
    return pace === 'quick' ? read() : lanes[pace].through(asker, read);
  };
  const timed = async <Result>(
    form: QueryForm,
    read: () => Promise<Result>,
    explained: (result: Result | null) => number
  ): Promise<Result> => {
    const [start, idle] = [performance.now(), idleTime()];
    let result: Result | null = null;
    try {
      result = await read();
      return result;
    } finally {
      const most = explained(result);
      const [took, waited] = [performance.now() - start, idleTime() - idle];
      // Where this process was busy it is not known what took so long.
      if (took <= most || waited > most) paces.note(form, took <= most);
    }
  };

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
        (answer) => EXPLAINED.statement + countRows(answer) * EXPLAINED.row
      );
    const run = runner.run.bind(runner);
    runner.run = () => inTurn(form, request.asker, run);
    return runner;
  };

  const begin = client.transaction.bind(client);
  client.transaction = (...parameters) => {
    const transaction = begin(...parameters);
    const request = mayWait();
    const form = request?.form ?? null;
    if (request === null || form === null) return transaction;
    const acquire = transaction.acquireConnection.bind(transaction);
    transaction.acquireConnection = (config, use) =>
      inTurn(form, request.asker, () =>
        acquire(config, (connection) =>
          timed(
            form,
            () => use(connection),
            () => EXPLAINED.transaction
          )
        )
      );
    return transaction;
  };
  return lanes.slow.isFull;
};
