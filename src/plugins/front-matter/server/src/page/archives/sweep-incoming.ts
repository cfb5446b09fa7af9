import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

import { isAlive } from '../../run/is-alive';

/** Removes what processes of this machine were receiving or unpacking when they died. */
export const sweepIncoming = async (incoming: string): Promise<void> => {
  const names = await readdir(incoming).catch(() => []);
  for (const name of names) {
    const [pid = '', host] = name.split('@');
    const isOurs = host === hostname() && /^\d+$/.test(pid);
    // Called while the app boots: what bears this process's number is of one before it.
    if (!isOurs || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    await rm(path.join(incoming, name), { recursive: true, force: true });
  }
};
