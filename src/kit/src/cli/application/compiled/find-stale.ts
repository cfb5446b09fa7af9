import { existsSync } from 'node:fs';
import path from 'node:path';
import { compiledCheckOf } from './is-compiled';
import { loadTypeScript } from './load-typescript';
import { newerSources } from './newer-sources';

/** So many files are compiled to see whether they have changed: a millisecond or two each. */
const MOST = 200;

/**
 * Finds a source that an application was not compiled from as it is now. Times only say where to look: a checkout by
 * Git, or a copy to a server, makes every source newer than what was compiled of it. Such a file is compiled alone and
 * compared with what there is.
 *
 * @param appDir the application's root; one without a `tsconfig.json` is not compiled
 * @param distDir where it was compiled to
 * @returns the newest of them, relative to the root; null where all is as compiled
 */
export const findStale = (appDir: string, distDir: string): string | null => {
  if (!existsSync(path.join(appDir, 'tsconfig.json'))) return null;
  const newer = newerSources(appDir, distDir);
  if (newer.length === 0) return null;
  const compiler = loadTypeScript(appDir);
  const isCompiled = compiler === null ? null : compiledCheckOf(compiler, appDir);
  const stale = newer.slice(0, MOST).find(({ file }) => isCompiled === null || !isCompiled(file));
  return stale === undefined ? null : path.relative(appDir, stale.file);
};
