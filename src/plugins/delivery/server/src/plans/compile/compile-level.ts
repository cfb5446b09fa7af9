import type { Core } from '@strapi/strapi';

import { compileHidden, compileRelations, type NeededOfRelations } from './compile-relations';
import { builderOf, type DatabaseQuery, modelOf, type QueryBuilder } from './database-query';
import type { Level } from '../level';
import { selectColumns } from './select-columns';
import { cutStatement, type Statement } from '../statement';
import { typesIn } from './types-in';
import { Uncovered } from '../uncovered';

/** What a query of documents may ask for here; all else is Strapi's. */
const KNOWN = new Set([
  ...['select', 'where', 'filters', '_q', 'orderBy', 'populate'],
  ...['limit', 'offset'],
]);

/** Names of databases in the way of the database that there is. */
const quote = (strapi: Core.Strapi, name: string): string =>
  strapi.db.connection.raw('??', [name]).toSQL().sql;

/** What rows are sorted by, as a statement has it; empty for nothing. */
const orderOf = (strapi: Core.Strapi, { state }: QueryBuilder): string => {
  const parts = state.orderBy.map(({ column, order }) => {
    if (column === undefined) throw new Uncovered('a sort by an expression');
    return `${quote(strapi, column)} ${order?.toLowerCase() === 'desc' ? 'desc' : 'asc'}`;
  });
  return parts.length === 0 ? '' : ` order by ${parts.join(', ')}`;
};

/** What the statement of a level is made around: a query of the ids of its page. */
interface PageOfIds {
  readonly sql: string;
  /** How many at most, and after how many, are the last two. */
  readonly bindings: readonly unknown[];
}

/** A level, and how its statement is written around another query of ids. */
export interface CompiledLevel extends Level {
  /** What its documents are sorted by: columns of their table, and directions. */
  readonly order: readonly (readonly [column: string, direction: 'asc' | 'desc'])[];
  around(ids: PageOfIds): Statement;
}

/** What is read in any case, since fields of the answer are made of it. */
export interface Needs {
  readonly attributes: readonly string[];
  readonly relations: NeededOfRelations;
}

/** Where in an order documents begin. */
export interface PlaceCondition {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/**
 * Compiles how documents are found and read: their ids first, which an index gives in order, and only
 * then the rows that the answer has. The statement takes how many at most, and after how many, as
 * its last two parameters.
 *
 * @param needs attributes and relations that are read in any case
 * @param sample a document of an answer, which tells the order of its keys
 * @param isOne whether at most one is looked for, in no order
 * @param placeOf where the documents begin, given the name of their table in the statement
 * @throws Uncovered for what is left to Strapi
 */
export const compileLevel = (
  strapi: Core.Strapi,
  uid: string,
  query: DatabaseQuery,
  needs: Needs,
  sample: Readonly<Record<string, unknown>>,
  isOne: boolean,
  placeOf?: (alias: string) => PlaceCondition
): CompiledLevel => {
  const odd = Object.keys(query).find(
    (key) => !KNOWN.has(key) && query[key as keyof DatabaseQuery] !== undefined
  );
  if (odd !== undefined) throw new Uncovered(`"${odd}"`);
  const { columns, names, idAt } = selectColumns(
    strapi,
    uid,
    query.select,
    needs.attributes,
    Object.keys(sample)
  );
  const builder = builderOf(strapi, uid);
  const { where, filters, orderBy, _q } = query;
  // Only a query that is limited is sorted by id at last.
  const limit = isOne ? {} : { limit: 1 };
  builder.init({ where, filters, orderBy, _q, select: ['id'], ...limit } as DatabaseQuery);
  const { alias } = builder;
  const documents = builder.getKnexQuery().clear('limit');
  const place = placeOf?.(alias);
  if (place !== undefined) documents.whereRaw(`(${place.sql})`, place.bindings);
  const found = documents.toSQL();
  if (builder.state.joins.length > 0) throw new Uncovered('a join');
  const table = quote(strapi, modelOf(strapi, uid).tableName);
  const read = names.map((name) => quote(strapi, `${alias}.${name}`)).join(', ');
  const [id, foundId] = [quote(strapi, `${alias}.id`), quote(strapi, 'found.id')];
  // By the id of the table itself SQLite would rather read all of it than sort a page.
  const outerOrder = orderOf(strapi, builder).replaceAll(id, foundId);
  const around = ({ sql, bindings }: PageOfIds): Statement => {
    const cut = cutStatement(
      `select ${read} from (${sql}) as found ` +
        `inner join ${table} as ${quote(strapi, alias)} on ${id} = ${foundId}${outerOrder}`,
      bindings
    );
    const page = [{ parameter: 0 }, { parameter: 1 }];
    return { ...cut, slots: [...cut.slots.slice(0, -2), ...page] };
  };
  const order = builder.state.orderBy.map(({ column = '', order: direction }) => {
    const own = column.startsWith(`${alias}.`) ? column.slice(alias.length + 1) : column;
    return [own, direction?.toLowerCase() === 'desc' ? 'desc' : 'asc'] as const;
  });
  const statement = around({
    sql: `${found.sql} limit ? offset ?`,
    bindings: [...found.bindings, null, null],
  });
  const text = statement.pieces.join('?');
  const populated = compileRelations(strapi, uid, query.populate, needs.relations, sample);
  return {
    uid,
    statement,
    most: null,
    columns,
    idAt,
    // One document is asked for by its id.
    types: typesIn(strapi, text).filter((type) => !isOne || type !== uid),
    relations: [...populated, ...compileHidden(strapi, uid, needs.relations, populated)],
    order,
    around,
  };
};

/** Compiles how documents are counted. */
export const compileCount = (strapi: Core.Strapi, uid: string, query: DatabaseQuery) => {
  const { where, filters, _q } = query;
  const builder = builderOf(strapi, uid);
  builder.init({ where, filters, _q } as DatabaseQuery).count();
  const { sql, bindings } = builder.getKnexQuery().toSQL();
  if (builder.state.joins.length > 0) throw new Uncovered('a join');
  return cutStatement(sql, bindings);
};
