/** What one run made of a value. */
export interface Layer<Value> {
  /** Whether the run counts: it has not been undone. */
  readonly stands: boolean;
  readonly before: Value;
  /** What the run wrote; undefined where nobody knows any more. */
  readonly after: Value | undefined;
  /** The value before is an editor's: no run below has a say any more. */
  readonly isEdited: boolean;
  /** The run wrote nothing, since the value was what it wanted already. */
  readonly isAgreed: boolean;
}

/** A value, and whose it is. */
export interface Folded<Value> {
  readonly value: Value | undefined;
  readonly by: 'run' | 'editor';
}

/**
 * What a value has to be after some runs, of which some have been undone: the last that stands
 * decides, unless an editor came after it. Without any, the value is what it was before the first.
 *
 * @param layers in the order of the runs
 * @returns null where no run had a say
 */
export const foldLayers = <Value>(layers: readonly Layer<Value>[]): Folded<Value> | null => {
  for (const layer of layers.toReversed()) {
    if (layer.isAgreed) {
      if (layer.isEdited) return { value: layer.before, by: 'editor' };
      continue;
    }
    if (layer.stands) return { value: layer.after, by: 'run' };
    if (layer.isEdited) return { value: layer.before, by: 'editor' };
  }
  const [first] = layers;
  return first === undefined ? null : { value: first.before, by: 'run' };
};
