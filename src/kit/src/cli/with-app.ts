import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';
import { findEngine } from '../database/engines';
import { boundHeap } from './bound-heap';
import { lowerPriority } from './lower-priority';
import { withCancelSignal } from './with-cancel-signal';

/** Compiled output is used as it stands; an app that has none is compiled first. */
const locate = async (appDir: string): Promise<{ appDir: string; distDir: string }> => {
  const distDir = path.join(appDir, 'dist');
  if (existsSync(path.join(distDir, 'config'))) return { appDir, distDir };
  const compiled = await compileStrapi({ appDir });
  return { appDir, distDir: compiled.distDir ?? appDir };
};

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Makes something without the listeners that it puts on signals: Strapi's close the database and
 * end the process, whatever a command is in the middle of.
 */
const withoutSignals = <Result>(make: () => Result): Result => {
  const before = SIGNALS.map((signal) => process.listeners(signal));
  const made = make();
  for (const [index, signal] of SIGNALS.entries()) {
    for (const listener of process.listeners(signal)) {
      if (before[index]?.includes(listener) === false) process.off(signal, listener);
    }
  }
  return made;
};

/**
 * Takes down what has not got up: an open connection would keep the process waiting for ever. What
 * goes wrong with that must not hide why.
 */
const abandon = async (app: Core.Strapi): Promise<void> => {
  await app.destroy().catch(() => undefined);
  await Promise.resolve(app.db?.destroy()).catch(() => undefined);
};

/** Boots the app without its server for as long as `work` takes. */
const boot = async <Result>(work: (strapi: Core.Strapi) => Promise<Result>): Promise<Result> => {
  lowerPriority();
  boundHeap();
  const location = await locate(process.cwd());
  const app = withoutSignals(() =>
    createStrapi({ ...location, autoReload: false, serveAdminPanel: false })
  );
  app.log.level = 'error';
  findEngine(app.config.get('database.connection.client', ''))?.checkDriver(app.dirs.app.root);
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
};

/**
 * Boots the Strapi app of the folder that a command runs in, without its server, for as long as
 * `work` takes. Its log says errors only: the output belongs to the command. A site that serves on
 * the same machine goes first. Ctrl-C aborts the signal, and ends the process at the second time.
 *
 * @throws why the app does not boot, after it has been taken down
 */
export const withApp = <Result>(
  work: (strapi: Core.Strapi, signal: AbortSignal) => Promise<Result>
): Promise<Result> => withCancelSignal((signal) => boot((strapi) => work(strapi, signal)));
