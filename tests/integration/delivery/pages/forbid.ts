import type { Core } from '@strapi/strapi';

const PERMISSION = 'plugin::users-permissions.permission';

/** Takes a right from the public, and answers with what gives it back. */
export const forbid = async ({ db }: Core.Strapi, action: string): Promise<() => Promise<void>> => {
  const permissions = db.query(PERMISSION);
  const right = await permissions.findOne({
    where: { action, role: { type: 'public' } },
    populate: ['role'],
  });
  await permissions.delete({ where: { id: right.id } });
  return async () => {
    await permissions.create({ data: { action, role: right.role.id } });
  };
};
