import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from '../output';
import { findStale } from './compiled/find-stale';
import { loadStrapi } from './load-strapi';

/** Where an application and what was compiled of it are. */
export interface Location {
  readonly appDir: string;
  readonly distDir: string;
}

/**
 * Finds what was compiled of an application; one that was never compiled is compiled first, and one in JavaScript is
 * its own.
 *
 * What is older than its sources is used, and that is said. It is not compiled anew: a site that runs from it loads
 * files of it at any time, and command and site should agree on what the content types are.
 *
 * @param appDir the application's root
 */
export const locateOutput = async (appDir: string): Promise<Location> => {
  const distDir = path.join(appDir, 'dist');
  if (existsSync(path.join(distDir, 'config'))) {
    const stale = findStale(appDir, distDir);
    if (stale !== null) {
      say(
        `${stale} is newer than what was compiled of it, which is what this command runs. Run "npm run build" to have it compiled.`
      );
    }
    return { appDir, distDir };
  }
  const compiled = await loadStrapi().compileStrapi({ appDir });
  return { appDir, distDir: compiled.distDir ?? appDir };
};
