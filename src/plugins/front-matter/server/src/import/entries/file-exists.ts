import { existsSync } from 'node:fs';

/** Tells whether an archive's folder still has a file; its paths are relative to the root. */
export const fileExists =
  (root: string) =>
  (file: string): boolean =>
    existsSync(`${root}/${file}`);
