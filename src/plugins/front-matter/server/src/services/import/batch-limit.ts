import type { Core } from '@strapi/strapi';

/** Small enough that requests, which may share the one connection, go in between. */
const WHILE_SERVING = 240;

/** Every commit waits for the disk, and every batch asks the ledger a few questions. */
const ALONE = 1000;

/** How many files go into one transaction: fewer where the same process answers requests. */
export const batchLimit = ({ server }: Core.Strapi): number =>
  server.httpServer.listening ? WHILE_SERVING : ALONE;
