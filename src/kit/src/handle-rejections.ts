import type { Core } from '@strapi/strapi';
import { isEnding } from './is-serving';

const COUNTER = Symbol.for('strapi-plugin-kit.rejections');

/** Kept where every copy of this package finds it. */
interface Counter {
  count: number;
}

type Listener = NodeJS.Process & { [COUNTER]?: Counter };

const running = (): Core.Strapi | undefined =>
  (globalThis as { readonly strapi?: Core.Strapi }).strapi;

/**
 * Keeps an unhandled rejection from ending a server: Strapi awaits none of the promises in which it
 * tells others of a save, and one that fails would end every request. It is logged and counted. A
 * command, which serves no requests, ends as before.
 */
export const handleRejections = (): void => {
  const listener: Listener = process;
  if (listener[COUNTER]) return;
  const counter: Counter = { count: 0 };
  listener[COUNTER] = counter;
  process.on('unhandledRejection', (reason) => {
    const site = running();
    if (site?.server?.httpServer?.listening !== true && (!site || !isEnding(site))) throw reason;
    counter.count += 1;
    const told = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    site.log.error(`An unhandled rejection, number ${counter.count}: ${told}`);
  });
};
