import { rubyToS } from '../psych/to-s';
import type { RubyHash } from '../psych/value';

/** The language that a post names. To YAML 1.1 the language `no` is the value false. */
export const languageOf = (data: RubyHash): string | null => {
  for (const key of ['lang', 'locale']) {
    const value = data.get(key) ?? null;
    if (value === false) return 'no';
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
};

/**
 * The value that the translations of a post share; null for lists and mappings, which cannot be compared.
 *
 * @param key whose value it is; null for none
 */
export const sharedOf = (data: RubyHash, key: string | null): string | null => {
  const value = key === null ? null : (data.get(key) ?? null);
  if (value === null || Array.isArray(value) || value instanceof Map) return null;
  const text = rubyToS(value).trim();
  return text === '' ? null : text;
};
