import type { Core } from '@strapi/strapi';

/** Who asks. */
export type PersonName = 'visitor' | 'reader' | 'account' | 'token' | 'fullToken' | 'stranger';

/** What each of them shows; null where there is nothing to show. */
export type People = Readonly<Record<PersonName, string | null>>;

const ROLE = 'plugin::users-permissions.role';

/** What somebody may read who may not read all: drafts, but nothing of tags. */
const SOME = [
  'api::post.post.find',
  'api::post.post.findOne',
  'api::post.post.findDrafts',
  'api::category.category.find',
];

interface Tokens {
  create(token: object): Promise<{ readonly accessKey: string }>;
}

const makeToken = async (strapi: Core.Strapi, token: object): Promise<string> => {
  const tokens = strapi.service('admin::api-token') as unknown as Tokens;
  const made = await tokens.create({ description: '', lifespan: null, ...token });
  return made.accessKey;
};

const makeAccount = async (strapi: Core.Strapi, name: string, role: number): Promise<string> => {
  const data = {
    username: name,
    email: `${name}@example.com`,
    password: 'Sheets-of-2022',
    provider: 'local',
    confirmed: true,
    blocked: false,
    role,
  };
  const { id } = await strapi.plugin('users-permissions').service('user').add(data);
  return strapi.plugin('users-permissions').service('jwt').issue({ id });
};

/**
 * Makes everybody who asks: a visitor without any, an account of a role that may read a part, one of
 * the role that accounts have, a token that may read a part, one that may do all, and one of nobody.
 */
export const makePeople = async (strapi: Core.Strapi): Promise<People> => {
  const role = await strapi.db
    .query(ROLE)
    .create({ data: { name: 'Reader', description: '', type: 'reader' } });
  for (const action of SOME) {
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
  const usual = await strapi.db.query(ROLE).findOne({ where: { type: 'authenticated' } });
  return {
    visitor: null,
    reader: await makeAccount(strapi, 'reader', role.id),
    account: await makeAccount(strapi, 'account', usual.id),
    token: await makeToken(strapi, { name: 'some', type: 'custom', permissions: SOME }),
    fullToken: await makeToken(strapi, { name: 'all', type: 'full-access' }),
    stranger: 'of-nobody',
  };
};
