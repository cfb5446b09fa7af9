import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

export interface ListedFile {
  /** From the archive's root, `/` between its parts. */
  readonly path: string;
  /** A symbolic link that leads out of the archive, or nowhere. */
  readonly strays: boolean;
}

/** Which folders are walked through and which files are taken. Paths have no slash at their ends. */
export interface Selection {
  enters(folder: string): boolean;
  takes(file: string): boolean;
}

/**
 * Lists an archive's files in the byte order of their paths. Symbolic links are followed where
 * they stay in the archive, and each folder is entered once, so that no ring of links is endless.
 *
 * @param root absolute
 */
export async function listFiles(root: string, selection: Selection): Promise<ListedFile[]> {
  const home = await realpath(root);
  const entered = new Set<string>();
  const files: ListedFile[] = [];

  const visit = async (folder: string): Promise<void> => {
    const real = await realpath(path.join(root, folder));
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = await kindOf(entry, path.join(root, inner), home);
      if (kind === 'folder' && selection.enters(inner)) await visit(inner);
      if (kind === 'file' && selection.takes(inner)) files.push({ path: inner, strays: false });
      if (kind === 'stray' && selection.takes(inner)) files.push({ path: inner, strays: true });
    }
  };
  await visit('');
  return inByteOrder(files);
}

async function kindOf(
  entry: Dirent,
  full: string,
  home: string
): Promise<'file' | 'folder' | 'stray' | 'other'> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = await realpath(full);
    if (target !== home && !target.startsWith(home + path.sep)) return 'stray';
    return (await stat(target)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'stray';
  }
}

/** UTF-16 order differs from that of UTF-8 bytes only where surrogates are compared. */
function inByteOrder(files: ListedFile[]): ListedFile[] {
  const hasSurrogates = files.some((file) => /[\ud800-\udfff]/.test(file.path));
  if (!hasSurrogates) return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}
