import type { Core } from '@strapi/strapi';

const READ = ['post', 'category', 'tag'].flatMap((name) => [
  `api::${name}.${name}.find`,
  `api::${name}.${name}.findOne`,
]);

/**
 * Grants `find` and `findOne` on posts, categories and tags to the public, so that a fresh site can
 * be read, and to whoever has an account, who must not see less for having logged in.
 */
export const letPublicRead = async (strapi: Core.Strapi): Promise<void> => {
  const roles = await strapi.db
    .query('plugin::users-permissions.role')
    .findMany({ where: { type: ['public', 'authenticated'] } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const { id: role } of roles) {
    for (const action of READ) {
      if ((await permissions.count({ where: { action, role } })) === 0) {
        await permissions.create({ data: { action, role } });
      }
    }
  }
};
