import { setImmediate } from 'node:timers/promises';
import { errors } from '@strapi/utils';

import {
  type Context,
  type Documents,
  type DocumentsAsked,
  readByPlan,
  readByStrapi,
} from '../pages/read-documents';
import type { PageSite } from '../pages/site';
import { isPersonal } from '../answers/http/personal';

/** Documents that are read at once: as long as that takes, nobody else is answered on SQLite. */
const MOST = 100;
const FIRST = 10;
/** Characters that are kept in memory at once, about. */
const SIZE = 500_000;

/** How many documents are read next, if they are as long as those before. */
const nextCount = (texts: readonly string[]): number => {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return Math.max(1, Math.min(MOST, Math.floor((SIZE * texts.length) / Math.max(1, length))));
};

export type StreamAsked = Pick<DocumentsAsked, 'uid' | 'text'> & {
  /** The cursor behind which the stream begins; null for the list's first document. */
  readonly cursor: string | null;
  /** How many documents at most; null for all. */
  readonly limit: number | null;
};

/**
 * Reads the next documents.
 *
 * @returns null where fewer may be read: these have too many related ones to be read at once
 */
const readNext = async (
  site: PageSite,
  ctx: Context,
  asked: DocumentsAsked
): Promise<Documents | null> => {
  try {
    const planned = isPersonal(ctx.headers) ? null : await readByPlan(site, asked);
    return planned ?? (await readByStrapi(site, ctx, asked));
  } catch (error) {
    // What is wrong with the query was said of the first ones.
    const isRefused = error instanceof errors.ValidationError && Array.isArray(asked.start);
    if (isRefused && asked.limit > 1) return null;
    throw error;
  }
};

/** The documents of a list, from a place in it to its end, a batch at a time. */
export async function* batches(
  site: PageSite,
  ctx: Context,
  { uid, text, cursor, limit }: StreamAsked
): AsyncGenerator<Documents> {
  let missing = limit ?? Infinity;
  let start: DocumentsAsked['start'] = cursor;
  let hasMore = true;
  let count = FIRST;
  while (hasMore && missing > 0) {
    const part = Math.min(count, missing);
    const asked: DocumentsAsked = { uid, text, start, limit: part, isBackward: false };
    const read = await readNext(site, ctx, asked);
    if (read === null) {
      count = Math.floor(part / 2);
      continue;
    }
    yield read;
    missing -= read.texts.length;
    count = nextCount(read.texts);
    start = read.placeAt(read.texts.length - 1);
    hasMore = read.hasMore;
    // Others are answered between two batches, where the database is in this process.
    await setImmediate();
  }
}
