import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Limits of the search for Markdown. */
const MAX_DEPTH = 4;
const MAX_FOLDERS = 500;

/** Finds a Markdown file in a folder that is not an archive of a generator; null where there is none. */
export const findMarkdown = async (root: string): Promise<string | null> => {
  const open = [{ folder: '', depth: 0 }];
  for (let looked = 0; looked < MAX_FOLDERS; looked += 1) {
    const next = open.shift();
    if (next === undefined) return null;
    const full = path.join(root, next.folder);
    const entries = await readdir(full, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const inner = path.posix.join(next.folder, entry.name);
      if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) return inner;
      if (
        entry.isDirectory() &&
        next.depth < MAX_DEPTH &&
        !/^(?:\.|node_modules$)/.test(entry.name)
      )
        open.push({ folder: inner, depth: next.depth + 1 });
    }
  }
  return null;
};
