import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';
import { setTimeout as pause } from 'node:timers/promises';

import { parseEventsSettings } from '../../config/parse-settings';
import { emitEvent } from './emit-event';
import { type AnnouncedRun, type ChangedEntry, type FinishedRun, RUN_FINISHED } from './events';
import { Sender } from './sender';

/** What a run tells those who subscribe to events. */
export interface Announcements {
  /** Notes what the transaction in hand does to a document; the last of several things is told. */
  note(entry: ChangedEntry): void;
  /** Forgets what a transaction has noted that was rolled back. */
  forget(): void;
  /** Tells what a transaction has noted that is committed, as soon as that fills an event. */
  announce(): Promise<void>;
  /** Tells of the end of the run, behind all else. */
  finish(end: Pick<FinishedRun, 'status' | 'counts'>): Promise<void>;
}

/** How long a process that ends waits for webhooks that take all, but slowly; in milliseconds. */
const PATIENCE = 300_000;

/** How long a site does that is told to end. */
const PATIENCE_OF_SITE = 5_000;

/** What is still told of runs that have ended, by app. */
const unsent = new WeakMap<Core.Strapi, Map<Promise<void>, Sender>>();

const keepUntilSent = (strapi: Core.Strapi, sender: Sender, done: Promise<void>): void => {
  const all = unsent.get(strapi) ?? new Map<Promise<void>, Sender>();
  unsent.set(strapi, all);
  all.set(done, sender);
  void done.finally(() => all.delete(done));
};

/** Waits, for a while, until everything is told of runs that have ended; what is not by then is given up. */
export const announcementsSent = async (strapi: Core.Strapi): Promise<void> => {
  const all = unsent.get(strapi) ?? new Map<Promise<void>, Sender>();
  const sent = Promise.all(all.keys()).then(() => undefined);
  const timer = new AbortController();
  const wait = (time: number) => pause(time, undefined, { signal: timer.signal }).catch(() => null);
  await Promise.race([sent, wait(isServing(strapi) ? PATIENCE_OF_SITE : PATIENCE)]);
  for (const sender of all.values()) await sender.giveUp('the process ends before they are');
  // The end of the run is told all the same, once the webhook in hand is through.
  await Promise.race([sent, wait(isServing(strapi) ? PATIENCE_OF_SITE : 2 * PATIENCE_OF_SITE)]);
  timer.abort();
};

/** What happens to a document twice in a transaction is told once. */
const together = (before: ChangedEntry | undefined, entry: ChangedEntry): ChangedEntry => {
  const isNew = before?.action === 'created' && entry.action !== 'removed';
  return isNew ? { ...entry, action: 'created' } : entry;
};

const ONLY_THE_END = {
  note: () => undefined,
  forget: () => undefined,
  announce: async () => undefined,
};

/** Begins to tell of a run, as the configuration has it: of each entry, or of its end only. */
export const announcementsOf = (strapi: Core.Strapi, run: AnnouncedRun): Announcements => {
  const { entries, batch } = parseEventsSettings(strapi.config.get('plugin::front-matter'));
  if (!entries) {
    return {
      ...ONLY_THE_END,
      finish: (end) => emitEvent(strapi, RUN_FINISHED, { ...run, ...end }),
    };
  }
  const sender = new Sender(strapi, run);
  let noted = new Map<string, ChangedEntry>();
  let committed: ChangedEntry[] = [];
  return {
    note(entry) {
      const name = `${entry.documentId} ${entry.locale ?? ''}`;
      const told = together(noted.get(name), entry);
      noted.delete(name);
      noted.set(name, told);
    },
    forget: () => noted.clear(),
    async announce() {
      committed.push(...noted.values());
      noted = new Map();
      while (committed.length >= batch) {
        await sender.add(committed.slice(0, batch));
        committed = committed.slice(batch);
      }
    },
    async finish(end) {
      if (committed.length > 0) await sender.add(committed);
      const done = sender
        .end()
        .then(() => emitEvent(strapi, RUN_FINISHED, { ...run, ...end, entries: sender.told }));
      keepUntilSent(strapi, sender, done);
    },
  };
};
