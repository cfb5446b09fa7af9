import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';
import { boundHeap, checkDriver } from 'strapi-plugin-kit/cli';

/**
 * Boots the Strapi application of the folder that the command runs in, without its server, for as
 * long as `work` takes. An application that has not been compiled is compiled first.
 */
export async function withApp<Result>(
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> {
  boundHeap();
  const appDir = process.cwd();
  const compiled = path.join(appDir, 'dist');
  const distDir = existsSync(path.join(compiled, 'config'))
    ? compiled
    : ((await compileStrapi({ appDir })).distDir ?? appDir);
  const app = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  // The output belongs to the command.
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
