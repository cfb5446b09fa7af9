import type { RequestListener } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';

import type { Describe } from '../answers/http/describe-answer';
import type { Freshness } from '../answers/freshness';
import type { Visits } from '../answers/visits';
import type { Ways } from '../answers/http/ways';
import { type Position, readTouched } from '../changes/read-touched';
import type { CacheSettings } from '../config/schema';
import { type AnswerMemory, createMemory } from './answer-memory';
import { type AnswerStore, createAnswerStore } from './answer-store';
import { createFront } from './front';
import { startKeepingUp } from './keep-up';
import { shareAnswers, type SharedAnswers } from './shared-answers';

/** The first middleware of the application's own; null where there are only Strapi's. */
const findOwnMiddleware = (strapi: Core.Strapi): string | null => {
  const list = strapi.config.get<readonly (string | { name?: string; resolve?: string })[]>(
    'middlewares',
    []
  );
  const names = list.map((one) => (typeof one === 'string' ? one : (one.name ?? one.resolve)));
  return names.find((name) => name?.startsWith('strapi::') !== true) ?? null;
};

const opened = new WeakMap<Core.Strapi, SharedAnswers>();
const stores = new WeakMap<Core.Strapi, AnswerStore>();

/** How much memory the answers that are kept take, in bytes; null where none are. */
export const cacheSize = (strapi: Core.Strapi): number | null => stores.get(strapi)?.size() ?? null;

/**
 * The Redis of the application, where its database tells all instances the same of what was committed: a
 * file of SQLite's has but one instance.
 */
const findShared = (strapi: Core.Strapi, settings: CacheSettings): SharedAnswers | null => {
  const url = process.env['REDIS_URL'];
  if (url === undefined || url === '' || strapi.db.dialect.client === 'sqlite') return null;
  const { host, database } = strapi.db.connection.client.connectionSettings as Readonly<
    Record<string, unknown>
  >;
  const shared = shareAnswers(url, JSON.stringify([host, database, settings]), (message) =>
    strapi.log.warn(message)
  );
  opened.set(strapi, shared);
  return shared;
};

/** Whether what answers are shared by answers itself; null where they are not shared. */
export const isSharing = (strapi: Core.Strapi): boolean | null =>
  opened.get(strapi)?.isThere() ?? null;

/** Lets go of what answers are shared by. To be called when the application ends. */
export const stopSharing = (strapi: Core.Strapi): void => {
  opened.get(strapi)?.close();
  opened.delete(strapi);
};

/** What answers are kept in; null where none are. */
const memoryFor = (
  strapi: Core.Strapi,
  reader: Reader,
  fresh: Freshness,
  told: ReadonlySet<string>,
  settings: CacheSettings
): AnswerMemory | null => {
  if (settings.bytes === 0 || process.env['DELIVERY_CACHE'] === 'off') return null;
  const store = createAnswerStore(settings.bytes, told);
  stores.set(strapi, store);
  const touched = (since: Position | null) => readTouched(strapi, since);
  const keepUp = startKeepingUp(reader, fresh, store, told.size > 0 ? touched : null);
  return createMemory(store, keepUp, findShared(strapi, settings));
};

/** Who answers what the public asks for. */
export interface Answering {
  readonly reader: Reader;
  readonly fresh: Freshness;
  /** The types whose documents are told when they are written. */
  readonly told: ReadonlySet<string>;
  /** Where the public asks. */
  readonly paths: readonly string[];
  readonly visits: Visits;
  /** Whether the answers at a path are Strapi's to make, and told. */
  isTold(path: string): boolean;
  readonly describe: Describe;
  readonly ways: Ways;
}

/**
 * Has what the public asks for at some paths be answered in front of Strapi's middlewares. Not where the application has
 * middlewares of its own: they may have to see every request.
 *
 * @param isShown whether answers say where they come from
 */
export const answerInFront = (
  strapi: Core.Strapi,
  { reader, fresh, told, ways, ...front }: Answering,
  settings: CacheSettings,
  isShown: boolean
): void => {
  if (settings.inFront === false) return;
  const own = settings.inFront === true ? null : findOwnMiddleware(strapi);
  if (own !== null) {
    strapi.log.info(
      `delivery answers nothing in front of Strapi: "${own}" of config/middlewares would not see those requests; ` +
        '"cache.inFront": true says that it need not'
    );
    return;
  }
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as RequestListener[];
  const behind: RequestListener = (request, response) => {
    for (const listener of listeners) listener.call(httpServer, request, response);
  };
  const memory = memoryFor(strapi, reader, fresh, told, settings);
  httpServer.removeAllListeners('request');
  httpServer.on('request', createFront({ ...front, memory, behind, ways, isShown }));
};
