import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

import type { DatabaseQuery } from '../plans/compile/database-query';

/** The queries of one request, as the Document Service asks the database. */
export interface Watched {
  readonly uid: string;
  documents: DatabaseQuery | null;
  count: DatabaseQuery | null;
}

type Find = (uid: string, query: DatabaseQuery) => Promise<unknown>;

const watches = new AsyncLocalStorage<Watched>();

/** Runs a request, and tells what it asked the database for of a type. */
export const watch = async (uid: string, run: () => Promise<unknown>): Promise<Watched> => {
  const watched: Watched = { uid, documents: null, count: null };
  await watches.run(watched, run);
  return watched;
};

/** Lets `watch` see the queries of an application. To be called once. */
export const watchQueries = ({ db }: Core.Strapi): void => {
  const manager = db.entityManager as unknown as Record<'findMany' | 'findOne' | 'count', Find>;
  const note = (kind: 'findMany' | 'findOne' | 'count', into: 'documents' | 'count'): void => {
    const find = manager[kind].bind(manager);
    manager[kind] = (uid, query) => {
      const watched = watches.getStore();
      // The first of its kind: others come from what answers are made of.
      if (watched?.uid === uid) watched[into] ??= query;
      return find(uid, query);
    };
  };
  note('findMany', 'documents');
  note('findOne', 'documents');
  note('count', 'count');
};
