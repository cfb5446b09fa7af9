import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Signs } from '../core/dialects/dialect';
import { readSmallFile } from './read-small-file';

/** The contents of an archive's root. */
export type RootContents = Pick<Signs, 'names' | 'packages'>;

/**
 * Lists an archive's root and reads its `package.json`.
 *
 * @param root absolute
 */
export const scanRoot = async (root: string): Promise<RootContents> => ({
  names: new Set(await readdir(root)),
  packages: await packagesOf(root),
});

/** Empty where the file cannot be read. */
const packagesOf = async (root: string): Promise<ReadonlySet<string>> => {
  const file = path.join(root, 'package.json');
  const text = await readSmallFile(file, root, 'ARCHIVE_NOT_FOUND').catch(() => null);
  const manifest = jsonOf(text ?? '');
  return new Set(
    ['dependencies', 'devDependencies'].flatMap((key) =>
      Object.keys(recordOf(recordOf(manifest)[key]))
    )
  );
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
