import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';

import { decode } from '../../core/read/decode';
import type { ArchiveFile } from '../../panel/contract';

/** So much of a file is shown; in bytes. */
const MOST_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;

/** What cannot be decoded is shown all the same: somebody has to see what is wrong with it. */
const showText = (bytes: Uint8Array): Pick<ArchiveFile, 'text' | 'encoding'> => {
  const decoded = decode(bytes, 'utf-8');
  if (decoded.ok) return { text: decoded.text, encoding: decoded.encoding };
  return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'unknown' };
};

/**
 * Reads a file of an archive as it stands; null where there is none. The archive may be hostile:
 * links that lead out of it, pipes and devices are not followed.
 *
 * @param root absolute
 * @param file from the root
 */
export const readArchiveFile = async (root: string, file: string): Promise<ArchiveFile | null> => {
  if (file === '' || file.includes('\0')) return null;
  const home = await realpath(root).catch(() => null);
  const target = await realpath(path.join(root, file)).catch(() => null);
  if (home === null || target?.startsWith(home + path.sep) !== true) return null;
  // O_NONBLOCK, since opening a pipe would wait for ever.
  const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return null;
  try {
    const found = await handle.stat();
    if (!found.isFile()) return null;
    const buffer = Buffer.alloc(Math.min(found.size, MOST_BYTES));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const isCut = found.size > MOST_BYTES;
    const bytes = buffer.subarray(0, bytesRead);
    // A character that is cut in two would make all of it unreadable.
    const whole = isCut ? bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1) : bytes;
    return { path: file, ...showText(whole), isCut };
  } finally {
    await handle.close();
  }
};
