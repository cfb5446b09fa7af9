/** Whoever is the last in line for each name. */
const lines = new Map<string, Promise<unknown>>();

const after = <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
  const before = lines.get(name) ?? Promise.resolve();
  const turn = before.then(work);
  const end = turn.then(
    () => undefined,
    () => undefined
  );
  lines.set(name, end);
  void end.then(() => {
    if (lines.get(name) === end) lines.delete(name);
  });
  return turn;
};

/**
 * Does the work of this process on some names one after the other. Those who wait have no connection
 * yet: ten who waited for one document in the database would have taken all of a pool's.
 *
 * @param work must not ask for a turn itself
 */
export const oneAtATime = <Result>(
  names: readonly string[],
  work: () => Promise<Result>
): Promise<Result> =>
  // In one order, so that no two wait for each other.
  [...new Set(names)]
    .sort()
    .reduceRight((inner: () => Promise<Result>, name) => () => after(name, inner), work)();
