import { MAX_DEPTH, TooComplexError } from '../psych/measure';
import type { RubyHash } from '../psych/value';

/**
 * `Jekyll::Utils.deep_merge_hashes`: values of `over` win, unless they are nil.
 *
 * @throws TooComplexError where both hold circular values
 */
export const deepMerge = (target: RubyHash, over: RubyHash, depth = 0): RubyHash => {
  if (depth > MAX_DEPTH) throw new TooComplexError('its values are inside themselves');
  const merged: RubyHash = new Map(target);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (old === undefined || value !== null) {
      const isNested = old instanceof Map && value instanceof Map;
      merged.set(key, isNested ? deepMerge(old, value, depth + 1) : value);
    }
  }
  return merged;
};
