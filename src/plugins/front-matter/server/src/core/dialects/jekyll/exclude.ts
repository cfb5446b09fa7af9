import type { JekyllConfig } from './config';
import { compileWildcard } from './glob';

/**
 * `EntryFilter#excluded?`: a pattern excludes what it matches and whatever begins with it.
 *
 * @returns tells of a path, from the archive's root, whether it is left out
 */
export function excluder({
  include,
  exclude,
}: Pick<JekyllConfig, 'include' | 'exclude'>): (path: string) => boolean {
  const excludes = exclude.filter((pattern) => !include.includes(pattern)).map(coverOf);
  const includes = include.map(coverOf);
  return (path) => {
    if (!excludes.some((covers) => covers(path))) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !includes.some((covers) => covers(path) || covers(name));
  };
}

/** Tells whether a pattern covers an entry. */
function coverOf(pattern: string): (entry: string) => boolean {
  const bare = pattern.startsWith('/') ? pattern.replace(/^\/+/, '') : pattern;
  const matches = /[*?[\\]/.test(bare) ? compileWildcard(bare) : null;
  return (entry) => entry.startsWith(bare) || bare === `${entry}/` || matches?.(entry) === true;
}
