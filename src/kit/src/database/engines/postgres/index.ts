import type { Engine } from '../engine';
import { createPartialIndex } from '../list-index';
import { createPartialSavedIndex } from '../saved-index';
import { readApart, server, serverReader } from '../server';
import { errors } from './errors';
import { keeping } from './keeping';
import { watchMoments } from './moments';
import { watchIsolation } from './isolation';
import { statementNamesOf } from './statement-names';

const WORKERS = 'max_parallel_workers_per_gather';

/** A statement that reads a whole table takes a processor for each worker, which others would wait for. */
const FEW_WORKERS =
  `select set_config('${WORKERS}', ` + `least(current_setting('${WORKERS}')::int, 1)::text, false)`;

/** PostgreSQL locks names itself (https://www.postgresql.org/docs/current/explicit-locking.html). */
export const postgres: Engine = {
  ...server,
  errors,
  guard() {
    // It reads what is committed, and begins transactions as what they turn out to be.
  },
  async lock(trx, keys) {
    const numbers = keys.map((key) => String(key.readBigInt64BE()));
    await trx.raw('select pg_advisory_xact_lock(name) from unnest(?::bigint[]) as name', [numbers]);
  },
  /**
   * It answers COMMIT with ROLLBACK where a statement has failed
   * (https://www.postgresql.org/docs/current/sql-commit.html) and its error was swallowed.
   */
  isRolledBack: (answer) =>
    (answer as { response?: { command?: unknown } } | undefined)?.response?.command === 'ROLLBACK',
  // https://www.postgresql.org/docs/current/queries-order.html
  nullsFirst: false,
  readApart: (strapi, ...limits) => readApart(strapi, ...limits, watchIsolation(strapi.db)),
  openReader: async (strapi) =>
    serverReader(strapi, errors, watchMoments(strapi.db), statementNamesOf(strapi.db)),
  createListIndex: createPartialIndex,
  createSavedIndex: createPartialSavedIndex,
  insertOrIgnore: (unique) => async (_, table, rows) => {
    const kept: unknown[] = await table.insert(rows).onConflict(unique).ignore().returning(unique);
    return kept.length;
  },
  keeping,
  statementLimit: (_, milliseconds) =>
    `set statement_timeout = ${milliseconds}; ${milliseconds === 0 ? 'reset ' + WORKERS : FEW_WORKERS}`,
};
