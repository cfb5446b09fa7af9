import type { Core } from '@strapi/strapi';

/** Which way an answer has gone: from memory, by a plan, or Strapi's own. */
type Way = 'kept' | 'fast' | 'stock';

/** What is told to those who develop. */
export const WAY_HEADER = 'X-Delivery';

/** Counts which ways answers have gone since the start. */
export interface Ways {
  readonly counts: Record<Way, number>;
  /** Those of Strapi's, by reason. */
  readonly reasons: Record<string, number>;
  /** Counts an answer, and says in it which way it has gone, where that is shown. */
  note(answer: { set(name: string, value: string): void }, way: Way, reason?: string): void;
}

/** What is counted. */
export type Counted = Pick<Ways, 'counts' | 'reasons'>;

const ofSites = new WeakMap<Core.Strapi, Counted>();

/** Which ways the answers of an application have gone since it started; null where none are counted. */
export const waysOf = (strapi: Core.Strapi): Counted | null => ofSites.get(strapi) ?? null;

/** @param isShown whether answers say which way they have gone */
export const countWays = (strapi: Core.Strapi, isShown: boolean): Ways => {
  const counts = { kept: 0, fast: 0, stock: 0 };
  const reasons: Record<string, number> = {};
  ofSites.set(strapi, { counts, reasons });
  return {
    counts,
    reasons,
    note(answer, way, reason) {
      counts[way] += 1;
      if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
      if (isShown) answer.set(WAY_HEADER, reason === undefined ? way : `${way}; ${reason}`);
    },
  };
};
