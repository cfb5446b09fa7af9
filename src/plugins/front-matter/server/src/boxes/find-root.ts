import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isSystemFile } from '../archive/files/system-files';

/** Folders that belong to a site, such as `_posts`: a box of nothing else was packed from its root. */
const PART_OF_SITE = /^[._]/;

/**
 * The folder that is the archive: boxes often hold one single folder, with everything in it.
 *
 * @param into the folder that was unpacked into, absolute
 */
export const findRoot = async (into: string): Promise<string> => {
  const entries = await readdir(into, { withFileTypes: true });
  const [first, ...others] = entries.filter(
    (entry) => !isSystemFile(entry.isDirectory() ? `${entry.name}/` : entry.name)
  );
  if (first === undefined || others.length > 0) return into;
  return first.isDirectory() && !PART_OF_SITE.test(first.name) ? path.join(into, first.name) : into;
};
