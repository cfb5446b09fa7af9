import { hash } from 'node:crypto';

import { openArchiveFile } from '../archives/read-archive-file';

/** As long as a post's file may be; in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * SHA-256 of a file's bytes as they are now, in hex; null for a file that is not there, is empty, or is
 * longer than a post may be.
 */
export const checksumNow = async (root: string, path: string): Promise<string | null> => {
  const handle = await openArchiveFile(root, path);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    return size === 0 || size > MOST_BYTES ? null : hash('sha256', await handle.readFile());
  } finally {
    await handle.close();
  }
};
