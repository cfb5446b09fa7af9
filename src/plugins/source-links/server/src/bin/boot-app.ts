import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';
import { boundHeap, checkDriver } from 'strapi-plugin-kit/cli';

/**
 * Boots the Strapi app of the folder the command runs in, without its server, for as long as `work`
 * takes. Its log says errors only: the output belongs to the command.
 */
export async function withApp<Result>(
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> {
  boundHeap();
  const options = await locate(process.cwd());
  const app = keepingSignals(() =>
    createStrapi({ ...options, autoReload: false, serveAdminPanel: false })
  );
  app.log.level = 'error';
  checkDriver(app);
  try {
    await app.load();
  } catch (error) {
    await abandon(app);
    throw error;
  }
  try {
    return await work(app);
  } finally {
    await app.destroy();
  }
}

/**
 * Takes down what has not got up: an open connection would keep the process waiting for ever. What
 * goes wrong with that must not hide why.
 */
async function abandon(app: Core.Strapi): Promise<void> {
  await app.destroy().catch(() => undefined);
  await Promise.resolve(app.db?.destroy()).catch(() => undefined);
}

/** Compiled output is used as it stands; an app that has none is compiled first. */
async function locate(appDir: string): Promise<{ appDir: string; distDir: string }> {
  const distDir = path.join(appDir, 'dist');
  if (existsSync(path.join(distDir, 'config'))) return { appDir, distDir };
  const compiled = await compileStrapi({ appDir });
  return { appDir, distDir: compiled.distDir ?? appDir };
}

/** Strapi would take the database away and end the process at a signal, amid the command's work. */
function keepingSignals<Result>(make: () => Result): Result {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const made = make();
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (before[index]?.has(listener) !== true) process.off(signal, listener);
    }
  });
  return made;
}
