import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';

/**
 * Boots the Strapi app of the folder the command runs in, without its server, for as long as `work`
 * takes. Its log says errors only: the output belongs to the command.
 */
export async function withApp<Result>(
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> {
  const app = createStrapi({
    ...(await locate(process.cwd())),
    autoReload: false,
    serveAdminPanel: false,
  });
  app.log.level = 'error';
  await app.load();
  try {
    return await work(app);
  } finally {
    await app.destroy();
  }
}

/** Compiled output is used as it stands; an app that has none is compiled first. */
async function locate(appDir: string): Promise<{ appDir: string; distDir: string }> {
  const distDir = path.join(appDir, 'dist');
  if (existsSync(path.join(distDir, 'config'))) return { appDir, distDir };
  const compiled = await compileStrapi({ appDir });
  return { appDir, distDir: compiled.distDir ?? appDir };
}
