import { checkAtMost } from '../../../../src/kit/src/operations/check-at-most';

describe('a check that is done once in a while', () => {
  it('is done once for all who ask meanwhile, and again afterwards', async () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const check = jest.fn().mockResolvedValueOnce(true).mockRejectedValueOnce(new Error('gone'));
    const ask = checkAtMost(check, 1000);
    expect(await Promise.all([ask(), ask()])).toEqual([true, true]);
    now = 999;
    expect(await ask()).toBe(true);
    now = 1000;
    expect(await Promise.all([ask(), ask()])).toEqual([false, false]);
    expect(check).toHaveBeenCalledTimes(2);
    jest.restoreAllMocks();
  });
});
