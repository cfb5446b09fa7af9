import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

/** SQLite writes on the thread that answers: requests wait for a batch to end, some thirty milliseconds. */
const WHILE_SERVING = 40;

/**
 * Larger ones are hardly faster. Each writes the pages anew on which the hashes of its files come
 * to lie, anywhere in their indexes: two batches of half the size write nearly twice as many.
 */
const ALONE = 480;

/** How many files are read together, to be written in one transaction: fewer where the same process answers requests. */
export const batchLimit = (strapi: Core.Strapi): number =>
  isServing(strapi) ? WHILE_SERVING : ALONE;
