import { setTimeout as pause } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

/** What is used of the connection pool of Knex. */
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** The longest wait, so that a run goes on under a load that never ends; in milliseconds. */
const LONGEST = 250;

/**
 * How many checks in a row have to find the pool idle: a request computes between two of its
 * queries.
 */
const CHECKS = 3;

/**
 * Waits, in a process that answers requests, until no request uses the database. A request makes
 * some ten queries in a row; with the only connection of SQLite each of them would wait for a batch
 * to be written. Called right before the transaction of a batch, so that a request waits for one
 * batch at most.
 */
export const yieldToRequests = async (strapi: Core.Strapi): Promise<void> => {
  if (!isServing(strapi)) return;
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const end = performance.now() + LONGEST;
  for (let checks = 0; checks < CHECKS && performance.now() < end; checks += 1) {
    await pause(1);
    if (pool.numUsed() + pool.numPendingAcquires() > 0) checks = -1;
  }
};
