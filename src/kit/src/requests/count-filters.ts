import { isOperatorOfType } from '@strapi/utils';

import { BadRequest } from './errors';
import { attributeOf, isPlain, type Model, type Models, targetOf } from './schema';
import type { Tally } from './tally';

/** Operators for which a database reads texts from end to end, whatever indexes there are. */
const LOOKS_INTO_TEXT = /^\$(?:not)?(?:contains|startswith|endswith|eq|ne)i?$/iu;
const BY_INDEX = new Set(['$eq', '$ne']);

const isGroup = (key: string): boolean => isOperatorOfType('group', key) || key === '$not';

interface Counting {
  readonly tally: Tally;
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
  const { tally, models, level = 0, below } = counting;
  tally.descend(level);
  if (Array.isArray(filters)) {
    tally.list(filters);
    for (const member of filters) countFilters(member, model, counting);
    return;
  }
  if (!isPlain(filters)) {
    tally.count('conditions');
    tally.text(filters);
    return;
  }
  for (const [key, value] of Object.entries(filters)) {
    const target = isGroup(key) ? null : targetOf(attributeOf(model, key));
    if (isGroup(key)) {
      countFilters(value, model, { ...counting, level: level + 1 });
    } else if (target !== null) {
      tally.count('relationFilters');
      if (below !== undefined) tally.nestRelations((below.relations += 1));
      const inner = below ?? { relations: 0 };
      countFilters(value, models(target), { tally, models, level: level + 1, below: inner });
    } else {
      countComparison(value, tally, level + 1);
    }
  }
};

const countComparison = (value: unknown, tally: Tally, level: number): void => {
  tally.descend(level);
  if (Array.isArray(value)) {
    tally.list(value);
    for (const member of value) countComparison(member, tally, level + 1);
  } else if (isPlain(value)) {
    for (const [operator, operand] of Object.entries(value)) {
      countOperator(operator, operand, tally, level + 1);
    }
  } else {
    tally.count('conditions');
    tally.text(value);
  }
};

const countOperator = (operator: string, operand: unknown, tally: Tally, level: number): void => {
  tally.descend(level);
  // Meant for a server's own code; some databases have no such thing.
  if (operator === '$jsonSupersetOf') throw new BadRequest(`"${operator}" is no operator.`);
  if (operator === '$not') {
    countComparison(operand, tally, level);
    return;
  }
  const values = Array.isArray(operand) ? operand : [operand];
  tally.list(values);
  for (const value of values) tally.text(value);
  // A list of values is one comparison where the operator takes lists; else it is one each.
  const times = isOperatorOfType('array', operator) ? 1 : values.length;
  const looks = LOOKS_INTO_TEXT.test(operator) && !BY_INDEX.has(operator);
  for (let time = 0; time < times; time += 1) {
    tally.count('conditions');
    if (looks) tally.count('textSearches');
  }
};
