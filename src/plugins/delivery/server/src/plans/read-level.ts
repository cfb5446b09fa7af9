import { tooManyRows } from 'strapi-plugin-kit';
import type { Reader, ReadRow } from 'strapi-plugin-kit/database';

import type { Column, Level, Relation } from './level';
import type { ReadValue } from './read-value';
import { all as allOf, type Soon, then } from './soon';
import { readyStatement } from './statement';

/** A document of an answer. */
export type Answered = Record<string, unknown>;

/** The documents of a level, and the rows that they were made of, side by side. */
export interface ReadDocuments {
  readonly documents: readonly Answered[];
  readonly rows: readonly ReadRow[];
  /** What is read and is no part of the answer, for each document: attributes, and hidden relations. */
  readonly hidden: readonly Answered[];
  /** Whether there were more rows than were to be kept. */
  readonly hasMore: boolean;
}

/**
 * Reads the documents of a level by parameters and, for a relation, the ids of those they belong to.
 *
 * @param keep how many rows documents are made of: those beyond only tell that there are more
 */
export type ReadLevel = (
  reader: Reader,
  parameters: readonly ReadValue[],
  owners?: readonly ReadValue[],
  keep?: number
) => Soon<ReadDocuments>;

/** A column, and its place among those that a statement answers with. */
type PlacedColumn = Column & { readonly at: number };

const build = (row: ReadRow, columns: readonly PlacedColumn[]): Answered => {
  const document: Answered = {};
  for (const { attribute, convert, at } of columns) {
    const value = row[at];
    document[attribute] = value === null ? null : convert(value);
  }
  return document;
};

/**
 * Gives each document its own of a relation.
 *
 * @param owners the documents of some rows
 * @param related what was read of the relation, side by side with its rows
 */
const distribute = (
  { attribute, isMany, ownerAt }: Relation,
  owners: readonly Answered[],
  ids: readonly unknown[],
  related: readonly Answered[],
  rows: readonly ReadRow[]
): void => {
  const byOwner = new Map<unknown, Answered[]>();
  for (const [index, document] of related.entries()) {
    const owner = rows[index]?.[ownerAt];
    const own = byOwner.get(owner);
    if (own === undefined) byOwner.set(owner, [document]);
    else own.push(document);
  }
  for (const [index, document] of owners.entries()) {
    const own = byOwner.get(ids[index]);
    document[attribute] = isMany ? (own ?? []) : (own?.[0] ?? null);
  }
};

/** Prepares the reading of what a relation has for the documents that it belongs to. */
const relationReader = (relation: Relation) => {
  const { level, isHidden } = relation;
  const read = levelReader(level);
  const needed = relation.needed.flatMap((at): PlacedColumn[] => {
    const column = level.columns[at];
    return column === undefined ? [] : [{ ...column, at }];
  });
  return (
    reader: Reader,
    parameters: readonly ReadValue[],
    { documents, hidden }: ReadDocuments,
    owners: readonly unknown[]
  ): Soon<void> =>
    then(read(reader, parameters, [...new Set(owners)] as ReadValue[]), (found) => {
      const { rows } = found;
      distribute(relation, isHidden ? hidden : documents, owners, found.documents, rows);
      if (needed.length === 0) return;
      const beside = rows.map((row) => build(row, needed));
      distribute(relation, hidden, owners, beside, rows);
    });
};

/** Prepares the reading of a level. */
export const levelReader = ({ statement, most, columns, idAt, relations }: Level): ReadLevel => {
  const ready = readyStatement(statement);
  const shown = columns.flatMap((column, at) => (column.isHidden ? [] : [{ ...column, at }]));
  const unseen = columns.flatMap((column, at) =>
    column.isHidden && column.attribute !== '' ? [{ ...column, at }] : []
  );
  const hasHidden =
    unseen.length > 0 || relations.some(({ isHidden, needed }) => isHidden || needed.length > 0);
  // Keys stand in the order of the query, whichever relation is read first.
  const places = Object.fromEntries(
    relations.filter(({ isHidden }) => !isHidden).map(({ attribute }) => [attribute, null])
  );
  const below = relations.map(relationReader);

  return (reader, parameters, owners, keep = Infinity) => {
    const { sql, values, placeCount } = ready(parameters, owners);
    return then(reader.rows(sql, values, placeCount), (all) => {
      if (most !== null && all.length > most) throw tooManyRows(most);
      const hasMore = all.length > keep;
      const rows = hasMore ? all.slice(0, keep) : all;
      const read = {
        rows,
        hasMore,
        documents: rows.map((row) => Object.assign(build(row, shown), places)),
        hidden: hasHidden ? rows.map((row) => build(row, unseen)) : [],
      };
      const ids = rows.map((row) => row[idAt]);
      const related =
        ids.length === 0
          ? []
          : below.map((readRelation) => readRelation(reader, parameters, read, ids));
      return then(allOf(related), () => read);
    });
  };
};
