import { hashValue } from './hash-value';
import type { Kind, Reading } from './reading';

/** An attribute as it is now. */
export interface Present {
  readonly kind: Kind;
  readonly hash: string;
}

/** What is left of a save. */
export interface Merged {
  /** The body, without what its editor did not touch. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The attributes that both have changed. */
  readonly conflicts: readonly string[];
}

const isEmptyList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** Whether a form's relation says nothing: forms send what is to be added to it, and taken from it. */
const isUntouchedRelation = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { connect, disconnect, ...others } = value as Record<string, unknown>;
  return isEmptyList(connect) && isEmptyList(disconnect) && !('set' in others);
};

const idOf = (file: unknown): unknown =>
  typeof file === 'object' && file !== null && 'id' in file ? file.id : file;

const isFile = (value: object): boolean => 'mime' in value && 'hash' in value && 'url' in value;

/** Whether it stands for related documents, of a component as it is read, or as a form sends it untouched. */
const isRelations = (value: object): boolean => {
  const names = Object.keys(value);
  return (
    (names.length === 1 && 'count' in value) || ('connect' in value && isUntouchedRelation(value))
  );
};

/** A component as it is read and as it is sent: forms name its parts, and leave out what has no value. */
const plainComponent = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainComponent);
  if (typeof value !== 'object' || value === null) return value;
  if (isFile(value)) return idOf(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      if (name === '__temp_key__' || inner === null || inner === undefined) return [];
      if (typeof inner === 'object' && isRelations(inner)) return [];
      return [[name, plainComponent(inner)]];
    })
  );
};

/** What of a value is compared: of files, which they are; of components, what both sides say of them. */
export const comparable = (kind: Kind, value: unknown): unknown => {
  if (kind === 'component') return plainComponent(value);
  if (kind !== 'media') return value;
  return Array.isArray(value) ? value.map(idOf) : idOf(value);
};

/**
 * Compares what a form sends with what it was made from, and with what the document is now.
 *
 * What the form's editor did not touch stays as it is now, whoever has changed it; what the editor has changed is written
 * where nobody else has, or somebody has changed it to the same.
 *
 * @param body the whole form
 * @param read the document as the form was made from it
 * @param now its attributes; those without are not compared
 */
export const mergeSave = (
  body: Readonly<Record<string, unknown>>,
  read: Reading,
  now: ReadonlyMap<string, Present>
): Merged => {
  const data = Object.create(null) as Record<string, unknown>;
  const conflicts: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    const before = Object.hasOwn(read.attributes, name) ? read.attributes[name] : undefined;
    const present = now.get(name);
    if (before === undefined || present === undefined) {
      data[name] = value;
      continue;
    }
    const { kind, hash } = present;
    const own = kind === 'relation' ? null : hashValue(comparable(kind, value));
    const isUntouched = own === null ? isUntouchedRelation(value) : own === before;
    if (isUntouched || own === hash) continue;
    if (hash === before) data[name] = value;
    else conflicts.push(name);
  }
  return { data, conflicts };
};
