import { isDeepStrictEqual } from 'node:util';

/** @throws Error that says what is not as it has to be */
export const assertSame = (what: string, found: unknown, expected: unknown): void => {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(
    `${what}:\n  found    ${JSON.stringify(found)}\n  expected ${JSON.stringify(expected)}`
  );
};
