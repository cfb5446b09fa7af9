import type { Core } from '@strapi/strapi';

const HEARD = Symbol.for('strapi-plugin-kit.rejections');

/** Kept where every copy of this package finds it. */
interface Heard {
  count: number;
}

type Hearing = NodeJS.Process & { [HEARD]?: Heard };

const running = (): Core.Strapi | undefined =>
  (globalThis as { readonly strapi?: Core.Strapi }).strapi;

/**
 * Keeps a promise that nobody waits for from ending a server: Strapi tells others of a save in such
 * ones, and one that fails would take every request down with it. It is logged and counted. A
 * command, which nobody is served by, ends as before.
 */
export const hearRejections = (): void => {
  const listener: Hearing = process;
  if (listener[HEARD]) return;
  const heard: Heard = { count: 0 };
  listener[HEARD] = heard;
  process.on('unhandledRejection', (reason) => {
    const site = running();
    if (site?.server?.httpServer?.listening !== true) throw reason;
    heard.count += 1;
    const told = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    site.log.error(`A rejection that nobody handled, number ${heard.count}: ${told}`);
  });
};
