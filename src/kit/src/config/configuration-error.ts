import { printable } from '../text/printable';
import type { Fault } from './fault';
import type { Place } from './place';

/** So many faults are told at a time. */
export const MAX_FAULTS = 5;

/**
 * A configuration that cannot be used. The message has a line for each of the first faults, which
 * says which file, which key, what it was and what it may be.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** The keys that the message names, as it writes them. */
  readonly keys: readonly string[];

  constructor(place: Place, ...faults: readonly Fault[]) {
    const told = faults.slice(0, MAX_FAULTS);
    const lines = told.map(({ path, part, problem }) =>
      printable(`${place.fileAt(path, part)}: ${place.keyAt(path)} ${problem}.`)
    );
    super(lines.join('\n'));
    this.keys = told.map(({ path }) => printable(place.keyAt(path)));
  }
}
