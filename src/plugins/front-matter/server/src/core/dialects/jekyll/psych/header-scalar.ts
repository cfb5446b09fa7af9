import { resolveScalar, ScalarError } from './scalar';
import { rubyToS } from './to-s';
import type { RubyValue } from './value';

/** The key that a text without quotes is in a header: `on` is the key `true`. */
export const headerKey = (text: string): string => rubyToS(scalarOf(text));

/** The truth value that a text without quotes is in a header: `no` is false; null for any other. */
export const headerTruth = (text: string): boolean | null => {
  const value = scalarOf(text);
  return typeof value === 'boolean' ? value : null;
};

/** A text that Ruby fails on stays a text. */
const scalarOf = (text: string): RubyValue => {
  try {
    return resolveScalar(text);
  } catch (error) {
    if (error instanceof ScalarError) return text;
    throw error;
  }
};
