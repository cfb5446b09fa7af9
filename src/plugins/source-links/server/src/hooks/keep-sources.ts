import type { Core } from '@strapi/strapi';
import type { SourceAttributes } from '../config';
import { type AskedSource, reconcileSource, type Source, type SourceRules } from '../core';
import type { Sources } from '../sources/sources';
import {
  askedOf,
  concernsSource,
  copySource,
  hasNoSource,
  namedBy,
  putName,
  putSource,
  renameBy,
  type Row,
  sourceOf,
} from '../sources/row';
import { type Correction, correctMany, reconcileMany } from './reconcile-many';
import { sourceError } from './source-error';

type Uid = Parameters<Core.Strapi['db']['query']>[0];
type Subscriber = Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0];
type Event = Parameters<Extract<Subscriber, (event: never) => unknown>>[0];

/** A document has a draft and a published row a locale; no site has as many locales as this. */
const MAX_ROWS = 1000;

/**
 * Keeps code, URL, key and name of every row of the served types in step, whichever way it is
 * written. A row that only copies another one of its document (publishing, discarding) is left as
 * it is, so that what was once stored can always be published.
 */
export function keepSources(strapi: Core.Strapi, sources: Sources): Subscriber {
  const { config, rules, attributesOf } = sources;

  const read = async (
    uid: Uid,
    where: unknown,
    { code, url }: SourceAttributes,
    { more = [], limit = MAX_ROWS }: { more?: readonly string[]; limit?: number } = {}
  ): Promise<Row[]> =>
    strapi.db.query(uid).findMany({ where, select: ['id', code, url, ...more], limit });

  /** Whether another row of the document holds the very same code and URL. */
  const isCopy = async (uid: Uid, row: Row, attributes: SourceAttributes): Promise<boolean> => {
    const { documentId } = row;
    if (typeof documentId !== 'string') return false;
    const own = sourceOf(row, attributes);
    const others = await read(uid, { documentId }, attributes);
    return others.some((other) => {
      const { code, url } = sourceOf(other, attributes);
      return code === own.code && url === own.url;
    });
  };

  const reconcile = (row: Row, stored: Source | null, attributes: SourceAttributes): void => {
    const result = reconcileSource(askedOf(row, attributes), stored, rules);
    if (!result.ok) throw sourceError(result.problem, attributes);
    putSource(row, result.source, attributes, rules);
  };

  const reconcileNew = (row: Row, attributes: SourceAttributes): void => {
    putName(row, attributes, rules);
    if (concernsSource(row, attributes)) reconcile(row, null, attributes);
  };

  return {
    models: Object.keys(config.contentTypes),

    async beforeCreate(event: Event) {
      const attributes = attributesOf(event.model.uid);
      const row = rowOf(event.params.data);
      if (attributes === null || row === null) return;
      const own = sourceOf(row, attributes);
      if (
        wouldChange(row, attributes, rules) &&
        (await isCopy(event.model.uid as Uid, row, attributes))
      ) {
        putSource(row, own, attributes, rules);
      } else {
        reconcileNew(row, attributes);
      }
    },

    beforeCreateMany(event: Event) {
      const attributes = attributesOf(event.model.uid);
      const rows: unknown = event.params.data;
      if (attributes === null || !Array.isArray(rows)) return;
      // A draft and its published copy stand side by side, with one source between them.
      let last: ReconciledRow | null = null;
      for (const item of rows) {
        const row = rowOf(item);
        if (row === null) continue;
        putName(row, attributes, rules);
        if (hasNoSource(row, attributes)) continue;
        const asked = askedOf(row, attributes);
        if (last === null || asked.code !== last.asked.code || asked.url !== last.asked.url) {
          reconcile(row, null, attributes);
          last = { asked, row };
        } else {
          copySource(last.row, row, attributes);
        }
      }
    },

    async beforeUpdate(event: Event) {
      const attributes = attributesOf(event.model.uid);
      const row = rowOf(event.params.data);
      if (attributes === null || row === null) return;
      const named = namedBy(row, attributes);
      if (named.length === 0 && !concernsSource(row, attributes)) return;
      const where: unknown = event.params.where;
      const wanted = { more: named, limit: 1 };
      const [stored] = await read(event.model.uid as Uid, where, attributes, wanted);
      if (stored === undefined) return;
      if (named.length > 0) renameBy(row, stored, attributes, rules);
      if (concernsSource(row, attributes)) reconcile(row, sourceOf(stored, attributes), attributes);
    },

    async beforeUpdateMany(event: Event) {
      const attributes = attributesOf(event.model.uid);
      const row = rowOf(event.params.data);
      if (attributes === null || row === null || !concernsSource(row, attributes)) return;
      const type = { strapi, uid: event.model.uid as Uid, attributes, rules };
      event.state['corrections'] = await reconcileMany(type, event.params.where, row);
    },

    async afterUpdateMany(event: Event) {
      const attributes = attributesOf(event.model.uid);
      const { corrections } = event.state as { corrections?: readonly Correction[] };
      if (attributes === null || corrections === undefined) return;
      await correctMany({ strapi, uid: event.model.uid as Uid, attributes, rules }, corrections);
    },
  };
}

/** A row that has been reconciled, and what it had asked for. */
interface ReconciledRow {
  readonly asked: AskedSource;
  readonly row: Row;
}

function rowOf(data: unknown): Row | null {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Row) : null;
}

/** Whether a new row's code and URL, as they are given, could not be kept both as they are. */
function wouldChange(row: Row, attributes: SourceAttributes, rules: SourceRules): boolean {
  const own = sourceOf(row, attributes);
  if (own.code === null && own.url === null) return false;
  const result = reconcileSource(own, null, rules);
  return !result.ok || result.source.code !== own.code || result.source.url !== own.url;
}
