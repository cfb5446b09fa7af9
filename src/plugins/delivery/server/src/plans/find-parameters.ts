import { mapSlots, type Plan, slotsOf } from './plan';
import type { ReadValue } from './read-value';
import type { Slot } from './statement';

/** A plan for one query, and the values in that query which may differ. */
export interface Observed {
  readonly plan: Plan;
  readonly parameters: readonly string[];
}

/** The first two parameters are how many documents, and after how many; those of the query follow. */
const PAGE_PARAMETERS = 2;

const plain = (value: ReadValue): ReadValue | number =>
  value instanceof Date ? value.getTime() : value;

/**
 * Finds the places of parameters in a plan by holding it against that of another query of the same
 * form: what differs between the two is a parameter's.
 *
 * @returns a plan in which what both queries have in common is constant; null where what differs is not found as it is
 */
export const findParameters = (first: Observed, second: Observed): Plan | null => {
  const { parameters } = second;
  const differing = parameters.filter((value, index) => value !== first.parameters[index]);
  const [before, after] = [slotsOf(first.plan), slotsOf(second.plan)];
  if (before.length !== after.length) return null;
  const places = new Map<number, Slot>();
  for (const [index, slot] of after.entries()) {
    const other = before[index];
    if (!('value' in slot) || other === undefined || !('value' in other)) continue;
    const [value, otherValue] = [plain(slot.value), plain(other.value)];
    if (value === otherValue) continue;
    const parameter = parameters.findIndex(
      (own, at) => own === value && first.parameters[at] === otherValue
    );
    if (parameter === -1) return null;
    places.set(index, { parameter: parameter + PAGE_PARAMETERS });
  }
  const found = new Set(
    [...places.values()].map((slot) => ('parameter' in slot ? slot.parameter : -1))
  );
  if (found.size !== differing.length) return null;
  let index = -1;
  return mapSlots(second.plan, (slot) => {
    index += 1;
    return places.get(index) ?? slot;
  });
};
