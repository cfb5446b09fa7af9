import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NoApplicationError } from './application-error';

/** What is asked of a `package.json`. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, unknown>>;
}

const readManifest = (folder: string): Manifest | null => {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
};

/** A plugin's package names Strapi as well, but among its peers and what it is developed with. */
const isApplication = (folder: string): boolean =>
  readManifest(folder)?.dependencies?.['@strapi/strapi'] !== undefined;

/**
 * Finds the Strapi application that a folder is in, the folder itself included.
 *
 * @returns its root, an absolute path
 * @throws NoApplicationError where there is none above either
 */
export const findApplication = (from: string): string => {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (isApplication(folder)) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new NoApplicationError(
    `${path.resolve(from)} is in no Strapi application: no package.json here or above has "@strapi/strapi" among its dependencies. Run the command in the folder of your application.`
  );
};
