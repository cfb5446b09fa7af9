import type { Comparison } from './conditions-after';

/** What an attribute is compared with, for what is to be said of a place's value. */
export interface Bound {
  readonly by: Comparison;
  /** Whether it is the next millisecond, and not the moment itself. */
  readonly isNext: boolean;
}

/**
 * What an attribute is compared with. Some databases keep moments finer than the millisecond that Strapi tells: what
 * comes after such a moment begins with the next one, or a document would come after itself.
 */
export const boundOf = (by: Comparison, type: string): Bound => {
  if (type !== 'datetime') return { by, isNext: false };
  if (by === '>') return { by: '>=', isNext: true };
  if (by === '<=') return { by: '<', isNext: true };
  return { by, isNext: false };
};

/** The moment a millisecond later. */
export const nextMoment = (moment: string): string =>
  new Date(new Date(moment).getTime() + 1).toISOString();
