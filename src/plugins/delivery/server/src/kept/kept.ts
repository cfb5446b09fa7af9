import type { Core } from '@strapi/strapi';
import { engineOf, readWith } from 'strapi-plugin-kit/database';
import { readConfig } from '../config/read-config';
import { type CountStatement, countStatements, type ListedBy } from './count-statement';
import { type KeptType, keptTypes, type Unkept } from './kept-types';
import { markOf } from './install';
import { hasStates, isFilled, readStates } from '../triggers/state';

/** The table of a listing, and its columns. */
interface Listing {
  /** In the schema of the database, as other tables are. */
  readonly table: string;
  /** The row that lists, by its id. */
  readonly target: string;
  /** The value that rows are listed by; it sorts as the column itself does, and nulls do. */
  readonly order: string;
  /** The row that is listed, by its id. */
  readonly row: string;
  /** Its language; null where rows have none. Else a query asks for one: the index has it before the order. */
  readonly locale: string | null;
  /** The column of the listed rows that the order is of. */
  readonly orderOf: string;
}

/**
 * What the database keeps of the types that the configuration names: how many rows are shown, and
 * which of them are linked to what, in their order.
 *
 * Nothing is kept before it has been filled in, nor where triggers may not be made; then the answer
 * is null, and the caller counts and sorts itself. Another process may begin to make things anew at
 * any time: where the count of a list is null, its listing is not to be asked either.
 */
export interface Kept {
  readonly types: readonly KeptType[];
  /** What the configuration asks for and cannot be kept. */
  readonly unkept: readonly Unkept[];
  /**
   * How many rows of a type are shown.
   *
   * @param by only those that are linked to one row
   * @param locale only those of one language; null for those of all
   */
  countOf(uid: string, by: ListedBy | null, locale: string | null): Promise<number | null>;
  /** The statement of the same, for another connection: with `?` for its bindings. */
  countStatement(uid: string, by: ListedBy | null, locale: string | null): CountStatement | null;
  /** `order by ORDER desc, ROW` of one target is the order of its index, at any depth. */
  listing(uid: string, relation: string): Listing | null;
  /** Whether what is kept of a type is filled in, as far as this process knows. */
  isFilled(uid: string): boolean;
  /** The listing that there is, or will be when it is filled in. */
  plannedListing(uid: string, relation: string): Listing | null;
  /** A count in the text of another statement, filled in or not: null, in SQL, where it is not. */
  countIn(
    uid: string,
    relation: string | null,
    locale: string | null,
    target: string
  ): CountStatement | null;
  /** Looks again which types are filled in. */
  refresh(): Promise<void>;
}

const running = new WeakMap<Core.Strapi, Kept>();

const makeKept = (strapi: Core.Strapi): Kept => {
  const { db } = strapi;
  const config = readConfig(strapi.config.get('plugin::delivery'));
  const { types, unkept } = keptTypes(
    strapi,
    config.enabled && config.keep ? config : { contentTypes: {} }
  );
  const byUid = new Map(types.map((type) => [type.uid, type]));
  const filled = new Set<string>();
  const counts = countStatements(db);
  const countStatement: Kept['countStatement'] = (uid, by, locale) => {
    const type = byUid.get(uid);
    return type === undefined || !filled.has(uid) ? null : counts.statement(type, by, locale);
  };
  const plannedListing: Kept['plannedListing'] = (uid, relation) => {
    const type = byUid.get(uid);
    const links = type?.relations.get(relation);
    if (type === undefined || links === undefined) return null;
    return {
      table: links.listing,
      target: 'target_id',
      order: 'order_value',
      row: 'row_id',
      locale: type.locale === null ? null : 'locale',
      orderOf: type.order,
    };
  };
  return {
    types,
    unkept,
    countStatement,
    plannedListing,
    isFilled: (uid) => filled.has(uid),
    countIn(uid, relation, locale, target) {
      const type = byUid.get(uid);
      return type === undefined ? null : counts.inside(type, relation, locale, target);
    },
    async countOf(uid, by, locale) {
      const statement = countStatement(uid, by, locale);
      if (statement === null) return null;
      const { sql, bindings } = statement;
      const [row] = await readWith(db, (connection) =>
        engineOf(db).query<{ readonly total: number | string | null }>(connection, sql, bindings)
      );
      const total = row?.total ?? null;
      if (total === null) filled.delete(uid);
      return total === null ? null : Number(total);
    },
    listing: (uid, relation) => (filled.has(uid) ? plannedListing(uid, relation) : null),
    async refresh() {
      const states = (await hasStates(db)) ? await readStates(db, db.connection) : [];
      const marks = new Map(states.filter(isFilled).map(({ name, mark }) => [name, mark]));
      for (const type of types) {
        if (marks.get(type.name) === markOf(db, type)) filled.add(type.uid);
        else filled.delete(type.uid);
      }
    },
  };
};

/** What is kept in an application; its database must be up. */
export const keptOf = (strapi: Core.Strapi): Kept => {
  const known = running.get(strapi);
  if (known !== undefined) return known;
  const kept = makeKept(strapi);
  running.set(strapi, kept);
  return kept;
};
