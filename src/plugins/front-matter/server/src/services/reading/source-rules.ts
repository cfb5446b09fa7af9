import { compileSourceRules, type SourceRules } from 'strapi-plugin-source-links/core';

import type { JsonValue } from '../../core/post';

/**
 * The rules of `source-links`, with those that an archive has of its own for trailers: its forms are
 * read besides the configured ones, and what can be said only once it says instead.
 *
 * @param configured the configuration of `source-links`
 * @param trailers those of the archive's settings; null for none
 */
export const sourceRulesOf = (configured: object, trailers: JsonValue): SourceRules => {
  if (!isRecord(trailers)) return compileSourceRules(configured);
  const common: unknown = Reflect.get(configured, 'trailers');
  const merged = { ...(isRecord(common) ? common : {}) };
  for (const [key, value] of Object.entries(trailers)) {
    const before = merged[key];
    merged[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return compileSourceRules({ ...configured, trailers: merged });
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
