import type { Core } from '@strapi/strapi';
import { maxRows } from 'strapi-plugin-kit';

import { builderOf, type DatabaseAttribute, type DatabaseQuery, modelOf } from './database-query';
import type { Level, Relation } from '../level';
import { type Fields, isFields, populateMap } from './populate-map';
import { selectColumns } from './select-columns';
import { cutStatement, KEYS } from '../statement';
import { typesIn } from './types-in';
import { Uncovered } from '../uncovered';

/** The first document of a relation in an answer. */
const sampleOf = (sample: Fields | null, name: string): Fields | null => {
  const value = sample?.[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isFields(first) ? first : null;
};

/** What a populated relation may ask for here; all else is Strapi's. */
const KNOWN = new Set(['select', 'where', 'filters', 'orderBy', 'populate']);

const hasOrder = (orderBy: unknown): boolean =>
  orderBy !== undefined && orderBy !== null && Object.keys(orderBy).length > 0;

/** Whether not all of a relation is asked for, or in another order than its own. */
const isNarrowed = ({ where, filters, orderBy }: DatabaseQuery): boolean =>
  where !== undefined || filters !== undefined || hasOrder(orderBy);

const MANY = new Set(['oneToMany', 'manyToMany']);

const placesOf = ({ columns }: Level, attributes: readonly string[]): readonly number[] =>
  columns.flatMap(({ attribute }, at) => (attributes.includes(attribute) ? [at] : []));

/** What comes first in a statement with joins: their rows are unique by their tables' own keys. */
const DISTINCT = /^select distinct /u;

/**
 * Compiles how the documents of a relation are read, as `populate/apply` of `@strapi/database` reads
 * them: by the ids of those that they belong to, in one statement.
 *
 * @param needs attributes whose values are needed of all of them, in the relation's own order
 * @param sample what an answer has there, null where that is nothing
 */
const compileRelation = (
  strapi: Core.Strapi,
  name: string,
  attribute: DatabaseAttribute,
  asked: unknown,
  needs: readonly string[],
  sample: Fields | null
): Relation => {
  const { joinTable, target, relation = '' } = attribute;
  const inverse = joinTable?.inverseJoinColumn;
  if (joinTable === undefined || inverse === undefined || target === undefined) {
    throw new Uncovered(`"${name}" is a relation without a table of links`);
  }
  if (joinTable.joinColumn.referencedColumn !== 'id')
    throw new Uncovered(`"${name}" is not linked by ids`);
  const query: DatabaseQuery = asked === true ? {} : (asked as DatabaseQuery);
  const odd = Object.keys(query).find(
    (key) => !KNOWN.has(key) && query[key as keyof DatabaseQuery] !== undefined
  );
  if (odd !== undefined) throw new Uncovered(`"${odd}" of "${name}"`);

  const isWhole = !isNarrowed(query);
  const { columns, names, idAt } = selectColumns(
    strapi,
    target,
    query.select,
    isWhole ? needs : [],
    Object.keys(sample ?? {})
  );
  const builder = builderOf(strapi, target);
  const alias = builder.getAlias();
  const owner = `${alias}.${joinTable.joinColumn.name}`;
  const orderBy = hasOrder(query.orderBy) ? undefined : joinTable.orderBy;
  builder
    .init({ ...query, select: names, populate: undefined })
    .join({
      alias,
      referencedTable: joinTable.name,
      referencedColumn: inverse.name,
      rootColumn: inverse.referencedColumn,
      rootTable: builder.alias,
      on: joinTable.on,
      orderBy,
    })
    .addSelect(`${owner} as owner`)
    .where({ [owner]: [KEYS] });
  const { sql, bindings } = builder.getKnexQuery().toSQL();
  if (builder.state.joins.length > 1) throw new Uncovered(`a join below "${name}"`);
  const most = maxRows(strapi);
  // The statement answers with what it is sorted by, too, before and between what was asked for.
  const selected = builder.state.select;
  const at = (column: string): number => selected.indexOf(column);
  const byPlace = new Map(names.map((column, index) => [at(column), columns[index]]));
  const level: Level = {
    uid: target,
    statement: cutStatement(`${sql.replace(DISTINCT, 'select ')} limit ${most + 1}`, bindings),
    most,
    columns: selected.map(
      (_, place) => byPlace.get(place) ?? { attribute: '', convert: String, isHidden: true }
    ),
    idAt: at(names[idAt] ?? ''),
    types: query.where === undefined ? [] : typesIn(strapi, sql),
    relations: compileRelations(strapi, target, query.populate, {}, sample),
  };
  return {
    isHidden: false,
    needed: isWhole ? placesOf(level, needs) : [],
    attribute: name,
    isMany: MANY.has(relation),
    level,
    ownerAt: at(`${owner} as owner`),
  };
};

/** Attributes of relations, by the relations' names. */
export type NeededOfRelations = Readonly<Record<string, readonly string[]>>;

/** Whether what was made of a relation's documents is still right is known by their ids. */
const withIds = (attributes: readonly string[] | undefined): readonly string[] =>
  attributes === undefined ? [] : [...attributes, 'documentId'];

/**
 * Compiles what a query populates.
 *
 * @param needs what is needed of relations beside; it is read along where all of one is populated
 * @param sample a document of an answer; null where there is none
 */
export const compileRelations = (
  strapi: Core.Strapi,
  uid: string,
  populate: unknown,
  needs: NeededOfRelations,
  sample: Fields | null
): readonly Relation[] => {
  const { attributes } = modelOf(strapi, uid);
  return Object.entries(populateMap(populate)).map(([name, asked]) => {
    const attribute = attributes[name];
    if (attribute?.type !== 'relation') throw new Uncovered(`populating "${name}"`);
    if (asked !== true && !isFields(asked)) throw new Uncovered(`populating "${name}" so`);
    const needed = withIds(needs[name]);
    return compileRelation(strapi, name, attribute, asked, needed, sampleOf(sample, name));
  });
};

/**
 * Compiles relations that are read for some of their attributes alone.
 *
 * @param populated those that are read in any case
 */
export const compileHidden = (
  strapi: Core.Strapi,
  uid: string,
  needs: NeededOfRelations,
  populated: readonly Relation[]
): readonly Relation[] =>
  Object.entries(needs)
    .filter(([name]) => !populated.some((own) => own.attribute === name && own.needed.length > 0))
    .map(([name, select]) => {
      const attribute = modelOf(strapi, uid).attributes[name];
      if (attribute === undefined) throw new Uncovered(`"${name}" is no relation`);
      const query = { select: withIds(select) };
      return { ...compileRelation(strapi, name, attribute, query, [], null), isHidden: true };
    });
