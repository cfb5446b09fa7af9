import type { Core } from '@strapi/strapi';

/**
 * Looks whether an application that has registered its plugins has one of them.
 *
 * @param name the plugin's, as in `config/plugins`
 * @throws where it has not, with what is to be done
 */
export const checkPlugin = (strapi: Core.Strapi, name: string): void => {
  if (name in strapi.plugins) return;
  const packageName = `strapi-plugin-${name}`;
  const { root } = strapi.dirs.app;
  const dependencies = strapi.config.get<Readonly<Record<string, string>>>('info.dependencies', {});
  throw new Error(
    packageName in dependencies
      ? `The plugin "${name}" is switched off in ${root}, or ${packageName} is not installed there. Set "enabled" of "${name}" to true in config/plugins, and run "npm install".`
      : `The application in ${root} does not have the plugin "${name}". Run "npm install ${packageName}" there.`
  );
};
