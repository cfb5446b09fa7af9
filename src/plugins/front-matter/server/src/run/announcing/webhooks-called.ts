import { setTimeout as pause } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

/** What is used of the queue in which Strapi calls webhooks: five events at a time, in no order. */
interface Queue {
  readonly running: number;
  readonly queue: readonly unknown[];
}

/** Between two looks, in milliseconds. */
const INTERVAL = 10;

/** A site that serves may have webhooks of its own to call all the time; in milliseconds. */
const LONGEST = 60_000;

/**
 * Waits until all webhooks were called whose events were emitted, so that what is emitted next comes
 * after that. Strapi tells nobody when it has called one; it gives each ten seconds to answer.
 */
export const webhooksCalled = async (strapi: Core.Strapi): Promise<void> => {
  const { queue } = strapi.get('webhookRunner') as unknown as { readonly queue?: Queue };
  const end = performance.now() + LONGEST;
  while (queue !== undefined && queue.running + queue.queue.length > 0) {
    if (performance.now() > end) return;
    await pause(INTERVAL);
  }
};
