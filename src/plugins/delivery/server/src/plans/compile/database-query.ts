import type { Core } from '@strapi/strapi';

/** What the Document Service asks of the database: a query in the attributes of a type. */
export interface DatabaseQuery {
  readonly where?: object;
  /** Conditions that Strapi makes when it knows the type: those of a populated relation's status. */
  readonly filters?: unknown;
  readonly select?: unknown;
  readonly orderBy?: unknown;
  readonly populate?: unknown;
  readonly limit?: number;
  readonly offset?: number;
  readonly _q?: unknown;
}

/** As much of a type's attribute, as the database knows it, as is used here. */
export interface DatabaseAttribute {
  readonly type: string;
  readonly columnName?: string;
  readonly relation?: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string; readonly referencedColumn: string };
    readonly inverseJoinColumn?: { readonly name: string; readonly referencedColumn: string };
    readonly orderBy?: object;
    readonly on?: object;
    readonly morphColumn?: object;
  };
}

/** A type, as the database knows it. */
export interface DatabaseModel {
  readonly uid: string;
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, DatabaseAttribute>>;
}

/** A query in Knex's hands. */
interface KnexQuery {
  clear(part: 'limit'): KnexQuery;
  whereRaw(sql: string, bindings: readonly unknown[]): KnexQuery;
  toSQL(): { readonly sql: string; readonly bindings: readonly unknown[] };
}

/** What is used of Strapi's query builder. */
export interface QueryBuilder {
  readonly alias: string;
  readonly state: {
    readonly joins: readonly unknown[];
    readonly orderBy: readonly { readonly column?: string; readonly order?: string }[];
    readonly select: readonly unknown[];
  };
  getAlias(): string;
  init(query: DatabaseQuery): QueryBuilder;
  join(join: object): QueryBuilder;
  addSelect(columns: string | readonly string[]): QueryBuilder;
  where(where: object): QueryBuilder;
  count(): QueryBuilder;
  getKnexQuery(): KnexQuery;
  /** In the caller's transaction, where there is one. */
  execute(options: { readonly mapResults: boolean }): Promise<unknown>;
}

/** The model of a type. */
export const modelOf = (strapi: Core.Strapi, uid: string): DatabaseModel =>
  strapi.db.metadata.get(uid) as unknown as DatabaseModel;

/** A query builder of a type. */
export const builderOf = (strapi: Core.Strapi, uid: string): QueryBuilder =>
  strapi.db.entityManager.createQueryBuilder(uid) as unknown as QueryBuilder;

/** One that has rows already, and asks for nothing but what it populates of them. */
export const builderOfRows = (
  strapi: Core.Strapi,
  uid: string,
  rows: readonly object[]
): Pick<QueryBuilder, 'init' | 'execute'> =>
  Object.assign(builderOf(strapi, uid), { getKnexQuery: () => Promise.resolve(rows) });
