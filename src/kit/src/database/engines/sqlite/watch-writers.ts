import type { Core } from '@strapi/strapi';

/** Tells whether others have written to the database of late. */
export type OthersWrite = () => Promise<boolean>;

/** For so long whoever has written is expected to write again, as an editor does; in milliseconds. */
const WHILE = 60_000;

/** It changes with what other connections commit (https://www.sqlite.org/pragma.html#pragma_data_version). */
const dataVersion = async (strapi: Core.Strapi): Promise<number> => {
  const [row] = (await strapi.db.connection.raw('pragma data_version')) as readonly {
    readonly data_version: number;
  }[];
  return row?.data_version ?? 0;
};

/**
 * Watches whether others write to the database, besides this process. SQLite has one writer at a
 * time, so that they wait for whole transactions; servers let all of them write at once, and there
 * the answer is always no. Only what is committed is seen: not who waits for the first time.
 */
export const watchWriters = async (strapi: Core.Strapi): Promise<OthersWrite> => {
  if (strapi.db.dialect.client !== 'sqlite') return async () => false;
  let version = await dataVersion(strapi);
  let last = -Infinity;
  return async () => {
    const now = await dataVersion(strapi);
    if (now !== version) last = performance.now();
    version = now;
    return performance.now() - last < WHILE;
  };
};
