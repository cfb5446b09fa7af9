import type { Core } from '@strapi/strapi';

/** Tells whether others have written to the database of late. */
export type OthersWrite = () => Promise<boolean>;

/** For so long whoever has written is expected to write again; in milliseconds. */
const WHILE = 5_000;

/**
 * Watches whether others write to the database, besides this process. SQLite has one writer at a
 * time, so that they wait for whole transactions; servers let all of them write at once, and there
 * the answer is always no.
 */
export const watchWriters = (strapi: Core.Strapi): OthersWrite => {
  if (strapi.db.dialect.client !== 'sqlite') return async () => false;
  let version: number | null = null;
  let last = -Infinity;
  return async () => {
    // It changes with what other connections commit (https://www.sqlite.org/pragma.html#pragma_data_version).
    const [row] = (await strapi.db.connection.raw('pragma data_version')) as readonly {
      readonly data_version: number;
    }[];
    const now = row?.data_version ?? null;
    if (version !== null && now !== version) last = performance.now();
    version = now;
    return performance.now() - last < WHILE;
  };
};
