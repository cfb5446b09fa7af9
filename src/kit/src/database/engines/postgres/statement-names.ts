import type { Database } from '../../connections/connection';
import { keyOf } from '../../keys';
import type { StatementNames } from '../server/reader';

/** How often a statement has to be sent to get a name. */
const OFTEN = 10;

/** A server keeps each of them for each connection. */
const MOST = 100;

/** Of how many statements it is known how often they were sent. */
const MOST_COUNTED = 1000;

/**
 * By SQLSTATE: a statement of that name is not there, or is another one, as behind a pooler that hands out other
 * connections; or its table has changed (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const REFUSED = new Set(['26000', '42P05', '0A000']);

/** PostgreSQL keeps 63 bytes of a name. */
const LENGTH = 40;

/**
 * Behind a pooler the connection of one process has what another, or one before it, has prepared: one name has to
 * mean one statement everywhere, or somebody is answered with another statement's rows.
 */
const nameOf = (sql: string): string => `read_${keyOf(sql).slice(0, LENGTH)}`;

/** Names by which a connection prepares a statement once, and the server plans it once. */
export const startStatementNames = (): StatementNames => {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  let isOver = false;
  return {
    of(sql) {
      if (isOver) return null;
      const known = names.get(sql);
      if (known !== undefined) return known;
      if (names.size >= MOST) return null;
      const sent = (times.get(sql) ?? 0) + 1;
      if (times.size >= MOST_COUNTED) times.clear();
      times.set(sql, sent);
      if (sent < OFTEN) return null;
      times.delete(sql);
      const name = nameOf(sql);
      names.set(sql, name);
      return name;
    },
    isRefused(error) {
      const { code } = (error ?? {}) as { readonly code?: unknown };
      const isRefused = typeof code === 'string' && REFUSED.has(code);
      // What has come between once comes again.
      if (isRefused) isOver = true;
      return isRefused;
    },
  };
};

const known = new WeakMap<Database, StatementNames>();

/** The names of a database: whoever reads there reads by the same connections. */
export const statementNamesOf = (db: Database): StatementNames => {
  const names = known.get(db) ?? startStatementNames();
  known.set(db, names);
  return names;
};
