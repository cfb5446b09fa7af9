import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';

import type { ArchiveFile } from '../../panel/contract';
import { decodeForShow } from './decode-for-show';

/** So much of a file is shown; in bytes. */
const MOST_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Opens a file of an archive; null where there is none. The archive may be hostile: links that lead
 * out of it, pipes and devices are not followed.
 *
 * @param root absolute
 * @param file from the root
 */
export const openArchiveFile = async (root: string, file: string): Promise<FileHandle | null> => {
  if (file === '' || file.includes('\0')) return null;
  const home = await realpath(root).catch(() => null);
  const target = await realpath(path.join(root, file)).catch(() => null);
  if (home === null || target?.startsWith(home + path.sep) !== true) return null;
  // O_NONBLOCK, since opening a pipe would wait for ever.
  const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (handle === null || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return null;
};

/** Reads a file of an archive as it stands; null where there is none that may be read. */
export const readArchiveFile = async (root: string, file: string): Promise<ArchiveFile | null> => {
  const handle = await openArchiveFile(root, file);
  if (handle === null) return null;
  try {
    const found = await handle.stat();
    const buffer = Buffer.alloc(Math.min(found.size, MOST_BYTES));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const isCut = found.size > MOST_BYTES;
    const bytes = buffer.subarray(0, bytesRead);
    // A character that is cut in two would make all of it unreadable.
    const whole = isCut ? bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1) : bytes;
    const { text, encoding } = decodeForShow(whole);
    return { path: file, text, encoding: encoding ?? 'unknown', isCut };
  } finally {
    await handle.close();
  }
};
