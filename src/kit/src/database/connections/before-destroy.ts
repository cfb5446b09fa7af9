import { clientOf } from './knex-client';
import type { Database } from './connection';

/** Does something when an application lets go of its database, before the pool is closed. */
export const beforeDestroy = (db: Database, work: () => unknown): void => {
  const client = clientOf(db.connection) as unknown as { destroy(): Promise<unknown> };
  const destroy = client.destroy.bind(client);
  client.destroy = async () => {
    await work();
    return destroy();
  };
};
