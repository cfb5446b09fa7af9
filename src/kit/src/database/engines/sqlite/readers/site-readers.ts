import type { Core } from '@strapi/strapi';

import { beforeDestroy } from '../../../connections/before-destroy';
import type { Database } from '../../../connections/connection';
import type { ReadsApart, SlowReadLimits } from '../../../connections/reads-apart';
import { findDriver } from '../driver/find-driver';
import { findFileWithLog } from '../find-file-with-log';
import { isBounded, type PlanStep } from './is-bounded';
import { openReadConnection, type ReadConnection, type ReadStatement } from './read-connection';
import { type SlowReads, startSlowReads } from './slow-reads';

/** The connections by which an application reads beside the one that writes. */
export interface SiteReaders {
  readonly main: ReadConnection;
  /** For each of those who read, by processes of their own. */
  readonly slow: Readonly<Record<ReadsApart, SlowReads>>;
  /** Another connection, for what is to be seen at one moment; to be given back. */
  take(): ReadConnection;
  giveBack(connection: ReadConnection): void;
  /** A statement on a connection, prepared once. */
  prepare(connection: ReadConnection, sql: string, isRaw: boolean): ReadStatement;
  /** Whether a statement may be read on the thread that answers requests. */
  isQuick(sql: string, values: number, places?: number): boolean;
  /** Reads there by a statement, and notes how much work that was. */
  timed<Rows>(sql: string, read: () => Rows): Rows;
}

const LIMITS: SlowReadLimits = { atOnce: 1, waiting: 50, timeout: 5000 };

/** How long a search in the panel may take at least, in milliseconds. */
const EDITORS_WAIT = 30_000;

/** As many rows can be read in any way. */
const SMALL = 2000;

/**
 * A statement that has taken longer, in milliseconds of work, too often to have been unlucky is not read
 * on this thread again. Each time that it was quick makes up for a part of one that it was not.
 */
const TOO_LONG = 20;
const OFTEN = 3;
const FORGIVEN = 0.05;

/** Milliseconds that this process has worked, not those that it had to wait for a core. */
const workSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** How many statements are kept of each kind. */
const MOST = 1000;

/** Connections that are kept for later. */
const SPARE = 4;

const remember = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  if (known.size >= MOST) known.clear();
  const value = make();
  known.set(key, value);
  return value;
};

const open = async (
  { db, dirs }: Core.Strapi,
  limits: SlowReadLimits
): Promise<SiteReaders | null> => {
  const file = await findFileWithLog(db);
  const driver = findDriver(dirs.app.root);
  if (file === null || driver === null) return null;
  const main = openReadConnection(db, file);
  const setup = { file, driver };
  const timeout = limits.timeout === 0 ? 0 : Math.max(limits.timeout, EDITORS_WAIT);
  const slow = {
    visitor: startSlowReads(setup, limits),
    editor: startSlowReads(setup, { ...limits, timeout }),
  };
  const spare: ReadConnection[] = [];
  const opened = new Set([main]);
  const statements = new WeakMap<ReadConnection, Map<string, ReadStatement>>();
  const quick = new Map<string, boolean>();
  const delays = new Map<string, number>();

  const isSmall = (table: string): boolean =>
    Number(main.prepare(`select max(rowid) from "${table}"`).pluck().get() ?? 0) < SMALL;
  const planOf = (sql: string, values: number): readonly PlanStep[] =>
    main
      .prepare(`explain query plan ${sql}`)
      .raw(true)
      .all(Array.from({ length: values }, () => null))
      .map(([, within, , words]) => ({ within: Number(within), words: String(words) }));

  const note = (sql: string, took: number): void => {
    const noted = delays.get(sql) ?? 0;
    if (took <= TOO_LONG) {
      if (noted > 0) delays.set(sql, noted - FORGIVEN);
      return;
    }
    if (delays.size >= MOST) delays.clear();
    delays.set(sql, noted + 1);
    if (noted + 1 >= OFTEN) quick.set(sql, false);
  };

  beforeDestroy(db, () => {
    for (const reads of Object.values(slow)) reads.close();
    for (const connection of opened) connection.close();
  });

  return {
    main,
    slow,
    take() {
      const connection = spare.pop() ?? openReadConnection(db, file);
      opened.add(connection);
      return connection;
    },
    giveBack(connection) {
      if (spare.length < SPARE) {
        spare.push(connection);
        return;
      }
      opened.delete(connection);
      connection.close();
    },
    prepare(connection, sql, isRaw) {
      const own = statements.get(connection) ?? new Map<string, ReadStatement>();
      statements.set(connection, own);
      return remember(own, `${isRaw} ${sql}`, () => {
        const statement = connection.prepare(sql);
        return isRaw ? statement.raw(true) : statement;
      });
    },
    isQuick: (sql, values, places = 0) =>
      remember(quick, sql, () =>
        isBounded(planOf(sql, values), { sql, values: values - places, isSmall })
      ),
    timed(sql, read) {
      const start = performance.now();
      // Asked of the system, and only where it was long before.
      const before = delays.has(sql) ? process.cpuUsage() : null;
      const rows = read();
      const took = performance.now() - start;
      note(sql, took > TOO_LONG && before !== null ? workSince(before) : took);
      return rows;
    },
  };
};

const known = new WeakMap<Database, Promise<SiteReaders | null>>();
const limitsOf = new WeakMap<Database, SlowReadLimits>();

/** Sets how much reads may take beside the process; before the readers are first asked for. */
export const limitReads = ({ db }: Core.Strapi, limits: SlowReadLimits): void => {
  limitsOf.set(db, limits);
};

/** The readers of an application; null where its file has no log, and a second connection would be in the way. */
export const siteReaders = (strapi: Core.Strapi): Promise<SiteReaders | null> => {
  const { db } = strapi;
  const opened = known.get(db) ?? open(strapi, limitsOf.get(db) ?? LIMITS);
  known.set(db, opened);
  return opened;
};
