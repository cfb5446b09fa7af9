import { setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

/** What is used of the pool behind Knex. */
interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Waits until nobody asks the database anything. Strapi reads an entry again for its events after
 * it has answered; a database closed under that hangs until its timeout.
 */
export const comeToRest = async (strapi: Core.Strapi): Promise<void> => {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let quiet = 0; quiet < 3; quiet += 1) {
    if (pool.numUsed() + pool.numPendingAcquires() > 0) quiet = -1;
    await setTimeout(10);
  }
};
