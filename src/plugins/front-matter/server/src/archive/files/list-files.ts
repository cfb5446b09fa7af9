import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { opendir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Selection } from '../../core/dialects/dialect';
import { FileList, FileListBuilder, type ListedFile, type Obstacle } from './file-list';
import { findAmbiguous } from './find-ambiguous';
import { isSystemFile } from './system-files';

/**
 * Lists an archive's files in the byte order of their paths. Symbolic links are followed where
 * they stay in the archive, and each folder is entered once, so that circular links end.
 *
 * @param root absolute
 */
export const listFiles = async (root: string, selection: Selection): Promise<FileList> => {
  const home = await realpath(root);
  const entered = new Set<string>();
  const files = new FileListBuilder();
  const list = (file: string, obstacle: Obstacle | null): void => {
    if (selection.takes(file) && !isSystemFile(file)) files.add(file, obstacle);
  };

  const visit = async (folder: string): Promise<void> => {
    const full = path.join(root, folder);
    const real = await realpath(full);
    if (entered.has(real)) return;
    entered.add(real);
    let hasOthers = false;
    const folders: string[] = [];
    // Entries are not all in memory: a folder may have hundreds of thousands of files.
    for await (const entry of await opendir(full, { bufferSize: TOGETHER })) {
      if (entry.name.includes(REPLACEMENT)) {
        hasOthers = true;
        continue;
      }
      const inner = innerPath(folder, entry.name);
      const kind = await kindOf(entry, path.join(root, inner), home);
      if (kind !== 'folder') list(inner, kind);
      else if (selection.enters(inner)) folders.push(inner);
    }
    // Sorted, so that the result is the same on every disk: of two names of one folder the first is entered.
    for (const inner of folders.sort()) {
      await visit(inner).catch(() => list(inner, 'closed'));
    }
    if (hasOthers) {
      for (const name of await namesWithoutText(full)) list(innerPath(folder, name), 'not-text');
    }
  };
  await visit('');
  return markAmbiguous(files.build());
};

/** Entries of a folder that are read at a time. */
const TOGETHER = 1_024;

/** What Node puts for bytes that are not UTF-8; a file cannot be opened by such a name. */
const REPLACEMENT = '\ufffd';

const innerPath = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`;

const namesWithoutText = async (full: string): Promise<string[]> => {
  const names = await readdir(full, { encoding: 'buffer' });
  return names
    .filter((name) => !isUtf8(name) || name.toString().includes(REPLACEMENT))
    .map(escaped);
};

const escaped = (name: Buffer): string =>
  [...name]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    )
    .join('');

/** Names that differ only in how accents are composed are the same to the ledger, and to some disks. */
const markAmbiguous = (files: FileList): FileList => {
  const ambiguous = findAmbiguous(() => files.paths());
  return ambiguous.size === 0 ? files : FileList.of(marked(files, ambiguous));
};

function* marked(files: FileList, ambiguous: ReadonlySet<string>): Generator<ListedFile> {
  for (const file of files) {
    yield ambiguous.has(file.path)
      ? { path: escapeAccents(file.path), obstacle: file.obstacle ?? 'ambiguous' }
      : file;
  }
}

const escapeAccents = (file: string): string => file.replace(/[^\x20-\x7e]+/g, encodeURIComponent);

const kindOf = async (
  entry: Dirent,
  full: string,
  home: string
): Promise<'folder' | 'stray' | 'special' | null> => {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return null;
  if (!entry.isSymbolicLink()) return 'special';
  try {
    const target = await realpath(full);
    if (target !== home && !target.startsWith(home + path.sep)) return 'stray';
    const found = await stat(target);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? null : 'special';
  } catch {
    return 'stray';
  }
};
