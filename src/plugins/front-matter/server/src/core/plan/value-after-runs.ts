/** A value before and after one run. */
export interface RunValue<Value> {
  /** Whether the run is applied: it has not been undone. */
  readonly isApplied: boolean;
  readonly before: Value;
  /** What the run wrote; undefined where that is not known any more. */
  readonly after: Value | undefined;
  /** Whether an editor had changed the value before the run, so that no earlier run decides. */
  readonly isEdited: boolean;
  /** Whether the run found the value as it wanted it, and wrote nothing. */
  readonly isUnchanged: boolean;
}

/** A value, and who decided it. */
export interface ResultingValue<Value> {
  readonly value: Value | undefined;
  readonly by: 'run' | 'editor';
}

/**
 * The value that results from some runs, of which some are undone: that of the last applied run,
 * unless an editor has changed it after that. Where no run is applied, it is the value before the
 * first.
 *
 * @param values in the order of the runs
 * @returns null where there are no runs
 */
export const valueAfterRuns = <Value>(
  values: readonly RunValue<Value>[]
): ResultingValue<Value> | null => {
  for (const value of values.toReversed()) {
    if (value.isUnchanged) {
      if (value.isEdited) return { value: value.before, by: 'editor' };
      continue;
    }
    if (value.isApplied) return { value: value.after, by: 'run' };
    if (value.isEdited) return { value: value.before, by: 'editor' };
  }
  const [first] = values;
  return first === undefined ? null : { value: first.before, by: 'run' };
};
