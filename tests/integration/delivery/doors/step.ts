import fc from 'fast-check';

export const TERMS = { categories: 'api::category.category', tags: 'api::tag.tag' } as const;
export const LINKS = { categories: 'category_id', tags: 'tag_id' } as const;
export type Kind = keyof typeof TERMS;

/**
 * Few of them, and null among them: ties and missing dates are what an order has to settle. The second is on
 * another day, and in another year, in other zones.
 */
export const DATES = ['2022-11-06T04:00:00.000Z', '2022-12-31T16:00:00.000Z', null] as const;

/** One write; numbers choose among what is there. */
export interface Step {
  readonly door: (typeof DOORS)[number];
  readonly who: number;
  readonly date: (typeof DATES)[number];
  readonly kind: Kind;
  readonly terms: readonly number[];
}

/** The ways in which documents are written. */
export const DOORS = [
  ...['create', 'createPublished', 'update', 'publish', 'publish', 'unpublish', 'discard'],
  ...['delete', 'clone', 'query', 'queryDelete', 'queryMany', 'rawUpdate', 'rawPublish'],
  ...['rawInsert', 'rawDelete', 'rawLink', 'rawRelink', 'rawUnlink', 'rawReorder'],
  ...['import', 'importAndRollBack', 'dropTerm', 'rawDropTerm', 'rolledBack'],
  ...['renameTerm', 'rawRenameTerm'],
] as const;

export const step: fc.Arbitrary<Step> = fc.record({
  door: fc.constantFrom(...DOORS),
  who: fc.nat(20),
  date: fc.constantFrom(...DATES),
  kind: fc.constantFrom('categories' as const, 'tags' as const),
  terms: fc.subarray([0, 1, 2]),
});
