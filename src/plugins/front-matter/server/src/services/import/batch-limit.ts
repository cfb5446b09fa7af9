import type { Core } from '@strapi/strapi';

import { isServing } from '../../write/let-others-go';

/** SQLite writes on the thread that answers: requests wait for a batch to end, some thirty milliseconds. */
const WHILE_SERVING = 40;

/**
 * Larger ones are hardly faster, and a site beside this process that wants to write, too, waits for
 * a batch to end: some eighty milliseconds.
 */
const ALONE = 240;

/** How many files go into one transaction: fewer where the same process answers requests. */
export const batchLimit = (strapi: Core.Strapi): number =>
  isServing(strapi) ? WHILE_SERVING : ALONE;
