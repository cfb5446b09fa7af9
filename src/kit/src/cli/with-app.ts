import type { Core } from '@strapi/strapi';
import { findEngine } from '../database/engines';
import { checkPlugin } from './application/check-plugin';
import { type Address, explainFailure } from './application/explain-failure';
import { findApplication } from './application/find-application';
import { loadStrapi } from './application/load-strapi';
import { locateOutput } from './application/locate-output';
import { boundHeap } from './bound-heap';
import { lowerPriority } from './lower-priority';
import { withCancelSignal } from './with-cancel-signal';

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

/** Registers and boots an application that has a plugin. */
const load = async (app: Core.Strapi, plugin: string): Promise<void> => {
  findEngine(app.config.get('database.connection.client', ''))?.checkDriver(app.dirs.app.root);
  try {
    await app.register();
    // Booted without it, Strapi would drop the tables of the plugin's types.
    checkPlugin(app, plugin);
    await app.bootstrap();
    app.isLoaded = true;
  } catch (error) {
    await abandon(app);
    throw explainFailure(error, app.config.get<Address>('database.connection.connection', {}));
  }
};

/** Boots the app without its server for as long as `work` takes. */
const boot = async <Result>(
  plugin: string,
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> => {
  lowerPriority();
  boundHeap();
  const root = findApplication(process.cwd());
  // Strapi reads .env, and applications their files, from where the process is; .env when it is loaded.
  process.chdir(root);
  const location = await locateOutput(root);
  const { createStrapi } = loadStrapi();
  const app = withoutSignals(() =>
    createStrapi({ ...location, autoReload: false, serveAdminPanel: false })
  );
  app.log.level = 'error';
  await load(app, plugin);
  try {
    return await work(app);
  } finally {
    await app.destroy();
  }
};

/**
 * Boots the Strapi app of the folder that a command runs in, or of one above, without its server, for as long as
 * `work` takes. Its log says errors only: the output belongs to the command. A site that serves on
 * the same machine goes first. Ctrl-C aborts the signal, and ends the process at the second time.
 * The working directory is the app's root from here on.
 *
 * @param plugin the name of the plugin that the command belongs to
 * @throws NoApplicationError outside an app; why an app does not boot, after it has been taken down
 */
export const withApp = <Result>(
  plugin: string,
  work: (strapi: Core.Strapi, signal: AbortSignal) => Promise<Result>
): Promise<Result> => withCancelSignal((signal) => boot(plugin, (strapi) => work(strapi, signal)));
