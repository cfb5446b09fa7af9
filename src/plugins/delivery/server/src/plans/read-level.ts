import { tooManyRows } from 'strapi-plugin-kit';
import type { Reader, ReadRow } from 'strapi-plugin-kit/database';

import type { Level, Relation } from './level';
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

/** Gives each document its own of a relation. */
const distribute = (
  { attribute, isMany, isHidden, ownerAt }: Relation,
  idAt: number,
  owners: ReadDocuments,
  { documents, rows }: ReadDocuments
): void => {
  const byOwner = new Map<unknown, Answered[]>();
  for (const [index, document] of documents.entries()) {
    const owner = rows[index]?.[ownerAt];
    const own = byOwner.get(owner);
    if (own === undefined) byOwner.set(owner, [document]);
    else own.push(document);
  }
  for (const [index, document] of (isHidden ? owners.hidden : owners.documents).entries()) {
    const own = byOwner.get(owners.rows[index]?.[idAt]);
    document[attribute] = isMany ? (own ?? []) : (own?.[0] ?? null);
  }
};

/** Prepares the reading of a level. */
export const levelReader = ({ statement, most, columns, idAt, relations }: Level): ReadLevel => {
  const ready = readyStatement(statement);
  const shown = columns.flatMap((column, at) => (column.isHidden ? [] : [{ ...column, at }]));
  const unseen = columns.flatMap((column, at) =>
    column.isHidden && column.attribute !== '' ? [{ ...column, at }] : []
  );
  const hasHidden = unseen.length > 0 || relations.some(({ isHidden }) => isHidden);
  // Keys stand in the order of the query, whichever relation is read first.
  const places = Object.fromEntries(
    relations.filter(({ isHidden }) => !isHidden).map(({ attribute }) => [attribute, null])
  );
  const below = relations.map((relation) => ({ relation, read: levelReader(relation.level) }));

  const build = (row: ReadRow, chosen: typeof shown): Answered => {
    const document: Answered = {};
    for (const { attribute, convert, at } of chosen) {
      const value = row[at];
      document[attribute] = value === null ? null : convert(value);
    }
    return document;
  };

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
      const ids = [...new Set(rows.map((row) => row[idAt] as ReadValue))];
      const related = below.map(({ relation, read: readBelow }) =>
        ids.length === 0
          ? undefined
          : then(readBelow(reader, parameters, ids), (found) =>
              distribute(relation, idAt, read, found)
            )
      );
      return then(allOf(related), () => read);
    });
  };
};
