import type { Place } from './place';
import type { SortKey } from './sort-keys';

/** What is compared with a place's value. */
export type Comparison = '<' | '<=' | '>' | '>=';

/** A condition on documents; keys are told by their places among those of the order. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'compare'; readonly key: number; readonly by: Comparison }
  | { readonly kind: 'null' | 'notNull'; readonly key: number };

/** Whether documents without a value come behind those with one. */
const isNullLast = ({ isDescending }: SortKey, nullsFirst: boolean): boolean =>
  isDescending === nullsFirst;

/**
 * The conditions of the documents that come after a place, in parts that are to be read one after the other.
 * Each part begins with a range of the first attribute, which an index gives in order: an `or` with what has
 * no value there would make a database read and sort all.
 *
 * @param nullsFirst whether the database has documents without a value first in ascending order
 */
export const conditionsAfter = (
  keys: readonly SortKey[],
  place: Place,
  nullsFirst: boolean
): readonly Condition[] => {
  const after = (at: number): Condition => {
    const key = keys[at];
    if (key === undefined) throw new Error('an order ends with what nothing is equal in');
    const strict = { kind: 'compare', key: at, by: key.isDescending ? '<' : '>' } as const;
    if (at === keys.length - 1) return strict;
    const none = { kind: 'null', key: at } as const;
    const hasNullsAfter = isNullLast(key, nullsFirst);
    if (place[at] === null) {
      return hasNullsAfter
        ? { kind: 'all', of: [none, after(at + 1)] }
        : { kind: 'any', of: [{ kind: 'notNull', key: at }, after(at + 1)] };
    }
    const loose = { kind: 'compare', key: at, by: key.isDescending ? '<=' : '>=' } as const;
    // Of the first attribute they are a part of their own.
    const nulls = hasNullsAfter && at > 0 ? [none] : [];
    return {
      kind: 'all',
      of: [
        nulls.length === 0 ? loose : { kind: 'any', of: [loose, ...nulls] },
        { kind: 'any', of: [strict, ...nulls, after(at + 1)] },
      ],
    };
  };

  const [first] = keys;
  if (first === undefined || keys.length === 1) return [after(0)];
  const hasNullsAfter = isNullLast(first, nullsFirst);
  if (place[0] !== null) {
    return hasNullsAfter ? [after(0), { kind: 'null', key: 0 }] : [after(0)];
  }
  return hasNullsAfter
    ? [after(0)]
    : [
        { kind: 'all', of: [{ kind: 'null', key: 0 }, after(1)] },
        { kind: 'notNull', key: 0 },
      ];
};
