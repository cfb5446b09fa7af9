import { readFileSync } from 'node:fs';
import path from 'node:path';

import { findDriver } from './find-driver';

/** An application's SQLite driver. */
export interface Driver {
  readonly version: string;
  /** What was compiled of it; null where that is not to be found. */
  readBinary(): Buffer | null;
}

const readDriver = (root: string): Driver | null => {
  const file = findDriver(root, 'better-sqlite3/package.json');
  if (file === null) return null;
  try {
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
    const binary = path.join(path.dirname(file), 'build', 'Release', 'better_sqlite3.node');
    const readBinary = (): Buffer | null => {
      try {
        return readFileSync(binary);
      } catch {
        return null;
      }
    };
    return { version, readBinary };
  } catch {
    return null;
  }
};

/** Whether Node aborts with what asks for this when its garbage is collected (nodejs/node#65446). */
const abortsWithHooks = (node: string): boolean => {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major === 24 && minor >= 19;
};

/**
 * Why a SQLite driver would end the process without a word; null where it would not. Since its 13,
 * better-sqlite3 asks for Node-API 10, and crashes without (WiseLibs/better-sqlite3#1514). What is
 * older aborts with Node 24.19 and later if it was compiled for them.
 */
export const faultOfDriver = (
  { version, readBinary }: Driver,
  node: Readonly<Record<string, string | undefined>>
): string | null => {
  const running = node['node'] ?? '';
  const isNew = Number.parseInt(version) >= 13;
  if (isNew && Number(node['napi']) < 10) {
    return `better-sqlite3 ${version} crashes Node ${running}: use Node 22.14 or newer, or install better-sqlite3 12.11.1.`;
  }
  if (
    !isNew &&
    abortsWithHooks(running) &&
    readBinary()?.includes('RemoveEnvironmentCleanupHook')
  ) {
    return `better-sqlite3 ${version} crashes Node ${running} now and then: install better-sqlite3 13.2.0.`;
  }
  return null;
};

/**
 * Looks at an app's SQLite driver before it is loaded. Says nothing where there is none.
 *
 * @throws where the driver would end the process
 */
export const checkDriver = (root: string): void => {
  const driver = readDriver(root);
  const fault = driver === null ? null : faultOfDriver(driver, process.versions);
  if (fault !== null) throw new Error(fault);
};
