import type { Core } from '@strapi/strapi';

/** What a role of the admin panel must have to add and remove redirects. */
export const MANAGE_REDIRECTS = 'plugin::permalinks.redirects.manage';

interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

/** Offers the plugin's permissions to the roles of the admin panel; super admins have all of them. */
export async function registerActions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as PermissionService;
  await actionProvider.registerMany([
    {
      section: 'plugins',
      pluginName: 'permalinks',
      uid: 'redirects.manage',
      subCategory: 'redirects',
      displayName: 'Add and remove',
    },
  ]);
}
