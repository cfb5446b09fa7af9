import { messages } from '../../texts/kit-messages';
import { BadRequest } from '../errors/request-errors';
import type { Limits } from './limits';

/** What is counted of a query, and how a refusal calls it. */
const COUNTED = {
  conditions: 'comparisons in filters',
  textSearches: 'comparisons that look into texts',
  relationFilters: 'filters by relations',
  sorts: 'attributes to sort by',
  relationSorts: 'attributes of relations to sort by',
  populates: 'relations to populate',
} as const satisfies Partial<Record<keyof Limits, string>>;

type Counted = keyof typeof COUNTED;

/** Counts what a query asks for, and refuses it where it is too much. */
export class QueryCounter {
  readonly #counts: Partial<Record<Counted, number>> = {};

  constructor(readonly limits: Limits) {}

  /** Whether it looks into texts. */
  get searches(): boolean {
    return (this.#counts.textSearches ?? 0) > 0;
  }

  count(what: Counted): void {
    const count = (this.#counts[what] ?? 0) + 1;
    this.#counts[what] = count;
    if (count > this.limits[what]) {
      throw new BadRequest(`A query may have ${this.limits[what]} ${COUNTED[what]}.`);
    }
  }

  checkNestedRelations(count: number): void {
    const { nestedRelationFilters: limit } = this.limits;
    if (count > limit) {
      throw new BadRequest(
        `A filter by a relation may have ${limit} filters by relations below it.`
      );
    }
  }

  /** @param levels - how deep what is looked at lies */
  checkDepth(levels: number): void {
    if (levels > this.limits.depth) {
      throw new BadRequest(`Filters and sorts may nest ${this.limits.depth} levels deep.`);
    }
  }

  checkPopulateDepth(levels: number): void {
    if (levels > this.limits.populateDepth) {
      throw new BadRequest(`Relations may be populated ${this.limits.populateDepth} levels deep.`);
    }
  }

  checkList(values: readonly unknown[]): void {
    if (values.length > this.limits.list) {
      throw new BadRequest(`A list may have ${this.limits.list} members.`);
    }
  }

  checkText(value: unknown): void {
    if (typeof value === 'string' && value.length > this.limits.text) {
      throw messages.error(BadRequest, 'filter.too-long', { most: this.limits.text });
    }
  }
}
