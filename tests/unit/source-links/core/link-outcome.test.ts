import { retryAfter } from '../../../../src/plugins/source-links/server/src/core/link-outcome';

describe('how long a server wants to be left alone', () => {
  const now = Date.parse('2022-02-17T00:00:00Z');

  it.each<[string | undefined, number | null]>([
    [undefined, null],
    ['120', 120_000],
    ['Thu, 17 Feb 2022 00:00:30 GMT', 30_000],
    ['Wed, 16 Feb 2022 00:00:00 GMT', 0],
    ['soon', null],
    ['-1', null],
  ])('is read from %j', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });
});
