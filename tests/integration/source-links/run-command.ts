import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../harness/boot';
import type { TestDatabase } from '../harness/databases';
import type { OtherApp } from './other-app';

const BIN = path.join(root, 'src', 'plugins', 'source-links', 'bin', 'strapi-source-links.js');

/** What a command said and how it ended; `summary` is its last line, where that is JSON. */
export interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly lines: readonly string[];
  readonly summary: Record<string, unknown> | null;
}

/** Starts `strapi-source-links` in an application's folder. */
export const start = (app: OtherApp, database: TestDatabase, ...words: string[]): ChildProcess =>
  spawn(process.execPath, [BIN, ...words], {
    cwd: app.home,
    env: { ...process.env, ...database.environment },
  });

/** Waits for a command's end. */
export const end = async (child: ChildProcess): Promise<Ended> => {
  let out = '';
  let err = '';
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = out.trim().split('\n');
  const last = lines[lines.length - 1] ?? '';
  const summary = last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : null;
  return { code, err, lines, summary };
};
