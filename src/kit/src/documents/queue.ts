/** The last work in each name's queue. */
const queues = new Map<string, Promise<unknown>>();

const append = <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
  const before = queues.get(name) ?? Promise.resolve();
  const result = before.then(work);
  const end = result.then(
    () => undefined,
    () => undefined
  );
  queues.set(name, end);
  void end.then(() => {
    if (queues.get(name) === end) queues.delete(name);
  });
  return result;
};

/**
 * Does the work of this process on some names one after the other. What waits here holds no
 * connection: ten writers who waited for one document in the database would take a whole pool.
 *
 * @param work must not queue anything itself
 */
export const runQueued = <Result>(
  names: readonly string[],
  work: () => Promise<Result>
): Promise<Result> =>
  // In one order, so that no two wait for each other.
  [...new Set(names)]
    .sort()
    .reduceRight((inner: () => Promise<Result>, name) => () => append(name, inner), work)();
