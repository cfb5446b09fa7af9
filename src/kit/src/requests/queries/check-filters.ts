import { isOperator, isOperatorOfType } from '@strapi/utils';

import { checkValue } from '../data/check-value';
import { BadRequest } from '../errors/request-errors';
import {
  type Attribute,
  attributeOf,
  isPlain,
  type Fields,
  type Model,
  type Models,
  targetOf,
} from '../models';

const refuse = (message: string): never => {
  throw new BadRequest(message);
};

/** Values that are no text of a client's: a server's own code compares with queries of its own. */
const isOpaque = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlain(value));

/**
 * Refuses filters that the database would answer with an error: operators that are none, lists where
 * one value belongs and the other way round, values that are none of their attribute. Strapi and the
 * drivers throw errors of their own for these, which end as "Internal Server Error".
 */
export const checkFilters = (filters: unknown, model: Model | undefined, models: Models): void => {
  if (Array.isArray(filters)) {
    for (const member of filters) checkFilters(member, model, models);
    return;
  }
  if (filters === null || filters === undefined || isOpaque(filters)) return;
  if (!isPlain(filters)) {
    refuse('A filter is an object, as filters[title][$eq]=…');
    return;
  }
  for (const [key, value] of Object.entries(filters)) {
    if (isOperatorOfType('group', key)) {
      if (!Array.isArray(value)) refuse(`"${key}" takes a list, as ${key}[0][title]=…`);
      checkFilters(value, model, models);
    } else if (key === '$not') {
      checkFilters(value, model, models);
    } else if (isOperator(key)) {
      refuse(`"${key}" belongs to an attribute, as filters[title][${key}]=…`);
    } else {
      const attribute = attributeOf(model, key);
      const target = targetOf(attribute);
      if (target === null) checkComparison(value, attribute, key);
      else checkRelation(value, key, models(target), models);
    }
  }
};

const checkRelation = (
  value: unknown,
  name: string,
  model: Model | undefined,
  models: Models
): void => {
  if (!isPlain(value)) {
    checkComparison(value, { type: 'integer' }, name);
    return;
  }
  const keys = Object.keys(value);
  const operators = keys.filter((key) => isOperator(key));
  if (
    operators.length === 0 ||
    operators.every((key) => isOperatorOfType('group', key) || key === '$not')
  ) {
    checkFilters(value, model, models);
    return;
  }
  if (keys.length > 1) {
    refuse(`"${name}" takes one operator, or attributes of what it relates to, and not both.`);
  }
  checkComparison(value, { type: 'integer' }, name);
};

const checkComparison = (value: unknown, attribute: Attribute | undefined, name: string): void => {
  if (isOpaque(value) && !(value instanceof Date)) return;
  if (Array.isArray(value)) {
    for (const member of value) checkSingle(member, attribute, name);
  } else if (isPlain(value)) {
    checkOperators(value, attribute, name);
  } else {
    checkValue(value, attribute, name);
  }
};

const checkOperators = (
  comparison: Fields,
  attribute: Attribute | undefined,
  name: string
): void => {
  for (const [operator, value] of Object.entries(comparison)) {
    if (!isOperatorOfType('where', operator)) {
      refuse(
        `"${operator}" is no operator: "${name}" is compared by $eq, $in, $contains and the like.`
      );
    }
    if (operator === '$null' || operator === '$notNull') continue;
    if (operator === '$between' && (!Array.isArray(value) || value.length !== 2)) {
      refuse(`"$between" takes two values: ${name}[$between][0]=…&${name}[$between][1]=…`);
    }
    if (operator === '$not') {
      checkComparison(value, attribute, name);
    } else if (isPlain(value)) {
      refuse(
        `"${operator}" of "${name}" takes a value or a list of at most a hundred, not an object.`
      );
    } else {
      // Only these are cast to the attribute's type; the others compare texts.
      const judged = isOperatorOfType('cast', operator) ? attribute : undefined;
      checkComparison(value, judged, name);
    }
  }
};

const checkSingle = (value: unknown, attribute: Attribute | undefined, name: string): void => {
  if (Array.isArray(value)) refuse(`"${name}" is compared with values, not with lists of lists.`);
  checkComparison(value, attribute, name);
};
