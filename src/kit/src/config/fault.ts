import type { KeyPath } from './key-path';
import { nearestName } from './nearest-name';
import type { EntryPart } from './place';
import { showValue } from './show-value';

/** One key of a configuration that is not as it has to be. */
export interface Fault {
  readonly path: KeyPath;
  readonly part: EntryPart;
  /** Goes on after the key: `is 7: it has to be a whole number from 10 to 200`. */
  readonly problem: string;
}

/** @param reason a clause of its own, such as "it has to be one of a, b" */
export const wrongValue = (path: KeyPath, value: unknown, reason: string): Fault => ({
  path,
  part: 'value',
  problem: `${value === undefined ? 'is missing' : `is ${showValue(value)}`}: ${reason}`,
});

/**
 * @param known the keys that there may be in its place
 * @param problem what is wrong with it, where that is more than that nobody reads it
 */
export const unknownKey = (
  path: KeyPath,
  known: readonly string[],
  problem = 'is not known here'
): Fault => {
  const nearest = nearestName(String(path.at(-1) ?? ''), known);
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  return {
    path,
    part: 'key',
    problem: `${problem}.${meant} Known ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`,
  };
};
