import type { Core } from '@strapi/strapi';

import { messageOf } from '../message-of';
import { emitEvent } from './emit-event';
import { type AnnouncedRun, type ChangedEntry, ENTRIES_CHANGED } from './events';
import { WaitingEvents } from './waiting-events';
import { webhooksCalled } from './webhooks-called';

/** A webhook that does not answer takes ten seconds; in milliseconds. */
const NO_ANSWER = 9_500;

/** After so many events in a row without an answer none follows. */
const STRIKES = 3;

/**
 * Tells of entries, one event after the other, each once all webhooks were called for the one before.
 * Whoever adds an event does not wait for that.
 */
export class Sender {
  readonly #strapi: Core.Strapi;
  readonly #run: AnnouncedRun;
  readonly #waiting = new WaitingEvents();
  #sending: Promise<void> | null = null;
  #isGivenUp = false;
  #strikes = 0;
  #told = 0;

  constructor(strapi: Core.Strapi, run: AnnouncedRun) {
    this.#strapi = strapi;
    this.#run = run;
  }

  /** How many entries were told. */
  get told(): number {
    return this.#told;
  }

  async add(entries: readonly ChangedEntry[]): Promise<void> {
    if (this.#isGivenUp) return;
    try {
      const isKept = await this.#waiting.add(entries);
      if (!isKept) await this.giveUp('too many of them wait for webhooks that are slow');
    } catch (failure) {
      await this.giveUp(messageOf(failure));
    }
    this.#sending ??= this.#sendAll();
  }

  /** Resolves once all is told that was added, or given up; nothing is added after that. */
  async end(): Promise<void> {
    await this.#sending;
    await this.#waiting.clear();
  }

  /** Tells nothing more, and says so. */
  async giveUp(why: string): Promise<void> {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    await this.#waiting.clear();
    this.#strapi.log.error(
      `Not every document that run ${this.#run.run} writes is told to subscribers of ${ENTRIES_CHANGED}: ${why}.`
    );
  }

  async #sendAll(): Promise<void> {
    try {
      while (this.#waiting.count > 0) await this.#sendNext();
    } catch (failure) {
      await this.giveUp(messageOf(failure));
    }
    this.#sending = null;
  }

  async #sendNext(): Promise<void> {
    const entries = (await this.#waiting.take()) as readonly ChangedEntry[];
    const start = performance.now();
    await emitEvent(this.#strapi, ENTRIES_CHANGED, { ...this.#run, entries });
    this.#told += entries.length;
    await webhooksCalled(this.#strapi);
    const isAnswered = performance.now() - start < NO_ANSWER;
    this.#strikes = isAnswered ? 0 : this.#strikes + 1;
    if (this.#strikes === STRIKES) await this.giveUp('a webhook does not answer');
  }
}
