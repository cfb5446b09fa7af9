import type { JekyllConfig } from '../config/config';
import { compileWildcard } from '../glob';

/**
 * `EntryFilter#excluded?`: a pattern excludes what it matches and whatever begins with it. A pattern that
 * is in `include` as well is ignored; what `include` matches is for the caller.
 *
 * @returns whether a path, relative to the site's folder, is excluded
 */
export const excluder = ({
  include,
  exclude,
}: Pick<JekyllConfig, 'include' | 'exclude'>): ((path: string) => boolean) => {
  const excludes = exclude.filter((pattern) => !include.includes(pattern)).map(coverOf);
  return (path) => excludes.some((covers) => covers(path));
};

/** `EntryFilter#glob_include?`: whether a pattern covers an entry. */
export const coverOf = (pattern: string): ((entry: string) => boolean) => {
  const bare = pattern.startsWith('/') ? pattern.replace(/^\/+/, '') : pattern;
  const matches = /[*?[\\]/.test(bare) ? compileWildcard(bare) : null;
  return (entry) => entry.startsWith(bare) || bare === `${entry}/` || matches?.(entry) === true;
};
