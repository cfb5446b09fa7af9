import type { Core, UID } from '@strapi/strapi';
import {
  columnOf,
  type LoggedEnd,
  type LoggedLinks,
  type LoggedTable,
  type LogOf,
} from 'strapi-plugin-kit/database';
import { PREFIX, shorten } from '../triggers/names';
import { shownColumns } from '../triggers/shown-columns';

/** As much of a relation's attribute as is looked at here. */
interface Relation {
  readonly type: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
    readonly orderColumnName?: string;
  };
}

/** One direction of a relation with a table of links. */
interface Direction {
  readonly table: string;
  readonly from: string;
  readonly column: string;
  readonly order: string | null;
  readonly to: string;
  readonly otherColumn: string;
}

/** The relations by which documents of a type show those of others. */
const directionsOf = (strapi: Core.Strapi, uid: string): Direction[] =>
  Object.values(strapi.db.metadata.get(uid).attributes).flatMap((attribute) => {
    const { type, target, joinTable } = attribute as unknown as Relation;
    if (type !== 'relation' || joinTable?.inverseJoinColumn === undefined) return [];
    // The links of components are written with the row of their document.
    if (target === undefined || strapi.contentTypes[target as UID.ContentType] === undefined) {
      return [];
    }
    return [
      {
        table: joinTable.name,
        from: uid,
        column: joinTable.joinColumn.name,
        order: joinTable.orderColumnName ?? null,
        to: target,
        otherColumn: joinTable.inverseJoinColumn.name,
      },
    ];
  });

/** Types that are named, and all that their documents can show, by one relation after the other. */
const reach = (
  strapi: Core.Strapi,
  uids: readonly string[]
): { readonly uids: readonly string[]; readonly directions: readonly Direction[] } => {
  const known = new Set(uids.filter((uid) => strapi.contentTypes[uid as UID.ContentType]));
  const directions: Direction[] = [];
  // What is added meanwhile is gone through as well.
  for (const uid of known) {
    for (const direction of directionsOf(strapi, uid)) {
      directions.push(direction);
      known.add(direction.to);
    }
  }
  return { uids: [...known].toSorted(), directions };
};

const tableOf = (strapi: Core.Strapi, uid: string): LoggedTable => {
  const table = strapi.db.metadata.get(uid).tableName;
  return {
    name: shorten(table),
    uid,
    table,
    documentId: columnOf(strapi.db, uid, 'documentId'),
    ...shownColumns(strapi, uid),
  };
};

/** The tables of links, each once, whichever ends it is known from. */
const linksOf = (
  directions: readonly Direction[],
  tables: ReadonlyMap<string, LoggedTable>
): LoggedLinks[] => {
  const links = new Map<string, Map<string, LoggedEnd>>();
  const note = (name: string, uid: string, end: Omit<LoggedEnd, 'table'>): void => {
    const ends = links.get(name) ?? new Map<string, LoggedEnd>();
    links.set(name, ends);
    const table = tables.get(uid);
    if (table !== undefined && ends.get(end.column)?.shows !== true) {
      ends.set(end.column, { ...end, table });
    }
  };
  for (const { table, from, column, order, to, otherColumn } of directions) {
    note(table, from, { column, order, shows: true });
    note(table, to, { column: otherColumn, order: null, shows: false });
  }
  return [...links]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([table, ends]) => ({ name: shorten(table), table, ends: [...ends.values()] }));
};

/** What the log of an application tells of: the types that are named, and those that they show. */
export const logOf = (strapi: Core.Strapi, uids: readonly string[]): LogOf => {
  const { uids: reached, directions } = reach(strapi, uids);
  const tables = new Map(reached.map((uid) => [uid, tableOf(strapi, uid)]));
  return {
    prefix: PREFIX,
    tables: [...tables.values()],
    links: linksOf(directions, tables),
  };
};
