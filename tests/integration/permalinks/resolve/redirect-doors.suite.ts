import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';

const POST = 'api::post.post';
const DATE = '2022-02-17T00:35:15.000Z';

const RESERVED = [
  ['the root', '/'],
  ['the root’s own file', 'https://old.example/index.html'],
  ['the admin panel', '/admin'],
  ['the admin panel in capitals', '/Admin/auth/login'],
  ['a percent-encoded admin panel', '/%61dmin'],
  ['REST', '/api/posts'],
  ['REST in capitals', '/API/posts'],
  ['GraphQL', '/graphql'],
  ['uploads', '/uploads/a.png'],
  ['health', '/_health'],
  ['the content manager', '/content-manager/collection-types'],
  ['the media library', '/upload/files'],
  ['internationalisation', '/i18n/locales'],
  ['this very plugin', '/permalinks/suggest'],
] as const;

export const redirectDoors = suite('redirects that are added by hand', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let admin: string;
  let editor: string;
  let author: string;

  const password = 'Sheets-of-2022';
  const logIn = async (email: string): Promise<string> =>
    (await site.http.post('/admin/login').send({ email, password })).body.data.token;
  const person = { firstname: 'Lin', lastname: 'Wang', password };
  const join = async (code: string) => {
    const role = await strapi.service('admin::role').findOne({ code });
    const email = `${code}@example.com`;
    await strapi.service('admin::user').create({
      ...person,
      email,
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    return logIn(email);
  };
  /** Gives a role what the content manager asks for, as an administrator does in the settings. */
  const grant = async (code: string, actions: readonly string[]) => {
    const role = await strapi.service('admin::role').findOne({ code });
    const permissions = actions.map((action) => ({ action, subject: POST, conditions: [] }));
    await strapi.service('admin::role').addPermissions(role.id, permissions);
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    await site.http.post('/admin/register-admin').send({ ...person, email: 'lin@example.com' });
    admin = await logIn('lin@example.com');
    const explorer = 'plugin::content-manager.explorer';
    for (const code of ['strapi-editor', 'strapi-author']) {
      await grant(code, [`${explorer}.read`, `${explorer}.update`]);
    }
    [editor, author] = [await join('strapi-editor'), await join('strapi-author')];
  });

  const create = (title: string, status: 'draft' | 'published') =>
    strapi.documents(POST).create({ data: { title, date: DATE }, status });
  const addresses = (id: string) => `/permalinks/addresses/${POST}/${id}`;
  const as = (token: string, method: 'get' | 'post' | 'delete', path: string) =>
    site.http[method](path).set('Authorization', `Bearer ${token}`);
  const add = (token: string, id: string, path: string) =>
    as(token, 'post', addresses(id)).send({ path });
  const resolve = async (url: string) =>
    (await site.http.get('/api/permalinks/resolve').query({ url })).body.data;

  it('are a super admin’s and an Editor’s to add and remove, and no Author’s', async () => {
    const { documentId } = await create('Whose', 'published');
    const removed = async (token: string) => {
      const list: { key: string; state: string }[] = (await as(admin, 'get', addresses(documentId)))
        .body.data;
      const key = list.find(({ state }) => state === 'former')?.key ?? '';
      return as(token, 'delete', `${addresses(documentId)}/${key}`);
    };
    for (const [token, name] of [
      [admin, 'admin'],
      [editor, 'editor'],
    ] as const) {
      expect((await add(token, documentId, `/by-${name}`)).status).toBe(200);
      expect((await removed(author)).status).toBe(403);
      expect((await removed(token)).status).toBe(200);
    }
    const refused = await add(author, documentId, '/by-author');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/^Your role may not add or remove redirects/u);
    expect(await resolve('/by-author')).toBeNull();
  });

  it('are shown to all who read the document, with whether they may be changed', async () => {
    const { documentId } = await create('Shown', 'published');
    for (const [token, mayRedirect] of [
      [admin, true],
      [editor, true],
      [author, false],
    ] as const) {
      const { status, body } = await as(token, 'get', addresses(documentId));
      expect([status, body.meta]).toEqual([200, { mayRedirect }]);
    }
  });

  it('stay as an administrator has set them when the site starts again', async () => {
    const role = await strapi.service('admin::role').findOne({ code: 'strapi-editor' });
    const where = { role: role.id, action: 'plugin::permalinks.redirects.manage' };
    const count = () => strapi.db.query('admin::permission').count({ where });
    expect(await count()).toBe(1);
    await strapi.db.query('admin::permission').deleteMany({ where });
    site = await site.restart();
    strapi = site.strapi;
    expect(await count()).toBe(0);
    const { documentId } = await create('Withdrawn', 'published');
    expect((await add(editor, documentId, '/withdrawn')).status).toBe(403);
  });

  it.each(RESERVED)('are refused for %s', async (_, path) => {
    const { documentId } = await create('Reserved', 'published');
    const { status, body } = await add(admin, documentId, path);
    expect([status, body.error?.details?.reason]).toEqual([400, 'reserved']);
  });

  it('are refused at the service’s door as well, and the document is kept', async () => {
    const { documentId } = await create('In bulk', 'published');
    const paths = ['/api/posts', '/old/in-bulk.html'];
    const [kept] = await strapi
      .plugin('permalinks')
      .service('addresses')
      .keep(POST, [{ documentId, slug: 'in-bulk', title: null, published: true, paths }]);
    expect(kept).toMatchObject({
      slug: 'in-bulk',
      refused: [{ path: '/api/posts', reason: 'reserved', documentId: null }],
    });
    expect(await resolve('/old/in-bulk.html')).toMatchObject({ documentId, status: 301 });
  });

  it('are no content of the content manager’s own', async () => {
    const type = 'plugin::permalinks.address';
    const row = { key: 'x', kind: 'path', address: '/', targetType: POST, targetDocumentId: 'x' };
    const { status } = await as(admin, 'post', `/content-manager/collection-types/${type}`).send({
      ...row,
      state: 'former',
      origin: 'given',
    });
    expect(status).toBe(403);
  });

  it('are refused where another document’s draft will be', async () => {
    const [draft, other] = [await create('To come', 'draft'), await create('Other', 'published')];
    const path = '/2022/02/17/to-come.html';
    const refused = await add(admin, other.documentId, path);
    expect([refused.status, refused.body.error.details]).toEqual([
      400,
      { reason: 'coming', documentId: draft.documentId },
    ]);
    expect((await add(admin, draft.documentId, path)).status).toBe(200);
  });

  it('are refused where a published document will be once its changes are', async () => {
    const [moving, other] = [await create('Moving', 'published'), await create('Else', 'draft')];
    await strapi
      .documents(POST)
      .update({ documentId: moving.documentId, data: { date: '2023-03-18T00:00:00.000Z' } });
    const paths = ['/2022/02/17/moving.html', '/2023/03/18/moving.html'];
    const reasons = [];
    for (const path of paths) {
      reasons.push((await add(admin, other.documentId, path)).body.error?.details?.reason);
    }
    expect(reasons).toEqual(['taken', 'coming']);
    expect((await add(admin, other.documentId, '/2021/01/01/moving.html')).status).toBe(200);
  });

  it('give way to a document that comes to be at their address later', async () => {
    const first = await create('First', 'published');
    const path = '/2022/02/17/later.html';
    expect((await add(admin, first.documentId, path)).status).toBe(200);
    expect(await resolve(path)).toMatchObject({ documentId: first.documentId, status: 301 });
    const later = await create('Later', 'published');
    expect(await resolve(path)).toMatchObject({ documentId: later.documentId, status: 200 });
  });
});
