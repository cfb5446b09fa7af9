import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ArchiveEntry, Refusal } from '../core/entry';

/** No post has reason to be larger, and what is larger would take a reader's time and memory. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** Files opened ahead: enough to keep the disk busy while one is read. */
const AHEAD = 16;

export interface LocatedFile {
  /** From the archive's root. */
  readonly path: string;
  readonly refusal: Refusal | null;
}

/** Opens files in their order, a handful ahead of their reader. */
export async function* loadEntries(
  root: string,
  files: readonly LocatedFile[]
): AsyncGenerator<ArchiveEntry> {
  const pending: Promise<ArchiveEntry>[] = [];
  let next = 0;
  const startOne = (): void => {
    const file = files[next];
    next += 1;
    if (file) pending.push(loadEntry(root, file));
  };
  for (let count = 0; count < AHEAD; count += 1) startOne();
  for (let first = pending.shift(); first; first = pending.shift()) {
    startOne();
    yield await first;
  }
}

const NO_BYTES = new Uint8Array();

async function loadEntry(root: string, file: LocatedFile): Promise<ArchiveEntry> {
  const refused = (refusal: Refusal): ArchiveEntry => ({
    path: file.path,
    bytes: NO_BYTES,
    modifiedAt: 0,
    refusal,
  });
  if (file.refusal) return refused(file.refusal);
  try {
    const handle = await open(path.join(root, file.path));
    try {
      const { size, mtimeMs } = await handle.stat();
      if (size > MAX_FILE_BYTES) return refused(tooLarge(size));
      return { path: file.path, bytes: await handle.readFile(), modifiedAt: mtimeMs };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refused(unreadable(error));
  }
}

function tooLarge(size: number): Refusal {
  return {
    code: 'FILE_TOO_LARGE',
    status: 'quarantined',
    message: `The file has ${size} bytes, more than the ${MAX_FILE_BYTES} a post may have. Split it.`,
  };
}

function unreadable(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'ARCHIVE_FILE_UNREADABLE',
    status: 'quarantined',
    message: `The file could not be opened (${reason}). Check its permissions and import again.`,
  };
}
