/**
 * Lets those who ask at the same time share an answer: who asks while a question is under way gets the answer to
 * the next one, which is asked when that is over. So nobody gets an answer that is older than their asking.
 */
export const askTogether = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
  let running: Promise<unknown> | null = null;
  let next: Promise<Answer> | null = null;
  const start = (): Promise<Answer> => {
    const asked = ask();
    const over = asked
      .catch(() => undefined)
      .then(() => {
        if (running === over) running = null;
      });
    running = over;
    return asked;
  };
  return () => {
    if (running === null) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
};
