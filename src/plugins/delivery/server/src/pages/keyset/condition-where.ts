import { boundOf, nextMoment } from './bound';
import type { Comparison, Condition } from './conditions-after';
import type { Place } from './place';
import type { SortKey } from './sort-keys';

const OPERATORS: Readonly<Record<Comparison, string>> = {
  '<': '$lt',
  '<=': '$lte',
  '>': '$gt',
  '>=': '$gte',
};

/** A condition as Strapi's queries of the database have it. */
export const conditionWhere = (
  condition: Condition,
  keys: readonly SortKey[],
  place: Place
): object => {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const inner = condition.of.map((one) => conditionWhere(one, keys, place));
    return { [condition.kind === 'all' ? '$and' : '$or']: inner };
  }
  const { attribute = '', type = '' } = keys[condition.key] ?? {};
  if (condition.kind !== 'compare') {
    return { [attribute]: { [condition.kind === 'null' ? '$null' : '$notNull']: true } };
  }
  const { by, isNext } = boundOf(condition.by, type);
  const value = place[condition.key];
  return { [attribute]: { [OPERATORS[by]]: isNext ? nextMoment(String(value)) : value } };
};
