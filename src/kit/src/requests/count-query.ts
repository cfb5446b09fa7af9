import { countFilters } from './count-filters';
import { BadRequest } from './errors';
import type { Limits } from './limits';
import { attributeOf, type Fields, isPlain, type Model, type Models, targetOf } from './schema';
import { Tally } from './tally';

interface Counting {
  readonly tally: Tally;
  readonly models: Models;
  readonly model: Model | undefined;
  /** Levels of relations that are populated above. */
  readonly level: number;
}

/** Refuses a query of the content API that asks for more than the limits allow. */
export const countQuery = (
  query: Fields,
  model: Model | undefined,
  { limits, models }: { limits: Limits; models: Models }
): void => {
  const tally = new Tally(limits);
  countSearch(query['_q'], tally);
  countLevel(query, { tally, models, model, level: 0 });
};

/** What a query has on every level: of a type, and of each relation that is populated. */
const countLevel = (query: Fields, counting: Counting): void => {
  const { tally, models, model } = counting;
  if (query['filters'] !== undefined) countFilters(query['filters'], model, { tally, models });
  countSorts(query['sort'], counting);
  if (Array.isArray(query['fields'])) tally.list(query['fields']);
  countPopulate(query['populate'], counting);
};

const countSearch = (search: unknown, tally: Tally): void => {
  if (search === undefined || search === null || search === '') return;
  const text = typeof search === 'string' ? search : '';
  if (text.length > tally.limits.search) {
    throw new BadRequest(`"_q" may have ${tally.limits.search} characters.`);
  }
  // A blank in a pattern of LIKE, which Strapi lets through: many make a search slow without end.
  if (text.split('_').length > 6) throw new BadRequest('"_q" may have 5 underscores.');
  tally.count('textSearches');
};

const countSorts = (sort: unknown, counting: Counting, nested = 0): void => {
  const { tally } = counting;
  tally.descend(nested);
  if (typeof sort === 'string') {
    for (const part of sort.split(',')) {
      const path = part.split(':')[0]?.trim() ?? '';
      tally.descend(path.split('.').length);
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

const countSort = (isOfRelation: boolean, { tally, level }: Counting): void => {
  tally.count('sorts');
  if (!isOfRelation) return;
  tally.count('relationSorts');
  // Strapi makes a statement of it that no database takes.
  if (level > 0) throw new BadRequest('What is populated is sorted by attributes of its own.');
};

const countPopulate = (populate: unknown, counting: Counting): void => {
  const { tally, level } = counting;
  if (populate === undefined || populate === null || populate === false) return;
  tally.populateDeeper(level + 1);
  if (typeof populate === 'string') {
    for (const path of populate.split(',')) countPath(path, counting);
  } else if (Array.isArray(populate)) {
    tally.list(populate);
    for (const member of populate) countPopulate(member, counting);
  } else if (isPlain(populate)) {
    for (const [key, below] of Object.entries(populate)) countRelation(key, below, counting);
  } else {
    tally.count('populates');
  }
};

const countPath = (path: string, { tally, level }: Counting): void => {
  const names = path.split('.');
  tally.populateDeeper(level + names.length);
  for (const _name of names) tally.count('populates');
};

const countRelation = (name: string, below: unknown, counting: Counting): void => {
  const { tally, models, model, level } = counting;
  tally.count('populates');
  if (!isPlain(below)) return;
  const target = targetOf(attributeOf(model, name));
  const next = { tally, models, level: level + 1 };
  countLevel(below, { ...next, model: target === null ? undefined : models(target) });
  // Of what may be of several types, each has a query of its own.
  if (!isPlain(below['on'])) return;
  for (const [uid, part] of Object.entries(below['on'])) {
    tally.count('populates');
    if (isPlain(part)) countLevel(part, { ...next, model: models(uid) });
  }
};
