import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';

/** The project's root, from the compiled scripts. */
export const root = path.join(__dirname, '..', '..', '..');

/** Boots an app, without its server, for as long as `work` takes. */
export const withApp = async <Result>(
  appDir: string,
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> => {
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  try {
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
};

/** Tells the parent what came of a step. */
export const tell = (result: object): void => {
  process.stdout.write(`${JSON.stringify(result)}\n`);
};
