import type { Core } from '@strapi/strapi';
import { chunks, pages } from 'strapi-plugin-kit/database';
import type { SourceAttributes } from '../config';
import { reconcileSource, type Source, type SourceRules } from '../core';
import { askedOf, putSource, type Row, sourceOf, type StoredRow } from '../sources/row';
import { sourceError } from './source-error';

/** A content type, and the rules its sources are kept by. */
export interface ServedType {
  readonly strapi: Core.Strapi;
  readonly uid: Parameters<Core.Strapi['db']['query']>[0];
  readonly attributes: SourceAttributes;
  readonly rules: SourceRules;
}

/** Rows that are to hold another source than the one statement for all of them writes. */
export interface Correction {
  readonly ids: readonly number[];
  readonly source: Source;
}

const PAGE = 500;

/**
 * Reconciles what one statement asks of many rows with what each holds itself. The data get the
 * source of the first ones; what others are to hold is given back, to be corrected afterwards: a
 * condition on the source would not find them any more if it were written before.
 * @throws {ValidationError} when one of the rows cannot hold what is asked
 */
export async function reconcileMany(
  type: ServedType,
  where: unknown,
  data: Row
): Promise<Correction[]> {
  const { attributes, rules } = type;
  const asked = askedOf(data, attributes);
  if (asked.code === undefined && asked.url === undefined) {
    // Only the key is asked for, and that follows from the code.
    if (attributes.key !== false) delete data[attributes.key];
    return [];
  }
  const groups = new Map<string, { ids: number[]; source: Source }>();
  const reconcile = (stored: Source | null): Source => {
    const result = reconcileSource(asked, stored, rules);
    if (!result.ok) throw sourceError(result.problem, attributes);
    return result.source;
  };
  for await (const rows of pagesOf(type, where)) {
    for (const row of rows) {
      const source = reconcile(sourceOf(row, attributes));
      const key = JSON.stringify([source.code, source.url]);
      const group = groups.get(key) ?? { ids: [], source };
      group.ids.push(row.id);
      groups.set(key, group);
    }
  }
  const [first, ...others] = groups.values();
  putSource(data, first?.source ?? reconcile(null), attributes, rules);
  return others;
}

/** Writes what {@link reconcileMany} gave back, past the hooks: it is reconciled. */
export async function correctMany(
  { strapi, uid, attributes, rules }: ServedType,
  corrections: readonly Correction[]
): Promise<void> {
  for (const { ids, source } of corrections) {
    const data: Row = {};
    putSource(data, source, attributes, rules);
    for (const part of chunks(ids, PAGE)) {
      const where = { id: { $in: part } };
      await strapi.db.queryBuilder(uid).where(where).update(data).execute();
    }
  }
}

function pagesOf(
  { strapi, uid, attributes }: ServedType,
  where: unknown
): AsyncGenerator<readonly StoredRow[]> {
  return pages(PAGE, (above, limit): Promise<StoredRow[]> =>
    strapi.db.query(uid).findMany({
      where: { $and: [where ?? {}, { id: { $gt: above } }] },
      select: ['id', attributes.code, attributes.url],
      orderBy: { id: 'asc' },
      limit,
    })
  );
}
