import type { z } from 'zod';
import { showValue } from './show-value';

/** How every clause begins that says what a value may be. */
const BEGINNING = 'it has to be ';

/** A clause for a message: `it has to be a list`. */
export const hasToBe = (what: string): string => `${BEGINNING}${what}`;

/** One clause of several: `it has to be a text or false`. */
export const anyOf = (clauses: readonly string[]): string => {
  const hasComma = (clause: string): number => (clause.includes(',') ? 1 : 0);
  const sorted = [...new Set(clauses)].sort((a, b) => hasComma(a) - hasComma(b));
  const [first = '', ...others] = sorted;
  return [first, ...others.map((clause) => clause.replace(BEGINNING, ''))].join(' or ');
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

type RawIssue = z.core.$ZodRawIssue;

const ofType = (expected: string, input: unknown): string => {
  const isBare = expected === 'string' && ['number', 'boolean'].includes(typeof input);
  return `${TYPES[expected] ?? expected}${isBare ? ', in quotes' : ''}`;
};

const ofSize = (origin: string, bound: string, size: number | bigint): string => {
  if (origin === 'string') {
    if (bound === 'at least' && Number(size) === 1) return 'a text that is not empty';
    return `a text of ${bound} ${size} characters`;
  }
  return origin === 'array'
    ? `a list of ${bound} ${size === 1 ? 'one' : size}`
    : `${bound} ${size}`;
};

const listed = (values: readonly unknown[]): string => {
  if (values.length === 1) return showValue(values[0]);
  return `one of ${values.map((each) => (typeof each === 'string' ? each : showValue(each))).join(', ')}`;
};

/**
 * What a value may be, as a clause, where the schema does not say so itself. A union says nothing:
 * its branches do.
 */
export const expectationOf = (issue: RawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return hasToBe(ofType(issue.expected, issue.input));
    case 'invalid_value':
      return hasToBe(listed(issue.values));
    case 'too_small':
      return hasToBe(ofSize(issue.origin, 'at least', issue.minimum));
    case 'too_big':
      return hasToBe(ofSize(issue.origin, 'at most', issue.maximum));
    case 'invalid_union':
      return '';
    default:
      return hasToBe('of another form');
  }
};
