import type { Core } from '@strapi/strapi';

interface Administrator {
  readonly isActive?: boolean | null;
  readonly blocked?: boolean | null;
}

interface Engine {
  readonly engine: { generateUserAbility(user: Administrator): Promise<unknown> };
}

/** What an administrator may do now, as Strapi has it; null where they are gone, or may not log in any more. */
export const abilityOf = async (strapi: Core.Strapi, id: number): Promise<unknown> => {
  const user: Administrator | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] });
  if (user?.isActive !== true || user.blocked === true) return null;
  return (strapi.service('admin::permission') as Engine).engine.generateUserAbility(user);
};
