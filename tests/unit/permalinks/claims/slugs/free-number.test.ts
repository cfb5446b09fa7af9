import fc from 'fast-check';
import { freeNumber } from '../../../../../src/plugins/permalinks/server/src/claims/slugs/free-number';

const among = (taken: ReadonlySet<number>) => {
  const asked: number[] = [];
  return {
    asked,
    ask: async (numbers: readonly number[]) => {
      asked.push(numbers.length);
      return new Set(numbers.filter((number) => taken.has(number)));
    },
  };
};

const upTo = (count: number) => new Set(Array.from({ length: count }, (_, index) => index + 2));

describe('a free number', () => {
  it('is the first one when numbers were given out in turn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), async (count) => {
        expect(await freeNumber(2, among(upTo(count)).ask)).toBe(count + 2);
      })
    );
  });

  it('is free and not below the start, whatever is taken', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 2, max: 400 }));
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 2, max: 50 }), async (list, from) => {
        const taken = new Set(list);
        const free = await freeNumber(from, among(taken).ask);
        expect(taken.has(free)).toBe(false);
        expect(free).toBeGreaterThanOrEqual(from);
      })
    );
  });

  it('is found in six questions among a million', async () => {
    const million = among(upTo(1_000_000));
    expect(await freeNumber(2, million.ask)).toBe(1_000_002);
    expect(million.asked.length).toBeLessThanOrEqual(6);
    expect(Math.max(...million.asked)).toBeLessThanOrEqual(24);
  });
});
