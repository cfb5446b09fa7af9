import type { Answerer } from './answerer';

/** What answers queries of one form that have some values of their own. */
export interface Ready {
  readonly answerer: Answerer;
  /** How many documents a page of theirs has. */
  readonly limit: number;
}

/**
 * A plan for queries of a form whose values are the same at some places: a site that asks over and over with
 * `filters[site][$eq]=main` never tells what another value there would change.
 */
export interface Variant extends Ready {
  /** The value that each parameter has to have; null where any will do. */
  readonly constants: readonly (string | null)[];
}

/** As many are kept of one form. */
const MOST = 8;

/** What is the same in two queries of one form, at its place; null where they differ. */
export const sameIn = (one: readonly string[], other: readonly string[]): Variant['constants'] =>
  other.map((value, index) => (value === one[index] ? value : null));

/** The variant that answers a query of these values. */
export const findVariant = (
  variants: readonly Variant[],
  parameters: readonly string[]
): Variant | undefined =>
  variants.find(({ constants }) =>
    constants.every((value, index) => value === null || value === parameters[index])
  );

/** Adds a variant, in the place of those that have been there longest. */
export const addVariant = (variants: readonly Variant[], variant: Variant): readonly Variant[] =>
  [variant, ...variants].slice(0, MOST);
