import type { Core } from '@strapi/strapi';

/** What an app is unpacking. */
interface Unpackings {
  readonly controller: AbortController;
  /** By upload. */
  readonly running: Map<string, Promise<void>>;
}

const ofApps = new WeakMap<Core.Strapi, Unpackings>();

const unpackingsOf = (strapi: Core.Strapi): Unpackings => {
  const known = ofApps.get(strapi);
  if (known !== undefined) return known;
  const fresh = { controller: new AbortController(), running: new Map<string, Promise<void>>() };
  ofApps.set(strapi, fresh);
  return fresh;
};

/** How many uploads the app is unpacking. */
export const countUnpacking = (strapi: Core.Strapi): number => unpackingsOf(strapi).running.size;

export const isUnpacking = (strapi: Core.Strapi, upload: string): boolean =>
  unpackingsOf(strapi).running.has(upload);

/** Unpacks an upload while nobody waits for it. */
export const beginUnpacking = (
  strapi: Core.Strapi,
  upload: string,
  work: (signal: AbortSignal) => Promise<void>
): void => {
  const { controller, running } = unpackingsOf(strapi);
  const done = work(controller.signal)
    .catch((error: unknown) => {
      strapi.log.error(`An upload could not be unpacked: ${String(error)}`);
    })
    .finally(() => running.delete(upload));
  running.set(upload, done);
};

/** Stops what the app is unpacking, and waits until nothing of it is left. */
export const endUnpacking = async (strapi: Core.Strapi): Promise<void> => {
  const { controller, running } = unpackingsOf(strapi);
  controller.abort();
  await Promise.all(running.values());
};
