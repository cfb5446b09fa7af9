import type { Core } from '@strapi/strapi';

const ACTION = 'plugin::permalinks.redirects.manage';

interface Roles {
  findOne(where: object): Promise<{ readonly id: number } | null>;
  addPermissions(role: number, permissions: readonly object[]): Promise<unknown>;
}

/**
 * Lets the panel's Editors add and remove redirects: they publish what others write, and answer for
 * the site's addresses. Authors may not, until an administrator says so.
 */
export const letEditorsRedirect = async (strapi: Core.Strapi): Promise<void> => {
  const roles = strapi.service('admin::role') as unknown as Roles;
  const role = await roles.findOne({ code: 'strapi-editor' });
  if (role === null) return;
  const granted = await strapi.db
    .query('admin::permission')
    .count({ where: { action: ACTION, role: role.id } });
  if (granted === 0) await roles.addPermissions(role.id, [{ action: ACTION }]);
};
