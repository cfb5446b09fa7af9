import type { Core } from '@strapi/strapi';
import { fillStep } from './fill';
import { install } from './install';
import { keptOf } from './kept';
import { makeStates } from '../triggers/state';

/**
 * Makes all that is kept of a type anew, and fills it in. Whoever asks meanwhile is told that
 * nothing is kept.
 *
 * @param signal stops it; the site goes on from there
 */
export const rebuild = async (
  strapi: Core.Strapi,
  uid: string,
  signal?: AbortSignal
): Promise<void> => {
  const { db } = strapi;
  const kept = keptOf(strapi);
  const type = kept.types.find((known) => known.uid === uid);
  if (type === undefined) return;
  await makeStates(db);
  await install(db, type, { anew: true });
  while (signal?.aborted !== true && (await fillStep(db, type)));
  await kept.refresh();
};
