import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isServing } from 'strapi-plugin-kit';

/** From one time to the next after an error; in milliseconds. */
const AFTER_ERROR = 60_000;

/** What is done again and again while a site serves. */
export interface Repeated {
  /** From one time to the next; in milliseconds. */
  readonly interval: number;
  work(signal: AbortSignal): Promise<void>;
  /** What is said of the first error. */
  readonly failure: string;
}

/**
 * Does something again and again while a site serves; commands leave it to the site.
 *
 * @returns ends it, and waits for what is being done
 */
export const repeat = (
  strapi: Core.Strapi,
  { interval, work, failure }: Repeated
): (() => Promise<void>) => {
  const controller = new AbortController();
  const { signal } = controller;
  const run = async (): Promise<void> => {
    let wait = interval;
    while (!signal.aborted) {
      await pause(wait, null, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted || !isServing(strapi)) continue;
      try {
        await work(signal);
        wait = interval;
      } catch (error) {
        if (wait === interval) strapi.log.error(failure, error);
        wait = AFTER_ERROR;
      }
    }
  };
  const ended = run();
  return async () => {
    controller.abort();
    await ended;
  };
};
