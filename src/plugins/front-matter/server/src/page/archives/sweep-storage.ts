import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import { isAlive } from '../../run/heartbeat/is-alive';
import { storageOf } from '../storage';
import { archivesOf } from './archives';

/** What nobody knows any more is kept for so long, since another instance may be about to name it; in milliseconds. */
const PATIENCE = 24 * 60 * 60 * 1000;

/** Removes what processes of this machine were receiving or unpacking when they died. */
const sweepIncoming = async (incoming: string): Promise<void> => {
  for (const name of await readdir(incoming).catch(() => [])) {
    const [pid = '', host] = name.split('@');
    const isOurs = host === hostname() && /^\d+$/.test(pid);
    // Called while the app boots: what bears this process's number is of one before it.
    if (!isOurs || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    await rm(path.join(incoming, name), { recursive: true, force: true });
  }
};

/** Removes the files of archives that no row names: a process died between the two. */
const sweepUnknown = async (archives: string, roots: readonly string[]): Promise<void> => {
  const known = new Set(roots.map((root) => path.relative(archives, root).split(path.sep)[0]));
  for (const name of await readdir(archives).catch(() => [])) {
    const folder = path.join(archives, name);
    const found = await stat(folder).catch(() => null);
    if (known.has(name) || found === null || Date.now() - found.ctimeMs < PATIENCE) continue;
    await rm(folder, { recursive: true, force: true });
  }
};

/** Clears away what was left behind of uploads. Called while the app boots. */
export const sweepStorage = async (strapi: Core.Strapi): Promise<void> => {
  const { incoming, archives } = storageOf(strapi);
  await sweepIncoming(incoming);
  const rows = await archivesOf(strapi).names();
  await sweepUnknown(
    archives,
    rows.flatMap(({ root }) => root ?? [])
  );
};
