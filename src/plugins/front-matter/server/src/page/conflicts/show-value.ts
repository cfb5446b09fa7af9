import type { FittedPost } from '../../core/fit/fit-post';
import { hashHeld, hashStatus } from '../../core/plan/hash-post';
import type { JsonValue } from '../../core/post';
import type { ArchivedValue } from '../../panel/origin-contract';
import type { ConflictValue } from '../../panel/conflict-contract';
import type { Target } from '../../site/target';

/** How much of a text is shown, in UTF-16 units: a long book's chapter, and what a browser compares in a moment. */
const MOST = 200_000;

/** Not in the middle of a character. */
const cut = (text: string): string => text.slice(0, MOST).replace(/[\ud800-\udbff]$/u, '');

const isDate = ({ fields, keys }: Target, name: string): boolean =>
  [...fields.values(), ...keys.values()].some(
    (attribute) => attribute.name === name && attribute.shape.kind === 'datetime'
  );

/** The value of an attribute, to be read. */
export const showValue = (target: Target, name: string, value: JsonValue): ConflictValue => {
  if (value === null || value === '') return { kind: 'empty' };
  const isText = typeof value === 'string';
  if (isText && isDate(target, name) && !Number.isNaN(Date.parse(value))) {
    return { kind: 'date', at: value };
  }
  const text = isText ? value : JSON.stringify(value, null, 2);
  return { kind: 'text', text: cut(text), isCut: text.length > MOST };
};

/** The names of categories or tags, to be read. */
export const showNames = (names: readonly string[]): ConflictValue =>
  names.length === 0 ? { kind: 'empty' } : { kind: 'names', names };

/** Whether a file would have its post public. */
export const showVisibility = ({ visibility }: FittedPost): ConflictValue => ({
  kind: 'status',
  status: visibility.shown ? 'public' : 'hidden',
});

/** Whether a post is public, from the hash of it. */
export const showStatus = (hash: string | undefined): ConflictValue => {
  switch (hash) {
    case hashStatus(true):
      return { kind: 'status', status: 'public' };
    case hashStatus(false):
      return { kind: 'status', status: 'hidden' };
    case hashHeld():
      return { kind: 'status', status: 'held' };
    default:
      return { kind: 'unknown' };
  }
};

/** What runs last wrote, to be read. */
export const showArchived = (
  target: Target,
  name: string,
  archived: ArchivedValue
): ConflictValue => {
  switch (archived.kind) {
    case 'value':
      return showValue(target, name, archived.value);
    case 'terms':
      return showNames(archived.terms.map((term) => term.name));
    default:
      return { kind: 'unknown' };
  }
};
