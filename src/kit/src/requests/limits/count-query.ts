import { messages } from '../../texts/kit-messages';
import { countFilters } from './count-filters';
import { BadRequest } from '../errors/request-errors';
import type { Limits } from './limits';
import { attributeOf, type Fields, isPlain, type Model, type Models, targetOf } from '../models';
import { QueryCounter } from './query-counter';

interface Counting {
  readonly counter: QueryCounter;
  readonly models: Models;
  readonly model: Model | undefined;
  /** Levels of relations that are populated above. */
  readonly level: number;
}

/**
 * Refuses a query of the content API that asks for more than the limits allow.
 *
 * @returns whether it looks into texts
 */
export const countQuery = (
  query: Fields,
  model: Model | undefined,
  { limits, models }: { limits: Limits; models: Models }
): boolean => {
  const counter = new QueryCounter(limits);
  countSearch(query['_q'], counter);
  countLevel(query, { counter, models, model, level: 0 });
  return counter.searches;
};

/** What a query has on every level: of a type, and of each relation that is populated. */
const countLevel = (query: Fields, counting: Counting): void => {
  const { counter, models, model } = counting;
  if (query['filters'] !== undefined) countFilters(query['filters'], model, { counter, models });
  countSorts(query['sort'], counting);
  if (Array.isArray(query['fields'])) counter.checkList(query['fields']);
  countPopulate(query['populate'], counting);
};

const countSearch = (search: unknown, counter: QueryCounter): void => {
  if (search === undefined || search === null || search === '') return;
  const text = typeof search === 'string' ? search : '';
  if (text.length > counter.limits.search) {
    throw messages.error(BadRequest, 'search.too-long', { most: counter.limits.search });
  }
  // A blank in a pattern of LIKE, which Strapi lets through: many make a search slow without end.
  if (text.split('_').length > 6) throw messages.error(BadRequest, 'search.underscores');
  counter.count('textSearches');
};

const countSorts = (sort: unknown, counting: Counting, nested = 0): void => {
  const { counter } = counting;
  counter.checkDepth(nested);
  if (typeof sort === 'string') {
    for (const part of sort.split(',')) {
      const path = part.split(':')[0]?.trim() ?? '';
      counter.checkDepth(path.split('.').length);
      countSort(path.includes('.'), counting);
    }
  } else if (Array.isArray(sort)) {
    for (const member of sort) countSorts(member, counting, nested);
  } else if (isPlain(sort)) {
    for (const order of Object.values(sort)) {
      if (isPlain(order)) countSorts(order, counting, nested + 1);
      else countSort(nested > 0, counting);
    }
  }
};

const countSort = (isOfRelation: boolean, { counter, level }: Counting): void => {
  counter.count('sorts');
  if (!isOfRelation) return;
  counter.count('relationSorts');
  // Strapi makes a statement of it that no database takes.
  if (level > 0) throw new BadRequest('What is populated is sorted by attributes of its own.');
};

const countPopulate = (populate: unknown, counting: Counting): void => {
  const { counter, level } = counting;
  if (populate === undefined || populate === null || populate === false) return;
  counter.checkPopulateDepth(level + 1);
  if (typeof populate === 'string') {
    for (const path of populate.split(',')) countPath(path, counting);
  } else if (Array.isArray(populate)) {
    counter.checkList(populate);
    for (const member of populate) countPopulate(member, counting);
  } else if (isPlain(populate)) {
    for (const [key, below] of Object.entries(populate)) countRelation(key, below, counting);
  } else {
    counter.count('populates');
  }
};

const countPath = (path: string, { counter, level }: Counting): void => {
  const names = path.split('.');
  counter.checkPopulateDepth(level + names.length);
  for (const _name of names) counter.count('populates');
};

const countRelation = (name: string, below: unknown, counting: Counting): void => {
  const { counter, models, model, level } = counting;
  counter.count('populates');
  if (!isPlain(below)) return;
  const target = targetOf(attributeOf(model, name));
  const next = { counter, models, level: level + 1 };
  countLevel(below, { ...next, model: target === null ? undefined : models(target) });
  // Of what may be of several types, each has a query of its own.
  if (!isPlain(below['on'])) return;
  for (const [uid, part] of Object.entries(below['on'])) {
    counter.count('populates');
    if (isPlain(part)) countLevel(part, { ...next, model: models(uid) });
  }
};
