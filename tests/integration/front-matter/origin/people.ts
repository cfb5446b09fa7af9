import type { TestSite } from '../../harness/boot';

const READ = 'plugin::content-manager.explorer.read';

/** A kind of permission: which documents of a type, and which attributes of them. */
export interface MayRead {
  readonly uid: string;
  readonly fields: readonly string[];
  readonly conditions?: readonly string[];
}

/** Somebody who may read so much and nothing else. */
export interface Reader {
  readonly token: string;
  leave(): Promise<void>;
}

/** Makes a role of its own and somebody who has it, who has logged in to the panel. */
export const joinToRead = async (
  { strapi, http }: TestSite,
  name: string,
  mayRead: readonly MayRead[]
): Promise<Reader> => {
  const role = await strapi.service('admin::role')['create']({ name });
  await strapi.service('admin::role')['assignPermissions'](
    role.id,
    mayRead.map(({ uid, fields, conditions = [] }) => ({
      action: READ,
      subject: uid,
      properties: { fields },
      conditions,
    }))
  );
  const user = { email: `${name}@example.com`, password: 'Sheets-of-2022' };
  await strapi.service('admin::user')['create']({
    ...user,
    firstname: 'Mei',
    roles: [role.id],
    isActive: true,
  });
  const { body } = await http.post('/admin/login').send(user);
  return {
    token: body.data.token,
    async leave() {
      await strapi.db.query('admin::user').deleteMany({ where: { email: user.email } });
      await strapi.service('admin::role')['deleteByIds']([role.id]);
    },
  };
};
