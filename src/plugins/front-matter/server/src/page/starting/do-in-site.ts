import type { Core } from '@strapi/strapi';

import { performTask } from '../doing/perform-task';

/** What is being done, by what ends it. */
type AtWork = Map<AbortController, Promise<void>>;

const known = new WeakMap<Core.Strapi, AtWork>();

const atWorkIn = (strapi: Core.Strapi): AtWork => {
  const atWork = known.get(strapi) ?? new Map<AbortController, Promise<void>>();
  known.set(strapi, atWork);
  return atWork;
};

/** Does a task in this process, which goes on serving: an import lets requests in between its batches. */
export const doInSite = (strapi: Core.Strapi, key: string): void => {
  const atWork = atWorkIn(strapi);
  const end = new AbortController();
  const done = performTask(strapi, key, end.signal)
    .catch((error: unknown) => strapi.log.error(`Task ${key} has failed: ${String(error)}`))
    .finally(() => atWork.delete(end));
  atWork.set(
    end,
    done.then(() => undefined)
  );
};

/** Has what this process does stop after the batch in hand, while the database is there: it is said to be interrupted. */
export const endTasksInSite = async (strapi: Core.Strapi): Promise<void> => {
  const atWork = atWorkIn(strapi);
  for (const end of atWork.keys()) end.abort();
  await Promise.all(atWork.values());
};
