import type { Engine } from './engine';

/** PostgreSQL locks names itself (https://www.postgresql.org/docs/current/explicit-locking.html). */
export const postgres: Engine = {
  guard() {
    // It reads what is committed, and begins transactions as what they turn out to be.
  },
  async prepare() {
    // It keeps nothing for locks of that kind.
  },
  async lock(_, trx, keys) {
    const numbers = keys.map((key) => String(key.readBigInt64BE()));
    await trx.raw('select pg_advisory_xact_lock(name) from unnest(?::bigint[]) as name', [numbers]);
  },
};
