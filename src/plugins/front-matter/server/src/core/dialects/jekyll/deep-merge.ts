import type { RubyHash } from '../../read/psych/value';

/** `Jekyll::Utils.deep_merge_hashes`: what is written over wins, unless it is nil. */
export function deepMerge(target: RubyHash, over: RubyHash): RubyHash {
  const merged: RubyHash = new Map(target);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (old === undefined || value !== null) {
      merged.set(key, old instanceof Map && value instanceof Map ? deepMerge(old, value) : value);
    }
  }
  return merged;
}
