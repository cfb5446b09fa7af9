import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '../databases';

/** A file system of 64 MiB with room for one SQLite database. */
export interface SmallDisk {
  readonly database: TestDatabase;
  /** Fills it up to so many bytes. */
  leave(bytes: number): void;
  /** Frees what was filled. */
  free(): void;
  unmount(): void;
}

/** Mounts one, where that may be done: only root may, and a container's root may be refused too. */
export const mountSmallDisk = (): SmallDisk | null => {
  const home = mkdtempSync(path.join(tmpdir(), 'broadsheet-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', home], { stdio: 'ignore' });
  } catch {
    rmSync(home, { recursive: true });
    return null;
  }
  const filler = path.join(home, 'filler');
  return {
    database: {
      environment: {
        DATABASE_CLIENT: 'sqlite',
        DATABASE_FILENAME: path.join(home, 'data.db'),
      },
      drop: async () => undefined,
    },
    leave(bytes) {
      const { bavail, bsize } = statfsSync(home);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - bytes));
    },
    free: () => rmSync(filler),
    unmount() {
      execFileSync('umount', [home]);
      rmSync(home, { recursive: true });
    },
  };
};
