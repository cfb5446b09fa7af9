import type { Core } from '@strapi/strapi';
import type { AnswerField } from 'strapi-plugin-kit/answers';
import { columnOf, engineOf } from 'strapi-plugin-kit/database';

import { type Finisher, finishDocuments } from '../../answers/finish-documents';
import { needsOf } from '../../answers/learn';
import { shownTypes, typesOf } from '../../answers/sources';
import { compileLevel, type PlaceCondition } from '../../plans/compile/compile-level';
import type { Level } from '../../plans/level';
import { levelReader, type ReadLevel } from '../../plans/read-level';
import type { ReadValue } from '../../plans/read-value';
import { PlaceParameter } from '../../plans/statement';
import { conditionSql } from '../keyset/condition-sql';
import { type Condition, conditionsAfter } from '../keyset/conditions-after';
import type { Place, Scalar } from '../keyset/place';
import { reversed, type SortKey } from '../keyset/sort-keys';
import type { PageAsked, PageTaken } from '../take-page';

/** How one part of a page is read: documents of one range of an order. */
interface PagePart {
  readonly level: Level;
  readonly read: ReadLevel;
  readonly finisher: Finisher;
}

/** How pages are read that begin at a place of one kind. */
export interface PagePlan {
  readonly parts: readonly PagePart[];
  readonly keys: readonly SortKey[];
  readonly isBackward: boolean;
  /** Whether its documents are the same whatever a request is, beside what it asks for. */
  readonly isPlain: boolean;
  /** The types that pages have documents of, and those that they depend on as a whole. */
  readonly uids: readonly string[];
  readonly types: readonly string[];
  /** A place's values as statements take them. */
  valuesOf(place: Place): readonly ReadValue[];
}

/** Parameters of a statement come after how many documents, and after how many. */
const FIRST = 2;

/**
 * Compiles how pages are read, of what Strapi asked the database for to read one.
 *
 * @param sample a document of that page
 * @param fields those that its documents have beside attributes
 * @throws Uncovered for what is left to Strapi
 */
export const compilePage = (
  strapi: Core.Strapi,
  { uid, isBackward }: Pick<PageAsked, 'uid' | 'isBackward'>,
  { keys, from, query }: Pick<PageTaken, 'keys' | 'from' | 'query'>,
  sample: Readonly<Record<string, unknown>>,
  fields: readonly AnswerField[]
): PagePlan => {
  const { db } = strapi;
  const order = isBackward ? reversed(keys) : keys;
  const orderBy = order.map(({ attribute, isDescending }) => ({
    [attribute]: isDescending ? 'desc' : 'asc',
  }));
  const needs = needsOf(fields);
  const own = order.map(({ attribute }) => attribute);

  const placeOf = (condition: Condition, alias: string): PlaceCondition => {
    const columns = order.map(({ attribute, type }) => {
      const column = attribute === 'id' ? attribute : columnOf(db, uid, attribute);
      return { name: db.connection.raw('??', [`${alias}.${column}`]).toSQL().sql, type };
    });
    const { sql, bounds } = conditionSql(condition, columns);
    const bindings = bounds.map(
      ({ key, isNext }) => new PlaceParameter(FIRST + key + (isNext ? order.length : 0))
    );
    return { sql, bindings };
  };
  const compile = (condition: Condition | null): PagePart => {
    const level = compileLevel(
      strapi,
      uid,
      { ...query, orderBy },
      { ...needs, attributes: [...needs.attributes, ...own] },
      sample,
      false,
      condition === null ? undefined : (alias) => placeOf(condition, alias)
    );
    return { level, read: levelReader(level), finisher: finishDocuments(strapi, level, fields) };
  };

  const toValue = (value: Scalar, key: number, later = 0): ReadValue =>
    typeof value === 'string' && order[key]?.type === 'datetime'
      ? new Date(new Date(value).getTime() + later)
      : value;
  const conditions = from === null ? [null] : conditionsAfter(order, from, engineOf(db).nullsFirst);
  const parts = conditions.map(compile);
  return {
    parts,
    uids: [...new Set(parts.flatMap(({ level }) => shownTypes(level)))],
    types: [...new Set(parts.flatMap(({ level }) => typesOf(level)))],
    isPlain: parts.every(({ finisher }) => finisher.isPlain),
    keys,
    isBackward,
    valuesOf: (place) => [
      ...place.map((value, key) => toValue(value, key)),
      // The next milliseconds.
      ...place.map((value, key) => toValue(value, key, 1)),
    ],
  };
};
