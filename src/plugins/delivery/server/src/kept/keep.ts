import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { retryTransaction } from 'strapi-plugin-kit/database';
import { fillStep } from './fill';
import { fold } from './fold';
import { install, madeFor } from './install';
import { type Kept, keptOf } from './kept';
import type { KeptType } from './kept-types';
import { repeat } from '../triggers/repeat';
import { sayWhyNot } from '../triggers/say-why-not';
import { makeStates } from '../triggers/state';
import { drop, uninstallOthers } from './uninstall';

/** From one look to the next whether there is anything to fill in or to add up; in milliseconds. */
const INTERVAL = 1_000;

/** Makes what is kept of a type, and fills in the first rows: of a small site, all of them. */
const begin = async ({ db }: Core.Strapi, type: KeptType): Promise<void> => {
  await install(db, type);
  await fillStep(db, type);
};

/** Drops what of a type is there after an error. */
const abandon = async ({ db }: Core.Strapi, type: KeptType): Promise<void> => {
  await retryTransaction(db, (trx) => drop(db, trx, madeFor(db, type)));
};

const beginAll = async (strapi: Core.Strapi, { types }: Kept): Promise<void> => {
  const { db } = strapi;
  await uninstallOthers(db, new Set(types.map(({ name }) => name)));
  if (types.length === 0) return;
  await makeStates(db);
  for (const type of types) {
    try {
      await begin(strapi, type);
    } catch (error) {
      // That it could not be made either is no second error.
      await abandon(strapi, type).catch(() => undefined);
      throw error;
    }
  }
};

/** Fills in what is missing, in steps with as much time between them for others. */
const fillIn = async ({ db }: Core.Strapi, { types }: Kept, signal: AbortSignal): Promise<void> => {
  for (const type of types) {
    for (;;) {
      const start = performance.now();
      if (!(await fillStep(db, type)) || signal.aborted) break;
      await pause(performance.now() - start);
    }
  }
};

const stops = new WeakMap<Core.Strapi, () => Promise<void>>();

/**
 * Makes what is to be kept, and goes on filling it in and adding it up while the application
 * serves. A site starts though nothing can be kept: that is said in its log.
 */
export const startKeeping = async (strapi: Core.Strapi): Promise<void> => {
  const kept = keptOf(strapi);
  for (const { what, reason } of kept.unkept) {
    strapi.log.warn(`delivery: nothing is kept of ${what}: ${reason}.`);
  }
  try {
    await beginAll(strapi, kept);
    await kept.refresh();
  } catch (error) {
    sayWhyNot(strapi, error, {
      what: 'counts and listings',
      instead: 'Lists and their counts are answered without them, and slower.',
    });
    return;
  }
  if (kept.types.length === 0) return;
  const stop = repeat(strapi, {
    interval: INTERVAL,
    failure: 'delivery: counts are not added up',
    async work(signal) {
      await fillIn(strapi, kept, signal);
      await fold(strapi.db, () => signal.aborted);
      await kept.refresh();
    },
  });
  stops.set(strapi, stop);
};

export const stopKeeping = async (strapi: Core.Strapi): Promise<void> => {
  await stops.get(strapi)?.();
};
