import type { SourceAttributes } from '../config';
import { type AskedSource, keyOfCode, type Source, sourceNameOf, type SourceRules } from '../core';

/** Data on its way into a row, as lifecycle events carry it. */
export type Row = Record<string, unknown>;

/** A row that has been read, and is known by its id. */
export type StoredRow = Row & { readonly id: number };

/** The code and URL that a row's data ask for; anything but a text or null is left for Strapi to refuse. */
export function askedOf(row: Row, { code, url }: SourceAttributes): AskedSource {
  return { code: textOf(row[code]), url: textOf(row[url]) };
}

/** True when the data have to do with a source at all. */
export function concernsSource(row: Row, { code, url, key }: SourceAttributes): boolean {
  return (
    row[code] !== undefined || row[url] !== undefined || (key !== false && row[key] !== undefined)
  );
}

/** The code and URL that a stored row holds. */
export function sourceOf(row: Row, { code, url }: SourceAttributes): Source {
  return { code: textOf(row[code]) || null, url: textOf(row[url]) || null };
}

/** Puts a source into a row's data, and the key that follows from its code. */
export function putSource(
  row: Row,
  source: Source,
  attributes: SourceAttributes,
  rules: SourceRules
): void {
  row[attributes.code] = source.code;
  row[attributes.url] = source.url;
  if (attributes.key !== false) {
    row[attributes.key] = source.code === null ? null : keyOfCode(source.code, rules);
  }
}

/** True when a new row's data hold neither code, URL nor key, so that there is nothing to make or to repair. */
export function hasNoSource(row: Row, { code, url, key }: SourceAttributes): boolean {
  return (
    (row[code] ?? null) === null &&
    (row[url] ?? null) === null &&
    (key === false || (row[key] ?? null) === null)
  );
}

/** Gives a row the source, and its key, that another row has been given. */
export function copySource(from: Row, to: Row, { code, url, key }: SourceAttributes): void {
  to[code] = from[code];
  to[url] = from[url];
  if (key !== false) to[key] = from[key];
}

/** Names a new row's source from its body, where nobody has named it; `null` is a name left empty. */
export function putName(row: Row, { name, body }: SourceAttributes, rules: SourceRules): void {
  if (name === false || body === false || row[name] !== undefined) return;
  const found = nameIn(row[body], rules);
  if (found !== null) row[name] = found;
}

/** The attributes that a stored row's name may follow from when its data are written; none where it does not. */
export function namedBy(row: Row, { name, body }: SourceAttributes): readonly string[] {
  if (name === false || body === false) return [];
  return typeof row[body] === 'string' && (row[name] ?? null) === null ? [name, body] : [];
}

/**
 * Names a stored row's source when its body comes to name one and nobody has. Where the body named one
 * before, somebody has emptied the name, which the panel keeps as null.
 */
export function renameBy(
  row: Row,
  stored: Row,
  { name, body }: SourceAttributes,
  rules: SourceRules
): void {
  if (name === false || body === false || stored[name] !== null) return;
  const found = nameIn(row[body], rules);
  if (found !== null && nameIn(stored[body], rules) === null) row[name] = found;
}

function nameIn(body: unknown, rules: SourceRules): string | null {
  return typeof body === 'string' ? sourceNameOf(body, rules) : null;
}

function textOf(value: unknown): string | null | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' || value === null ? value : undefined;
}
