import fc from 'fast-check';
import { hostTurns } from '../../../../src/plugins/source-links/server/src/check/host-turns';

describe('taking turns', () => {
  it('asks no host more often than once in the delay, and keeps no other waiting for it', async () => {
    const hosts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(300)), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(hosts, fc.integer({ min: 1, max: 500 }), async (asked, delay) => {
        let now = 0;
        const slept: number[] = [];
        const turn = hostTurns(delay, {
          now: () => now,
          sleep: (time) => {
            slept.push(time);
            return Promise.resolve();
          },
        });
        const times = new Map<string, number[]>();
        for (const [host, later] of asked) {
          now += later;
          slept.length = 0;
          await turn(host);
          times.set(host, [...(times.get(host) ?? []), now + (slept[0] ?? 0)]);
        }
        for (const own of times.values()) {
          own.forEach((time, index) => {
            const before = own[index - 1];
            if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(delay);
          });
        }
        const [first] = asked;
        if (first !== undefined) expect(times.get(first[0])?.[0]).toBe(first[1]);
      })
    );
  });

  it('lets the first request to a host go at once', async () => {
    const sleep = jest.fn(() => Promise.resolve());
    const turn = hostTurns(1000, { now: () => 5, sleep });
    await turn('a');
    await turn('b');
    expect(sleep).not.toHaveBeenCalled();
    await turn('a');
    expect(sleep).toHaveBeenCalledWith(1000);
  });
});
