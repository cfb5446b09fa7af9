import { constants, type Stats } from 'node:fs';
import { lstat, open, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError } from './archive';

/** Larger configurations are refused. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a configuration file of an archive; null where there is none. The archive may be hostile: opening a
 * pipe would block, a device has no end, and a link may lead to files outside of the archive.
 *
 * @param home the folder that the file has to be in, links followed; null for anywhere
 * @throws ArchiveError for anything but a readable file of limited size
 */
export const readSmallFile = async (
  file: string,
  home: string | null,
  code: ArchiveError['code']
): Promise<string | null> => {
  const refuse = (reason: string): ArchiveError => new ArchiveError(code, `${file} ${reason}`);
  try {
    if ((await lstat(file).catch(orMissing)) === null) return null;
    const target = await realpath(file).catch(orMissing);
    if (target === null || (home !== null && !(await isInside(target, home)))) {
      throw refuse(
        'is a symbolic link that leads out of the archive or nowhere. Put the file itself there.'
      );
    }
    assertFile(await stat(target), refuse);
    // O_NONBLOCK, since the file may have become a pipe meanwhile.
    const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      assertFile(await handle.stat(), refuse);
      return await readBounded(handle, refuse);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse(`cannot be read: ${reason}. Correct its permissions.`);
  }
};

type Refuse = (reason: string) => ArchiveError;

const assertFile = (found: Stats, refuse: Refuse): void => {
  if (found.isDirectory()) {
    throw refuse('is a directory, and has to be a file. Rename it, or put the file in its place.');
  }
  if (!found.isFile()) {
    throw refuse('is a pipe, a socket or a device, and has to be a file. Remove it.');
  }
  if (found.size > MAX_BYTES) throw tooLarge(refuse);
};

const tooLarge = (refuse: Refuse): ArchiveError =>
  refuse(`has more than the ${MAX_BYTES} bytes that a configuration may have. Make it smaller.`);

/** Reads no more than the limit, whatever size the file claims to have. */
const readBounded = async (handle: FileHandle, refuse: Refuse): Promise<string> => {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (length > MAX_BYTES) throw tooLarge(refuse);
    if (bytesRead === 0) return buffer.toString('utf8', 0, length);
  }
};

const isInside = async (target: string, home: string): Promise<boolean> =>
  target.startsWith((await realpath(home)) + path.sep);

const orMissing = (error: unknown): null => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ELOOP') return null;
  throw error;
};
