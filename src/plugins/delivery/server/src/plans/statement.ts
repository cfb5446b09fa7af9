import type { ReadValue } from './read-value';
import { Uncovered } from './uncovered';

/** What stands at a place of a statement: a value, a parameter of the request, or keys that are known at run time. */
export type Slot =
  | { readonly value: ReadValue }
  | {
      readonly parameter: number;
      /** Whether it only tells where in an order to begin. */
      readonly isPlace?: true;
    }
  | { readonly keys: true };

/** A statement, cut at its places for values. */
export interface Statement {
  /** One more than there are slots. */
  readonly pieces: readonly string[];
  readonly slots: readonly Slot[];
}

/** Stands for the keys of a statement while it is put together. */
export const KEYS = '\u0000keys';

/** Stands for a parameter that only tells where in an order to begin. */
export class PlaceParameter {
  constructor(readonly parameter: number) {}
}

const slotOf = (binding: unknown): Slot => {
  if (binding === KEYS) return { keys: true };
  if (binding instanceof PlaceParameter) return { parameter: binding.parameter, isPlace: true };
  if (
    binding === null ||
    binding instanceof Date ||
    ['string', 'number', 'boolean'].includes(typeof binding)
  ) {
    return { value: binding as ReadValue };
  }
  throw new Uncovered(`a value of the kind ${typeof binding}`);
};

/**
 * Cuts a statement of Knex's.
 *
 * @throws Uncovered where its question marks are not its places for values
 */
export const cutStatement = (sql: string, bindings: readonly unknown[]): Statement => {
  const pieces = sql.split('?');
  if (pieces.length !== bindings.length + 1) throw new Uncovered('a question mark in a statement');
  return { pieces, slots: bindings.map(slotOf) };
};

/** A statement whose text and values are ready to be sent. */
export interface Ready {
  readonly sql: string;
  readonly values: readonly ReadValue[];
  /** How many of the values only tell where in an order to begin. */
  readonly placeCount: number;
}

/**
 * The numbers of keys that statements are written for: each is another statement to prepare. What is
 * missing to the next one is filled by the last key, again.
 */
const SIZES = [1, 2, 5, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

const sizeFor = (count: number): number => SIZES.find((size) => size >= count) ?? count;

/** The text of a statement with places for a number of keys. */
const textOf = ({ pieces, slots }: Statement, size: number): string => {
  const marks = Array.from({ length: size }, () => '?').join(', ');
  return pieces.reduce((text, piece, index) => {
    const slot = slots[index - 1];
    return `${text}${slot !== undefined && 'keys' in slot ? marks : '?'}${piece}`;
  });
};

/** Puts values into a statement; its texts are kept. */
export const readyStatement = (
  statement: Statement
): ((parameters: readonly ReadValue[], keys?: readonly ReadValue[]) => Ready) => {
  const texts = new Map<number, string>();
  const placeCount = statement.slots.filter((slot) => 'isPlace' in slot).length;
  return (parameters, keys = []) => {
    const size = sizeFor(keys.length);
    let sql = texts.get(size);
    if (sql === undefined) {
      sql = textOf(statement, size);
      texts.set(size, sql);
    }
    const values: ReadValue[] = [];
    for (const slot of statement.slots) {
      if ('value' in slot) values.push(slot.value);
      else if ('parameter' in slot) values.push(parameters[slot.parameter] ?? null);
      else
        for (let index = 0; index < size; index += 1)
          values.push(keys[Math.min(index, keys.length - 1)] ?? null);
    }
    return { sql, values, placeCount };
  };
};
