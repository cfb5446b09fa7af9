/** The end of what has come in at once: `setImmediate` is called when all sockets that had something are read. */
const endOfTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * Lets those who ask at the same time share an answer: all whose requests have come in at once, and all who ask while a
 * question is under way, which get the answer to the next one. So nobody gets an answer that is older than their asking.
 */
export const askTogether = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | null = null;
  const askNext = async (): Promise<Answer> => {
    await last;
    await endOfTurn();
    next = null;
    const asked = ask();
    last = asked.catch(() => undefined);
    return asked;
  };
  return () => (next ??= askNext());
};
