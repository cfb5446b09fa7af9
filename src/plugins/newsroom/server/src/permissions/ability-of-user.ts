import type { Core } from '@strapi/strapi';

interface User {
  readonly isActive?: boolean | null;
  readonly blocked?: boolean | null;
}

interface Engine {
  readonly engine: { generateUserAbility(user: User): Promise<unknown> };
}

/** What somebody may do as their roles are now, who does not ask at the moment; null where they may not log in. */
export const abilityOfUser = async (strapi: Core.Strapi, userId: number): Promise<unknown> => {
  const user: User | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId }, populate: ['roles'] });
  if (user?.isActive !== true || user.blocked === true) return null;
  const permissions = strapi.service('admin::permission') as unknown as Engine;
  return permissions.engine.generateUserAbility(user);
};
