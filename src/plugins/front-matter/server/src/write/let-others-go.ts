import { setTimeout as pause } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

/** What is used of the pool behind Knex. */
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Under a load that never ends an import goes on all the same; in milliseconds. */
const LONGEST = 250;

/** Between two of its questions a request thinks: so many looks have to find nobody waiting. */
const LOOKS = 3;

/**
 * Waits, in a process that answers requests, until nobody asks the database anything. A request
 * asks it ten times in a row; where one connection is all there is, as with SQLite, each of these
 * would wait for a batch to be written. Called right before a batch's transaction, so that a
 * request waits for one batch at most.
 */
export const letOthersGo = async (strapi: Core.Strapi): Promise<void> => {
  if (!isServing(strapi)) return;
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const end = performance.now() + LONGEST;
  for (let looks = 0; looks < LOOKS && performance.now() < end; looks += 1) {
    await pause(1);
    if (pool.numUsed() + pool.numPendingAcquires() > 0) looks = -1;
  }
};
