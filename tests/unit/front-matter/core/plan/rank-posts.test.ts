import fc from 'fast-check';
import { hashValue } from '../../../../../src/plugins/front-matter/server/src/core/plan/hash-value';
import {
  comparePosts,
  standingOf,
  type Standing,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/rank-posts';

const aStanding: fc.Arbitrary<Standing> = fc.record({
  asks: fc.constantFrom('own', 'redirect', 'former'),
  isShown: fc.boolean(),
  date: fc.option(fc.constantFrom(-1, 0, 1)),
  archive: fc.constantFrom('a', 'b'),
  path: fc.constantFrom('_posts/a.md', '_posts/B.md', '_posts/汉.md', 'old_post/a.md'),
});

const post = (more: Partial<Standing> = {}): Standing => ({
  asks: 'own',
  isShown: true,
  date: 0,
  archive: 'a',
  path: '_posts/a.md',
  ...more,
});

describe('which of two posts an address is', () => {
  it('is the newer one, and at equal dates the one whose path is greater in bytes', () => {
    expect(comparePosts(post({ date: 1 }), post({ path: '_posts/z.md' }))).toEqual({
      order: 1,
      reason: 'newer',
    });
    const [upper, lower] = [post({ path: '_posts/B.md' }), post({ path: '_posts/a.md' })];
    expect(comparePosts(upper, lower).order).toBeLessThan(0);
    expect(comparePosts(upper, lower).reason).toBe('path');
    expect(comparePosts(post({ archive: 'b' }), post()).reason).toBe('archive');
  });

  it.each([
    ['shown', post(), post({ isShown: false, date: 9 })],
    ['asks', post({ asks: 'redirect' }), post({ asks: 'former', date: 9 })],
    ['own', post(), post({ asks: 'redirect', date: 9 })],
  ])('is none that is newer only, by reason of "%s"', (reason, first, second) => {
    expect(comparePosts(first, second)).toEqual({ order: 1, reason });
    expect(comparePosts(second, first)).toEqual({ order: -1, reason });
  });

  it('is the same of any number of posts, in whichever order they are compared', () => {
    const better = (a: Standing, b: Standing) => (comparePosts(a, b).order >= 0 ? a : b);
    const inTwoOrders = fc
      .array(aStanding, { minLength: 1 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
      );
    fc.assert(
      fc.property(inTwoOrders, ([all, shuffled]) => {
        expect(shuffled.reduce(better)).toEqual(all.reduce(better));
      })
    );
  });
});

describe('the standing of a file', () => {
  const addressOf = (path: string) => path.replace(/\/$/u, '');
  const file = {
    archive: 'a',
    path: '_posts/2022-03-04-x.md',
    paths: ['/own/', '/redirect/'],
    imported: { date: { from: hashValue('2022-03-03T00:35:15.000Z'), as: '-' } },
  };
  const here = { addressOf, date: 'date', isShown: true };

  it('is by the place of the address among those that it asks for', () => {
    const asks = ['/own', '/redirect', '/other'].map(
      (address) => standingOf(file, address, here).asks
    );
    expect(asks).toEqual(['own', 'redirect', 'former']);
  });

  it("is by the file's own date, else by the one in its name", () => {
    expect(standingOf(file, '/own', here).date).toBe(Date.UTC(2022, 2, 3, 0, 35, 15));
    expect(standingOf(file, '/own', { ...here, date: null }).date).toBe(Date.UTC(2022, 2, 4));
    const draft = { ...file, path: '_drafts/x.md', imported: null };
    expect(standingOf(draft, '/own', here).date).toBeNull();
  });
});
