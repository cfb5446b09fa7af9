import { median, percentile, ratio } from '../../../scripts/bench/figures';
import {
  growthOf,
  LARGE_SITE,
  type Medians,
  SMALL_SITE,
} from '../../../scripts/bench/read/measures/growth';
import type { Figure, Figures } from '../../../scripts/bench/read/measures/measure-request';
import { ratiosOf } from '../../../scripts/bench/read/report/ratios';
import { cell, table } from '../../../scripts/bench/read/report/table';
import { namedIn } from '../../../scripts/bench/read/requests/named-in';

const figure = (perSecond: number, medianMs: number): Figure => ({
  perSecond,
  medianMs,
  p99Ms: medianMs,
  isGeneratorLimit: false,
});

const figures = (known: Partial<Figures>): Figures => ({
  stock: null,
  stockIndexed: null,
  ours: null,
  cached: null,
  bare: null,
  memory: null,
  ...known,
});

describe('figures of many', () => {
  it('have a percentile that one of them is', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.99)).toBeNaN();
  });

  it('have a middle that one bad moment does not move', () => {
    expect(median([1, 2, 900])).toBe(2);
  });
});

describe('a ratio', () => {
  it('is of two figures', () => {
    expect(ratio(3, 2)).toBe(1.5);
  });

  it('is null where one of them was not measured, or nothing came of it', () => {
    expect(ratio(null, 2)).toBeNull();
    expect(ratio(3, undefined)).toBeNull();
    expect(ratio(3, 0)).toBeNull();
    expect(ratio(NaN, 2)).toBeNull();
  });
});

describe('the ratios of a benchmark of reading', () => {
  const requests = {
    list: figures({
      stock: figure(4, 250),
      ours: figure(800, 2),
      cached: figure(9000, 0.2),
      bare: figure(1000, 1),
      memory: figure(10_000, 0.1),
    }),
    category: figures({ ours: figure(700, 2.2) }),
    smallCategory: figures({ ours: figure(900, 2.6) }),
    slug: figures({ ours: figure(1500, 1), bare: figure(15_000, 0.1) }),
    emptyRoute: figures({ ours: figure(2000, 0.5) }),
  };

  it('are of rates, ours to theirs', () => {
    expect(ratiosOf(requests)).toMatchObject({
      listToStock: 200,
      listToBare: 0.8,
      slugToBare: 0.1,
      slugToEmptyRoute: 0.75,
      cachedListToMemory: 0.9,
    });
  });

  it('are of medians where two requests of ours are compared, the slower category for both', () => {
    expect(ratiosOf(requests).categoryToList).toBe(1.3);
  });

  it('are null for what nobody answers', () => {
    expect(ratiosOf(requests)).toMatchObject({
      leanListToBare: null,
      cursorToList: null,
      graphqlToStock: null,
      cachedSlugToMemory: null,
    });
  });
});

describe('growth', () => {
  const medians = (list: number): Medians => ({
    ...{ list, slug: 1, category: 2, tag: 2, count: 1 },
    ...{ cursor: null, calendar: null },
  });

  it('lists the medians by size, and compares the large site with the small one', () => {
    const growth = growthOf(
      new Map([
        [50_000, medians(2)],
        [SMALL_SITE, medians(2)],
        [LARGE_SITE, medians(3)],
      ])
    );
    expect(growth.sizes).toEqual([SMALL_SITE, 50_000, LARGE_SITE]);
    expect(growth.list).toEqual({ medianMs: [2, 2, 3], ratio: 1.5 });
    expect(growth.cursor).toEqual({ medianMs: [null, null, null], ratio: null });
  });
});

describe('what an answer names', () => {
  it('is its documents in their order, those of relations too, and how many there are', () => {
    const answer = {
      data: [
        { documentId: 'b', categories: [{ documentId: 'c' }], body: 'total' },
        { documentId: 'a', categories: [] },
      ],
      meta: { pagination: { page: 1, total: 2 } },
    };
    expect(namedIn(answer)).toEqual(['b', 'c', 'a', '2']);
  });
});

describe('a table', () => {
  it('lines its figures up', () => {
    const rows = [
      ['list', cell(1234.5), cell(null)],
      ['slug', cell(12.34), cell(0.056)],
    ] as const;
    expect(table('a second', ['ours', 'bare'], rows)).toBe(
      ['a second  ours  bare', 'list      1235     -', 'slug      12.3  0.06'].join('\n')
    );
  });
});
