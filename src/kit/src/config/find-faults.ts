import type { z } from 'zod';
import { MAX_FAULTS } from './configuration-error';
import { anyOf } from './expectation';
import { type Fault, unknownKey, wrongValue } from './fault';
import type { KeyPath } from './key-path';

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): KeyPath =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

const valueAt = (root: unknown, path: KeyPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    root
  );

const under = (above: KeyPath, issue: Issue): Issue => ({
  ...issue,
  path: [...above, ...issue.path],
});

/** Whether a branch of a union took the value for its own, and found the fault inside it. */
const isInside = (issues: readonly Issue[]): boolean =>
  issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys');

const faultsOfUnion = (
  { errors, message }: z.core.$ZodIssueInvalidUnion,
  path: KeyPath,
  root: unknown
): readonly Fault[] => {
  if (message !== '') return [wrongValue(path, valueAt(root, path), message)];
  const entered = errors.find(isInside);
  if (entered !== undefined) {
    return entered.flatMap((inner) => faultsOf(under(path, inner), root));
  }
  const clauses = errors.flatMap(([first]) => first?.message ?? []);
  return [wrongValue(path, valueAt(root, path), anyOf(clauses))];
};

const faultsOf = (issue: Issue, root: unknown): readonly Fault[] => {
  const path = pathOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MAX_FAULTS)
        .map((key) => unknownKey([...path, key], issue.message.split('\n')));
    case 'invalid_key': {
      const [inner] = issue.issues;
      const known = inner?.code === 'invalid_value' ? inner.values.map(String) : [];
      return [unknownKey(path, known)];
    }
    case 'invalid_union':
      return faultsOfUnion(issue, path, root);
    default:
      return [wrongValue(path, valueAt(root, path), issue.message)];
  }
};

/**
 * The first keys that a schema found wrong, and of each the first fault.
 *
 * @param root the value that was checked
 */
export const findFaults = (issues: readonly Issue[], root: unknown): readonly Fault[] => {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    for (const fault of faultsOf(issue, root)) {
      const key = JSON.stringify(fault.path);
      if (!faults.has(key)) faults.set(key, fault);
    }
    if (faults.size >= MAX_FAULTS) break;
  }
  return [...faults.values()];
};
