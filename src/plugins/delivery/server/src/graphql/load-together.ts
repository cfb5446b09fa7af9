import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';

import { isText } from './is-text';
import { tellLoad } from './loads';
import { populateDocuments, type Populated } from './populate-documents';

type Fields = Readonly<Record<string, unknown>>;

type Load = (uid: string, entity: Fields, field: unknown, params?: unknown) => Promise<unknown>;

interface Loading {
  readonly strapi: Core.Strapi;
  /** Relations, by type and name, that had few documents the last time. */
  readonly few: Set<string>;
}

type Ids = DataLoader<number, unknown>;

/** More than that are loaded one by one, each within its own limit. */
const MOST = 5000;

/** A relation that had no more than that the last time is not counted before it is read. */
const FEW = 500;

const countIn = (row: Populated, field: string): number =>
  Number((row[field] as { readonly count?: unknown } | null)?.count ?? 0);

/** How many of a list come before its part, and how many that has at most; null where it is no list. */
const partOf = ({ limit, offset }: Fields): readonly [number, number] | null =>
  limit === undefined && offset === undefined ? null : [Number(offset ?? 0), Number(limit ?? MOST)];

/**
 * Loads a relation of many documents as `load` does that of each: in one query for all of them, before which
 * they are counted where there may be many.
 *
 * @returns null where there are too many to be read at once
 */
const loadAll = async (
  { strapi, few }: Loading,
  uid: string,
  field: string,
  params: Fields,
  ids: readonly number[]
): Promise<ReadonlyMap<unknown, unknown> | null> => {
  const { limit: _, offset: __, orderBy, ...rest } = params;
  const of = (populate: object): Promise<readonly Populated[]> =>
    populateDocuments(strapi, uid, ids, { [field]: populate });
  const part = partOf(params);
  const relation = `${uid} ${field}`;
  const readAll = (most: number): Promise<readonly Populated[]> =>
    // With a limit, though none that is met: Strapi then sorts what is equal by id, as it does for one.
    of({ ...rest, ...(orderBy === undefined ? {} : { orderBy }), limit: most + 1 });
  const lengthOf = (rows: readonly Populated[]): number =>
    rows.reduce((sum, { [field]: value }) => sum + (Array.isArray(value) ? value.length : 0), 0);
  const partsOf = (rows: readonly Populated[]): ReadonlyMap<unknown, unknown> =>
    new Map(
      rows.map(({ id, [field]: value }) => {
        if (part === null || !Array.isArray(value)) return [id, value];
        const [offset, limit] = part;
        return [id, value.slice(offset, offset + limit)];
      })
    );
  if (part !== null && few.has(relation)) {
    const rows = await readAll(FEW);
    if (lengthOf(rows) <= FEW) return partsOf(rows);
    few.delete(relation);
  }
  if (part !== null) {
    const { populate: ___, ...counted } = rest;
    const counts = await of({ ...counted, count: true });
    const total = counts.reduce((sum, row) => sum + countIn(row, field), 0);
    if (total > MOST) return null;
  }
  const rows = await readAll(MOST);
  const found = lengthOf(rows);
  if (found > MOST) return null;
  if (found <= FEW) few.add(relation);
  return partsOf(rows);
};

const startLoader = (
  loading: Loading,
  load: Load,
  uid: string,
  field: string,
  params: Fields
): Ids =>
  new DataLoader<number, unknown>(
    async (ids) => {
      const [first] = ids;
      if (ids.length === 1) return [await load(uid, { id: first }, field, params)];
      const found = await loadAll(loading, uid, field, params, ids);
      if (found !== null) return ids.map((id) => found.get(id) ?? null);
      const values: unknown[] = [];
      for (const id of ids) values.push(await load(uid, { id }, field, params));
      return values;
    },
    // A page of documents, and few enough for one statement.
    { maxBatchSize: 100, cache: false }
  );

/**
 * Has relations of several documents that one GraphQL request asks for be loaded together: Strapi asks the
 * database twice for each relation of each document. What is asked of them, and what is answered, stays as it
 * is.
 *
 * @param uids the types whose relations are loaded so
 */
export const loadTogether = (strapi: Core.Strapi, uids: ReadonlySet<string>): void => {
  const manager = strapi.db.entityManager as unknown as { load: Load };
  const load: Load = manager.load.bind(manager);
  const loading: Loading = { strapi, few: new Set() };
  const loaders = new WeakMap<object, Map<string, Ids>>();
  const endpoint: unknown = strapi.config.get('plugin::graphql.endpoint', '/graphql');

  manager.load = (uid, entity, field, params = {}) => {
    if (typeof field === 'string') tellLoad({ uid, field, params });
    const request = strapi.requestContext.get();
    const id = entity['id'];
    if (
      request === undefined ||
      request.path !== endpoint ||
      !uids.has(uid) ||
      typeof field !== 'string' ||
      typeof id !== 'number' ||
      !isText(params) ||
      strapi.db.inTransaction()
    ) {
      return load(uid, entity, field, params);
    }
    const ofRequest = loaders.get(request) ?? new Map<string, Ids>();
    loaders.set(request, ofRequest);
    const key = JSON.stringify([uid, field, params]);
    const loader = ofRequest.get(key) ?? startLoader(loading, load, uid, field, params as Fields);
    ofRequest.set(key, loader);
    return loader.load(id);
  };
};
