import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { engineOf } from 'strapi-plugin-kit/database';

import type { DatabaseQuery } from '../plans/compile/database-query';
import { conditionsAfter } from './keyset/conditions-after';
import { conditionWhere } from './keyset/condition-where';
import { type Place, placeOf } from './keyset/place';
import { reversed, type SortKey, sortKeysOf } from './keyset/sort-keys';

type Row = Record<string, unknown>;

/** What is used here of Strapi's entity manager. */
interface Manager {
  findMany(uid: string, query: DatabaseQuery): Promise<Row[]>;
}

/** Which page of a list is to be taken. */
export interface PageAsked {
  readonly uid: string;
  readonly limit: number;
  /** Whether the documents before the place are asked for, and not those after it. */
  readonly isBackward: boolean;
  /** Where the page begins, when it is known how the list is sorted; null for its end of the list. */
  placeIn(keys: readonly SortKey[]): Place | null;
}

/** A page as it was read. */
export interface PageTaken {
  readonly keys: readonly SortKey[];
  /** Where the page began. */
  readonly from: Place | null;
  /** Where each of its documents stands. */
  readonly places: readonly Place[];
  /** Whether there are documents beyond the page, in the direction in which it was read. */
  readonly hasMore: boolean;
  /** What Strapi asked the database for. */
  readonly query: DatabaseQuery;
}

interface Taking {
  readonly asked: PageAsked;
  isBegun: boolean;
  taken: PageTaken | null;
}

const takings = new AsyncLocalStorage<Taking>();

/**
 * Has what asks for a list, in Strapi's own way, answer with a page of it that begins at a place: with the same
 * checks, and the same documents in the same order as the list has.
 */
export const takePage = async <Answer>(
  asked: PageAsked,
  ask: () => Promise<Answer>
): Promise<{ readonly answer: Answer; readonly page: PageTaken }> => {
  const taking: Taking = { asked, isBegun: false, taken: null };
  const answer = await takings.run(taking, ask);
  if (taking.taken === null) throw new Error(`no list of ${asked.uid} was asked for`);
  return { answer, page: taking.taken };
};

const namesOf = (select: unknown): readonly unknown[] => [select ?? '*'].flat();

/** The attributes that a query has to be told to read, too, so that places are known. */
const unread = ({ select }: DatabaseQuery, keys: readonly SortKey[]): readonly string[] => {
  const names = namesOf(select);
  if (names.includes('*')) return [];
  return keys.map(({ attribute }) => attribute).filter((name) => !names.includes(name));
};

const take = async (
  strapi: Core.Strapi,
  find: Manager['findMany'],
  { uid, limit, isBackward, placeIn }: PageAsked,
  query: DatabaseQuery
): Promise<{ readonly rows: Row[]; readonly page: PageTaken }> => {
  const keys = sortKeysOf(strapi, uid, query.orderBy);
  const from = placeIn(keys);
  const order = isBackward ? reversed(keys) : keys;
  const added = unread(query, keys);
  const select = added.length === 0 ? query.select : [...namesOf(query.select), ...added];
  const orderBy = order.map(({ attribute, isDescending }) => ({
    [attribute]: isDescending ? 'desc' : 'asc',
  }));
  const conditions =
    from === null ? [null] : conditionsAfter(order, from, engineOf(strapi.db).nullsFirst);
  const rows: Row[] = [];
  for (const condition of conditions) {
    // One more than the page has tells whether there are more.
    const missing = limit + 1 - rows.length;
    if (missing === 0) break;
    const where =
      condition === null
        ? query.where
        : { $and: [query.where ?? {}, conditionWhere(condition, order, from ?? [])] };
    const part = { ...query, ...(where && { where }), select, orderBy, limit: missing };
    rows.push(...(await find(uid, part)));
  }
  const own = rows.slice(0, limit);
  if (isBackward) own.reverse();
  const places = own.map((row) => placeOf(keys, row));
  for (const row of own) for (const name of added) Reflect.deleteProperty(row, name);
  return { rows: own, page: { keys, from, places, hasMore: rows.length > limit, query } };
};

/** Lets `takePage` place the lists of an application. To be called once. */
export const placeLists = (strapi: Core.Strapi): void => {
  const manager = strapi.db.entityManager as unknown as Manager;
  const find = manager.findMany.bind(manager);
  manager.findMany = async (uid, query) => {
    const taking = takings.getStore();
    // The first list is the one that was asked for: others come from what answers are made of.
    if (taking === undefined || taking.isBegun || taking.asked.uid !== uid) return find(uid, query);
    taking.isBegun = true;
    const { rows, page } = await take(strapi, find, taking.asked, query);
    taking.taken = page;
    return rows;
  };
};
