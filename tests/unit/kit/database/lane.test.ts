import { setTimeout } from 'node:timers/promises';
import { type LaneLimits, openLane } from '../../../../src/kit/src/database/connections/lane';

const limits = (parts: Partial<LaneLimits>): LaneLimits => ({
  atOnce: 1,
  waiting: 2,
  patience: 0,
  sharesTurn: false,
  ...parts,
});

/** Something to read that ends when it is told to. */
const reading = () => {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const read = jest.fn(() => done);
  return { read, end };
};

const codeOf = (result: Promise<unknown>): Promise<unknown> =>
  result.then(
    () => null,
    ({ code }: { code: string }) => code
  );

describe('a lane', () => {
  it('lets so many read at once, and others in the order in which they came', async () => {
    const lane = openLane(limits({ atOnce: 2, waiting: 9 }));
    const all = [reading(), reading(), reading(), reading()];
    const results = all.map(({ read }) => lane.through({}, read));
    const begun = () => all.map(({ read }) => read.mock.calls.length);
    await setTimeout(0);
    expect(begun()).toEqual([1, 1, 0, 0]);
    all[1]?.end();
    await results[1];
    await setTimeout(0);
    expect(begun()).toEqual([1, 1, 1, 0]);
    for (const { end } of all) end();
    await Promise.all(results);
    expect(begun()).toEqual([1, 1, 1, 1]);
  });

  it('refuses at once who would wait in vain, as long as turns take so long', async () => {
    const lane = openLane(limits({ waiting: 9, patience: 60 }));
    await lane.through({}, () => setTimeout(50));
    const all = [reading(), reading(), reading()];
    const results = all.map(({ read }) => lane.through({}, read));
    expect(lane.isFull()).toBe(true);
    expect(await codeOf(lane.through({}, reading().read))).toBe('READS_WAITING');
    for (const { end } of all) end();
    await Promise.all(results);
    for (let turn = 0; turn < 20; turn += 1) await lane.through({}, async () => undefined);
    const quick = [reading(), reading(), reading(), reading()];
    const others = quick.map(({ read }) => lane.through({}, read));
    expect(lane.isFull()).toBe(false);
    for (const { end } of quick) end();
    await Promise.all(others);
  });

  it('refuses who comes when too many wait, but nobody who waits already', async () => {
    const lane = openLane(limits({}));
    const [first, second, third] = [reading(), reading(), reading()];
    const [one, other] = [{}, {}];
    const results = [
      lane.through({}, first.read),
      lane.through(one, second.read),
      lane.through(other, third.read),
      lane.through(one, third.read),
    ];
    expect(await codeOf(lane.through({}, first.read))).toBe('READS_WAITING');
    for (const { end } of [first, second, third]) end();
    await Promise.all(results);
    await lane.through({}, first.read);
  });

  it('refuses who has waited too long, and reads nothing for them later', async () => {
    const lane = openLane(limits({ patience: 20 }));
    const [first, second] = [reading(), reading()];
    const result = lane.through({}, first.read);
    expect(await codeOf(lane.through({}, second.read))).toBe('READS_WAITING');
    first.end();
    await result;
    await setTimeout(0);
    expect(second.read).not.toHaveBeenCalled();
  });

  it('lets who has a turn read more in it, where that is shared', async () => {
    const lane = openLane(limits({ sharesTurn: true }));
    const [first, second, third] = [reading(), reading(), reading()];
    const [one, other] = [{}, {}];
    const results = [
      lane.through(one, first.read),
      lane.through(other, second.read),
      lane.through(other, second.read),
      lane.through(one, third.read),
    ];
    await setTimeout(0);
    expect(third.read).toHaveBeenCalledTimes(1);
    expect(second.read).not.toHaveBeenCalled();
    first.end();
    await setTimeout(0);
    expect(second.read).toHaveBeenCalledTimes(2);
    for (const { end } of [second, third]) end();
    await Promise.all(results);
    await lane.through({}, first.read);
  });

  it('goes on after what fails', async () => {
    const lane = openLane(limits({}));
    const fails = lane.through({}, async () => {
      throw new Error('no such table');
    });
    const [result, after] = [codeOf(fails), lane.through({}, async () => 1)];
    expect(await result).toBeUndefined();
    expect(await after).toBe(1);
  });
});
