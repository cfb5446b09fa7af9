import type { Core } from '@strapi/strapi';

import { isServing } from '../../write/let-others-go';

/** SQLite writes on the thread that answers: requests wait for a batch to end, some thirty milliseconds. */
const WHILE_SERVING = 40;

/** Every commit waits for the disk, and every batch asks the ledger a few questions. */
const ALONE = 1000;

/** How many files go into one transaction: fewer where the same process answers requests. */
export const batchLimit = (strapi: Core.Strapi): number =>
  isServing(strapi) ? WHILE_SERVING : ALONE;
