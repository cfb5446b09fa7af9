import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { KeyCounts } from '../../core/keys/key-counts';

/** The keys that a preview has counted, and the dialect that they are of. */
export interface KeptKeys extends KeyCounts {
  readonly dialect: string;
}

/** In the folder of a task. */
const fileIn = (folder: string): string => path.join(folder, 'keys.json');

/** Keeps the keys of a preview in its folder. */
export const keptKeys = (folder: string, dialect: string) => {
  let counted: KeyCounts | null = null;
  return {
    take(keys: KeyCounts): void {
      counted = keys;
    },
    /** Writes them down, where there are any. */
    async write(): Promise<void> {
      if (counted === null) return;
      const kept: KeptKeys = { dialect, ...counted };
      await writeFile(fileIn(folder), JSON.stringify(kept));
    },
  };
};

/** What was kept in a task's folder; null for nothing: it came to no end, or was at work on another host. */
export const readKeptKeys = async (folder: string): Promise<KeptKeys | null> => {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => null);
  try {
    return text === null ? null : (JSON.parse(text) as KeptKeys);
  } catch {
    // As a process that dies leaves it.
    return null;
  }
};
