import type { Core } from '@strapi/strapi';

const READ = ['post', 'category', 'tag'].flatMap((name) => [
  `api::${name}.${name}.find`,
  `api::${name}.${name}.findOne`,
]);

/** Grants the public `find` and `findOne` on posts, categories and tags, so that a fresh site can be read. */
export const letPublicRead = async (strapi: Core.Strapi): Promise<void> => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of READ) {
    const where = { action, role: role.id };
    if ((await permissions.count({ where })) === 0) {
      await permissions.create({ data: where });
    }
  }
};
