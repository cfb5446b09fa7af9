import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = path.join(__dirname, '..', '..', '..');

/** The whole application in a process of its own, admin panel included, on an empty database. */
export interface ServedSite {
  readonly url: string;
  /** What the process was given, for commands that are to meet the same database. */
  readonly environment: NodeJS.ProcessEnv;
  readonly editor: { readonly email: string; readonly password: string };
  /** Ends the process at once, as a power cut does. */
  die(): Promise<void>;
  /** Starts it again on the same port and the same data. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') {
    throw new Error('no port is free');
  }
  return address.port;
};

const untilServing = async (url: string, ended: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 480 && !ended(); tries += 1) {
    const reply = await fetch(`${url}/_health`).catch(() => null);
    if (reply?.ok) {
      return;
    }
    await setTimeout(250);
  }
  throw new Error('the application did not come up');
};

/** Makes the first administrator. */
const register = async (url: string, editor: ServedSite['editor']): Promise<void> => {
  const registered = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ firstname: 'Lin', lastname: 'Wang', ...editor }),
  });
  if (!registered.ok) {
    throw new Error(`no administrator could be made: ${await registered.text()}`);
  }
};

/**
 * Starts the application as `npm start` does and makes its first administrator.
 *
 * @param isRegistered whether to make one; without, the panel asks for the first
 */
export const serve = async (isRegistered = true): Promise<ServedSite> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-e2e-'));
  const port = await freePort();
  const environment = {
    ...process.env,
    PORT: String(port),
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'data.db'),
  };
  const url = `http://127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const strapi = path.join('node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
    const child = spawn(process.execPath, [strapi, 'start'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await untilServing(url, () => child.exitCode !== null || child.signalCode !== null);
    return child;
  };
  let child = await start();
  const editor = { email: 'editor@example.com', password: 'Sheets-of-2022' };
  if (isRegistered) await register(url, editor);
  return {
    url,
    environment,
    editor,
    async die() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async comeBack() {
      child = await start();
    },
    async close() {
      if (child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};
