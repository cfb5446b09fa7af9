import type { Core } from '@strapi/strapi';
import { engineOf } from 'strapi-plugin-kit/database';
import { readConfig } from '../config/read-config';
import { repeat } from '../triggers/repeat';
import { sayWhyNot } from '../triggers/say-why-not';
import { installLog, uninstallLog } from './install-log';
import { logOf } from './logged';
import { moveInbox } from './move-inbox';
import { prune } from './prune';

/** From one look to the next whether there is anything to move to the log; in milliseconds. */
const MOVED_EVERY = 1_000;

/** The same for what is to be forgotten. */
const PRUNED_EVERY = 60_000;

const NONE: ReadonlySet<string> = new Set();

const stops = new WeakMap<Core.Strapi, () => Promise<void>>();

/**
 * Makes the log of changes where the configuration asks for it, and goes on moving and pruning its
 * entries while the application serves. A site starts though there can be no log: that is said.
 *
 * @returns the types that it tells of
 */
export const startLog = async (strapi: Core.Strapi): Promise<ReadonlySet<string>> => {
  const { db } = strapi;
  const config = readConfig(strapi.config.get('plugin::delivery'));
  const isOn = config.enabled && config.changes;
  const log = logOf(strapi, Object.keys(config.contentTypes));
  try {
    if (!isOn) {
      await uninstallLog(db);
      return NONE;
    }
    await installLog(db, log);
  } catch (error) {
    sayWhyNot(strapi, error, {
      what: 'the log of changes',
      instead: 'There is no change feed.',
    });
    return NONE;
  }
  const pruning = repeat(strapi, {
    interval: PRUNED_EVERY,
    failure: 'delivery: the log of changes is not pruned',
    work: (signal) => prune(db, config.changesKept, () => signal.aborted),
  });
  const moving = engineOf(db).keeping.appends
    ? repeat(strapi, {
        interval: MOVED_EVERY,
        failure: 'delivery: changes are not moved to their log',
        work: (signal) => moveInbox(db, () => signal.aborted),
      })
    : async () => undefined;
  stops.set(strapi, async () => {
    await Promise.all([pruning(), moving()]);
  });
  return new Set(log.tables.map(({ uid }) => uid));
};

export const stopLog = async (strapi: Core.Strapi): Promise<void> => {
  await stops.get(strapi)?.();
};
