import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { say } from 'strapi-plugin-kit/cli';

const OWN = 'strapi-plugin-front-matter/package.json';

/** Whether a folder is that of an application with this very package: what it configures is run. */
const isApp = (folder: string): boolean => {
  try {
    const app = createRequire(path.join(folder, 'package.json'));
    return app.resolve(OWN) === require.resolve(OWN);
  } catch {
    return false;
  }
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const at = (value: unknown, key: string): unknown =>
  isObject(value) ? Reflect.get(value, key) : undefined;

const load = async (file: string): Promise<object> => {
  const exported: unknown = createRequire(file)(file);
  const config = at(exported, 'default') ?? exported;
  const { env } = await import('@strapi/utils');
  const plugins: unknown = typeof config === 'function' ? await config({ env }) : config;
  const plugin = at(plugins, 'source-links');
  const configured = at(plugin, 'enabled') === false ? undefined : at(plugin, 'config');
  return isObject(configured) ? configured : {};
};

/**
 * The configuration of `source-links` in `config/plugins` of the application in a folder, which is neither
 * compiled nor started; `{}` where there is none. Where it cannot be had, standard error says so.
 */
export const configuredSources = async (folder: string): Promise<object> => {
  if (!isApp(folder)) return {};
  const compiled = path.join(folder, 'dist', 'config');
  const config = existsSync(compiled) ? compiled : path.join(folder, 'config');
  const file = path.join(config, 'plugins.js');
  try {
    if (existsSync(file)) return await load(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`${file} could not be used (${reason}): no provider of it is known here.`);
    return {};
  }
  if (existsSync(path.join(config, 'plugins.ts'))) {
    say('config/plugins is not compiled: no provider of it is known here. Run "strapi build".');
  }
  return {};
};
