import { askTogether } from 'strapi-plugin-kit/database';

/** Counts the questions, and keeps each answer back until it is let go. */
const questions = () => {
  const open: ((answer: number | Promise<never>) => void)[] = [];
  const ask = askTogether(
    () =>
      new Promise<number>((resolve) => {
        open.push(resolve);
      })
  );
  const asked = async (count: number): Promise<void> => {
    while (open.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, open, asked };
};

const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what is asked together', () => {
  it('is one question for all who ask before it is sent, also one after the other in one turn', async () => {
    const { ask, open, asked } = questions();
    const first = ask();
    // As requests do that were read from their sockets one after the other.
    for (let step = 0; step < 20; step += 1) await Promise.resolve();
    const second = ask();
    await asked(1);
    open[0]?.(7);
    await expect(first).resolves.toBe(7);
    for (let turn = 0; turn < 3; turn += 1) await endOfTurn();
    expect(open).toHaveLength(1);
    await expect(second).resolves.toBe(7);
  });

  it('is asked again for who comes while a question is under way: its answer may be older than their asking', async () => {
    const { ask, open, asked } = questions();
    const first = ask();
    await asked(1);
    const late = [ask(), ask()];
    await endOfTurn();
    expect(open).toHaveLength(1);
    open[0]?.(1);
    await expect(first).resolves.toBe(1);
    await asked(2);
    open[1]?.(2);
    await expect(Promise.all(late)).resolves.toEqual([2, 2]);
    expect(open).toHaveLength(2);
  });

  it('goes on after a question that failed', async () => {
    const { ask, open, asked } = questions();
    const first = ask();
    await asked(1);
    const next = ask();
    open[0]?.(Promise.reject(new Error('away')));
    await expect(first).rejects.toThrow('away');
    await asked(2);
    open[1]?.(2);
    await expect(next).resolves.toBe(2);
  });
});
