import type { JekyllConfig } from '../config/config';
import { compileWildcard } from './glob';

/**
 * `EntryFilter#excluded?`: a pattern excludes what it matches and whatever begins with it. What
 * `include` names is another matter, but for a pattern that stands in both.
 *
 * @returns tells of a path, from the site's folder, whether it is left out
 */
export function excluder({
  include,
  exclude,
}: Pick<JekyllConfig, 'include' | 'exclude'>): (path: string) => boolean {
  const excludes = exclude.filter((pattern) => !include.includes(pattern)).map(coverOf);
  return (path) => excludes.some((covers) => covers(path));
}

/** `EntryFilter#glob_include?`: tells whether a pattern covers an entry. */
export function coverOf(pattern: string): (entry: string) => boolean {
  const bare = pattern.startsWith('/') ? pattern.replace(/^\/+/, '') : pattern;
  const matches = /[*?[\\]/.test(bare) ? compileWildcard(bare) : null;
  return (entry) => entry.startsWith(bare) || bare === `${entry}/` || matches?.(entry) === true;
}
