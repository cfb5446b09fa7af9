import { DateTime } from 'luxon';
import { readWith } from 'strapi-plugin-kit/database';
import { parsePath, type ParsedPath, renderPath } from '../core/paths/path-pattern';
import type { PathFacts } from '../core/paths/path-words';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { timezoneStore } from './timezone';
import { type PathColumns, pathColumns } from './path-columns';
import { readFacts, type RowChoice, type RowFacts } from './read-facts';

/** One row's path, percent-encoded; null where its pattern asks for what it lacks. */
export interface RowPath extends RowFacts {
  readonly path: string | null;
}

const known = new WeakMap<ServedType, PathColumns>();

function columnsOf({ db, types }: Permalinks, type: ServedType): PathColumns {
  const columns = known.get(type) ?? pathColumns(db, type, (uid) => types.get(uid)?.slug ?? 'slug');
  known.set(type, columns);
  return columns;
}

/**
 * The paths of a type's rows, whatever their number, in two statements for every 190.
 *
 * @param dated the date to take for that of every row, in ISO 8601; null for their own.
 */
export async function rowPaths(
  permalinks: Permalinks,
  type: ServedType,
  choice: RowChoice,
  dated: string | null = null
): Promise<RowPath[]> {
  const { db, strapi } = permalinks;
  const zone = await timezoneStore(strapi).current();
  const facts = await readWith(db, (connection) =>
    readFacts(db, connection, columnsOf(permalinks, type), choice, zone)
  );
  const date = dated === null ? null : DateTime.fromISO(dated, { zone });
  return facts.map((row) => ({
    ...row,
    path: pathOf(type, date === null ? row : { ...row, date }),
  }));
}

/** The path that a type's pattern gives. */
export function pathOf(type: ServedType, facts: PathFacts): string | null {
  return type.pattern === null || facts.slug === '' ? null : renderPath(type.pattern, facts);
}

/** What an address says when it has the form of a type's paths. */
export function readPath(type: ServedType, address: string): ParsedPath | null {
  return type.pattern === null ? null : parsePath(type.pattern, address);
}
