import { compileSourceRules, type SourceRules } from 'strapi-plugin-source-links/core';

import type { JsonValue } from '../core/post';

/**
 * The rules of `source-links`, merged with the archive's own rules of trailers: lists are added to the
 * configured ones, single values replace them.
 *
 * @param configured the configuration of `source-links`
 * @param trailers the archive's own rules; null for none
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
