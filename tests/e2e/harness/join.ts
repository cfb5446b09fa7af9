import type { ServedSite } from './serve';

/**
 * Makes a user of the admin panel, of a role that reads and updates posts, and what logs it in.
 *
 * @param written the attributes that it may write
 * @param also actions that are on no content type
 */
export const join = async (
  site: ServedSite,
  code: string,
  written: readonly string[] = ['title', 'slug', 'date', 'body'],
  also: readonly string[] = []
): Promise<ServedSite['editor']> => {
  let token = '';
  const send = async <Data>(method: string, path: string, body?: object): Promise<Data> => {
    const reply = await fetch(`${site.url}/admin/${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return ((await reply.json()) as { data: Data }).data;
  };
  const user = { email: `${code}@example.com`, password: 'Sheets-of-2022' };
  token = (await send<{ token: string }>('POST', 'login', site.editor)).token;

  const roles = await send<{ id: number; code: string }[]>('GET', 'roles');
  const role = roles.find((each) => each.code === code);
  if (role === undefined) throw new Error(`there is no role "${code}"`);
  const fields = ['title', 'slug', 'date', 'body'];
  // A role's own permissions go by who has made a post; these do not.
  const permissions = ['read', 'create', 'update'].map((deed) => ({
    action: `plugin::content-manager.explorer.${deed}`,
    subject: 'api::post.post',
    properties: { fields: deed === 'read' ? fields : [...written] },
    conditions: [],
  }));
  const others = also.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  await send('PUT', `roles/${role.id}/permissions`, { permissions: [...permissions, ...others] });

  const name = { firstname: 'Mei', lastname: 'Chen' };
  const { registrationToken } = await send<{ registrationToken: string }>('POST', 'users', {
    ...name,
    email: user.email,
    roles: [role.id],
  });
  const userInfo = { ...name, password: user.password };
  await send('POST', 'register', { registrationToken, userInfo });
  return user;
};
