import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Signs } from '../core/dialects/dialect';
import { readSmallFile } from './read-small-file';

/** What lies in an archive's root, which is the same for every dialect. */
export type Around = Pick<Signs, 'names' | 'packages'>;

/** @param root absolute */
export async function lookAround(root: string): Promise<Around> {
  return { names: new Set(await readdir(root)), packages: await packagesOf(root) };
}

/** One that cannot be read says nothing of the generator. */
async function packagesOf(root: string): Promise<ReadonlySet<string>> {
  const file = path.join(root, 'package.json');
  const text = await readSmallFile(file, root, 'ARCHIVE_NOT_FOUND').catch(() => null);
  const manifest = jsonOf(text ?? '');
  return new Set(
    ['dependencies', 'devDependencies'].flatMap((key) =>
      Object.keys(recordOf(recordOf(manifest)[key]))
    )
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
