import { readWith } from 'strapi-plugin-kit/database';
import { parsePath, type ParsedPath, renderPath } from '../core/path-pattern';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { timezoneStore } from '../services/timezone';
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

/** The paths of a type's rows, whatever their number, in two statements for every 190. */
export async function rowPaths(
  permalinks: Permalinks,
  type: ServedType,
  choice: RowChoice
): Promise<RowPath[]> {
  const { db, strapi } = permalinks;
  const zone = await timezoneStore(strapi).current();
  const facts = await readWith(db, (connection) =>
    readFacts(db, connection, columnsOf(permalinks, type), choice, zone)
  );
  return facts.map((row) => ({ ...row, path: pathOf(type, row) }));
}

/** The path that a type's pattern gives. */
export function pathOf(type: ServedType, facts: RowFacts): string | null {
  return type.pattern === null || facts.slug === '' ? null : renderPath(type.pattern, facts);
}

/** What an address says when it has the form of a type's paths. */
export function readPath(type: ServedType, address: string): ParsedPath | null {
  return type.pattern === null ? null : parsePath(type.pattern, address);
}
