import type { JekyllConfig } from './config';
import { matchesWildcard } from './glob';

/** `EntryFilter#excluded?`: a pattern excludes what it matches and whatever begins with it. */
export function isExcluded(path: string, config: JekyllConfig): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const covers = (pattern: string, entry: string): boolean => {
    const bare = pattern.startsWith('/') ? pattern.replace(/^\/+/, '') : pattern;
    if (entry.startsWith(bare) || bare === `${entry}/`) return true;
    return /[*?[\\]/.test(bare) && matchesWildcard(bare, entry);
  };
  const patterns = config.exclude.filter((pattern) => !config.include.includes(pattern));
  if (!patterns.some((pattern) => covers(pattern, path))) return false;
  return !config.include.some((pattern) => covers(pattern, path) || covers(pattern, name));
}
