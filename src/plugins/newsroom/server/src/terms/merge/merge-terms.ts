import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { tellReplaced } from 'strapi-plugin-kit';
import { lockDocuments, retryTransaction, type Transaction } from 'strapi-plugin-kit/database';

import type { MergeProgress } from '../../panel/contract';
import type { TermType } from '../term-type';
import { moveChildren } from './move-children';
import { findLinked, moveLinks } from './move-links';
import { type Merge, pairRows, type RowPairs } from './term-rows';

/** Links that are moved in one transaction: the documents of so many are locked meanwhile. */
const CHUNK = 100;

/** Chunks that one request moves at most. */
const MOST_CHUNKS = 10;

/** Others who write come in between, for as long as a chunk has taken; in milliseconds. */
const LONGEST_PAUSE = 100;

/** Moves what one chunk holds; answers with how many documents that were. */
const moveChunk = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  pairs: RowPairs
): Promise<number> => {
  for (const relation of type.posts) {
    const found = await findLinked(strapi, trx, relation, [...pairs.keys()], CHUNK);
    if (found.length === 0) continue;
    await moveLinks(strapi, trx, relation, pairs, found);
    return found.length;
  }
  return 0;
};

/** Whether anything is still linked to the term that is to go. */
const hasMore = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  pairs: RowPairs
): Promise<boolean> => {
  for (const relation of type.posts) {
    if ((await findLinked(strapi, trx, relation, [...pairs.keys()], 1)).length > 0) return true;
  }
  return false;
};

/**
 * Deletes a term, and has all that is its own belong to the other. What was linked to it since the last look is moved
 * now that nothing more can be.
 */
const finish = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  merge: Merge
): Promise<number> => {
  const pairs = await pairRows(strapi, trx, type, merge, 'held');
  let moved = 0;
  for (let count = -1; count !== 0; moved += count) {
    count = await moveChunk(strapi, trx, type, pairs);
  }
  await moveChildren(strapi, trx, type, pairs);
  await tellReplaced(strapi, trx, { uid: type.uid, ...merge });
  await strapi.documents(type.uid).delete({
    documentId: merge.from,
    ...(type.isLocalised ? { locale: '*' } : {}),
  });
  return moved;
};

/**
 * Merges a term into another, as far as one request may go: a chunk a transaction, so that nobody waits long. What is
 * done stays done: a merge that is stopped can be begun again, the other way round as well. The last transaction moves
 * what has come to it meanwhile, and deletes the term.
 *
 * @throws NotFoundError when one of them is gone
 * @throws ValidationError when one cannot take the place of the other
 */
export const mergeTerms = async (
  strapi: Core.Strapi,
  type: TermType,
  merge: Merge
): Promise<MergeProgress> => {
  let moved = 0;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) {
    const start = performance.now();
    const result = await retryTransaction(strapi.db, async (trx) => {
      await lockDocuments(strapi, trx, type.uid, [merge.from, merge.to]);
      const pairs = await pairRows(strapi, trx, type, merge);
      const count = await moveChunk(strapi, trx, type, pairs);
      if (await hasMore(strapi, trx, type, pairs)) return { count, isDone: false };
      return { count: count + (await finish(strapi, trx, type, merge)), isDone: true };
    });
    moved += result.count;
    if (result.isDone) return { moved, isDone: true };
    await pause(Math.min(performance.now() - start, LONGEST_PAUSE));
  }
  return { moved, isDone: false };
};
