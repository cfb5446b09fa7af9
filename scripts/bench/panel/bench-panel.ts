import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ask } from '../../site/ask';
import { root } from '../../site/boot';
import { environment } from '../../site/environment';
import { runStep } from '../run-step';
import { type PanelTimes, timePanel } from './time-panel';

/** What an editor waits for in a browser; in milliseconds. */
export interface PanelFigures extends PanelTimes {
  readonly posts: number;
}

const PERSON = { email: 'editor@example.com', password: 'Sheets-of-2022' };

const say = (text: string): void => {
  process.stderr.write(`[bench] ${text}\n`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** Starts the application with its panel, as `npm start` does, and makes its first administrator. */
const start = async (database: string): Promise<{ url: string; child: ChildProcess }> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const strapi = path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const child = spawn(process.execPath, [strapi, 'start'], {
    cwd: root,
    env: { ...environment(database), PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while ((await ask(`${url}/_health`)).status === null) {
    if (child.exitCode !== null) throw new Error(`The application ended with ${child.exitCode}.`);
    await pause(250);
  }
  const body = { firstname: 'Lin', lastname: 'Wang', ...PERSON };
  await ask(`${url}/admin/register-admin`, { method: 'POST', body });
  return { url, child };
};

/**
 * Measures what an editor waits for in Chromium on a site with many posts, on SQLite. The panel has to be built.
 *
 * @param browser the path of Chromium
 */
export const benchPanel = async (posts: number, browser: string): Promise<PanelFigures> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
  const database = path.join(folder, 'data.db');
  try {
    say(`making a site of ${posts} posts …`);
    await runStep('addresses/step-fill', database, [String(posts), String(2 * posts)]);
    const { url, child } = await start(database);
    const chrome = await chromium.launch({
      executablePath: browser,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      say('opening lists and forms, and saving …');
      return { posts, ...(await timePanel(chrome, url, PERSON)) };
    } finally {
      await chrome.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
