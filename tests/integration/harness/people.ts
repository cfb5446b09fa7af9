import type { TestSite } from './boot';

const password = 'Sheets-of-2022';

/** Makes a user of the panel who has one of Strapi's roles, and answers with a token of theirs. */
export const joinAs = async (
  { strapi, http }: TestSite,
  code: string,
  name = code
): Promise<string> => {
  const role = await strapi.db.query('admin::role').findOne({ where: { code } });
  const email = `${name}@example.com`;
  await strapi.service('admin::user').create({
    ...{ firstname: 'Mei', lastname: 'Chen', password, email },
    ...{ isActive: true, registrationToken: null, roles: [role.id] },
  });
  return (await http.post('/admin/login').send({ email, password })).body.data.token;
};

/** A key to the site's own API that may do everything. */
export const fullKey = async ({ strapi }: TestSite): Promise<string> =>
  (
    await strapi
      .service('admin::api-token')
      .create({ name: 'all', type: 'full-access', description: '', lifespan: null })
  ).accessKey;
