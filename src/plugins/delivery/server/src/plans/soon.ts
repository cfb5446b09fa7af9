/** A value that is there at once where the database is in this process, and later elsewhere. */
export type Soon<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is there, so that nobody else comes in between. */
export const then = <Value, Next>(
  value: Soon<Value>,
  next: (value: Value) => Soon<Next>
): Soon<Next> => (value instanceof Promise ? value.then(next) : next(value));

/** Waits for all of some values, where any of them has to be waited for. */
export const all = <Value>(values: readonly Soon<Value>[]): Soon<readonly Value[]> =>
  values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly Value[]);
