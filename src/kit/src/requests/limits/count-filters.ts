import { isOperatorOfType } from '@strapi/utils';

import { BadRequest } from '../errors/request-errors';
import { attributeOf, isPlain, type Model, type Models, targetOf } from '../models';
import type { QueryCounter } from './query-counter';

/** Operators for which a database reads texts from end to end, whatever indexes there are. */
const LOOKS_INTO_TEXT = /^\$(?:not)?(?:contains|startswith|endswith|eq|ne)i?$/iu;
const BY_INDEX = new Set(['$eq', '$ne']);

const isGroup = (key: string): boolean => isOperatorOfType('group', key) || key === '$not';

interface Counting {
  readonly counter: QueryCounter;
  readonly models: Models;
  /** How deep the filters lie. */
  readonly level?: number;
  /** What has been counted below the relation that the filters belong to, if they do. */
  readonly below?: { relations: number };
}

/** Counts comparisons, relations and levels of filters. */
export const countFilters = (
  filters: unknown,
  model: Model | undefined,
  counting: Counting
): void => {
  const { counter, models, level = 0, below } = counting;
  counter.checkDepth(level);
  if (Array.isArray(filters)) {
    counter.checkList(filters);
    for (const member of filters) countFilters(member, model, counting);
    return;
  }
  if (!isPlain(filters)) {
    counter.count('conditions');
    counter.checkText(filters);
    return;
  }
  for (const [key, value] of Object.entries(filters)) {
    const target = isGroup(key) ? null : targetOf(attributeOf(model, key));
    if (isGroup(key)) {
      countFilters(value, model, { ...counting, level: level + 1 });
    } else if (target !== null) {
      counter.count('relationFilters');
      if (below !== undefined) counter.checkNestedRelations((below.relations += 1));
      const inner = below ?? { relations: 0 };
      countFilters(value, models(target), { counter, models, level: level + 1, below: inner });
    } else {
      countComparison(value, counter, level + 1);
    }
  }
};

const countComparison = (value: unknown, counter: QueryCounter, level: number): void => {
  counter.checkDepth(level);
  if (Array.isArray(value)) {
    counter.checkList(value);
    for (const member of value) countComparison(member, counter, level + 1);
  } else if (isPlain(value)) {
    for (const [operator, operand] of Object.entries(value)) {
      countOperator(operator, operand, counter, level + 1);
    }
  } else {
    counter.count('conditions');
    counter.checkText(value);
  }
};

const countOperator = (
  operator: string,
  operand: unknown,
  counter: QueryCounter,
  level: number
): void => {
  counter.checkDepth(level);
  // Meant for a server's own code; some databases have no such thing.
  if (operator === '$jsonSupersetOf') throw new BadRequest(`"${operator}" is no operator.`);
  if (operator === '$not') {
    countComparison(operand, counter, level);
    return;
  }
  const values = Array.isArray(operand) ? operand : [operand];
  counter.checkList(values);
  for (const value of values) counter.checkText(value);
  // A list of values is one comparison where the operator takes lists; else it is one each.
  const times = isOperatorOfType('array', operator) ? 1 : values.length;
  const looks = LOOKS_INTO_TEXT.test(operator) && !BY_INDEX.has(operator);
  for (let time = 0; time < times; time += 1) {
    counter.count('conditions');
    if (looks) counter.count('textSearches');
  }
};
