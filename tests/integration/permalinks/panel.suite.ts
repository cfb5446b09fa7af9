import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const DATE = '2022-02-17T00:35:15.000Z';

interface Shown {
  readonly key: string;
  readonly address: string;
  readonly state: string;
  readonly here: boolean;
}

export const panel = suite('what the admin panel asks', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let admin: string;
  let nobody: string;

  const password = 'Sheets-of-2022';
  const logIn = async (email: string): Promise<string> =>
    (await site.http.post('/admin/login').send({ email, password })).body.data.token;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    const person = { firstname: 'Lin', lastname: 'Wang', password };
    await site.http.post('/admin/register-admin').send({ ...person, email: 'lin@example.com' });
    const role = await strapi.service('admin::role').create({ name: 'Guest', description: '' });
    await strapi.service('admin::user').create({
      ...person,
      email: 'guest@example.com',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
    [admin, nobody] = [await logIn('lin@example.com'), await logIn('guest@example.com')];
  });

  const publish = (title: string) =>
    strapi.documents(POST).create({ data: { title, date: DATE }, status: 'published' });
  const send = (method: 'get' | 'post' | 'delete', path: string, token?: string) => {
    const request = site.http[method](`/permalinks${path}`);
    return token === undefined ? request : request.set('Authorization', `Bearer ${token}`);
  };
  const addresses = (id: string) => `/addresses/${POST}/${id}`;
  const list = async (id: string): Promise<Shown[]> =>
    (await send('get', addresses(id), admin)).body.data;
  const suggest = async (body: object) =>
    (await send('post', `/suggest/${POST}`, admin).send(body)).body.data;

  it('is answered to nobody who may not see or change the document', async () => {
    const { documentId } = await publish('Guarded');
    const [{ key }] = (await list(documentId)) as [Shown];
    const asked = [
      ['get', addresses(documentId)],
      ['post', addresses(documentId)],
      ['delete', `${addresses(documentId)}/${key}`],
      ['post', `/suggest/${POST}`],
    ] as const;
    for (const [method, path] of asked) {
      expect((await send(method, path)).status).toBe(401);
      expect((await send(method, path, nobody)).status).toBe(403);
    }
    expect(await list(documentId)).toHaveLength(2);
  });

  it('is answered for types that are served, and documents that are there', async () => {
    expect((await send('get', addresses('nowhere'), admin)).status).toBe(404);
    const path = '/addresses/plugin::users-permissions.user/1';
    expect((await send('get', path, admin)).status).toBe(404);
  });

  it('tells where visitors find a document, and nowhere for a draft', async () => {
    const { documentId } = await strapi
      .documents(POST)
      .create({ data: { title: 'To come', date: DATE } });
    expect(await list(documentId)).toMatchObject([{ address: 'to-come', state: 'reserved' }]);
    await strapi.documents(POST).publish({ documentId });
    await strapi.documents(POST).update({ documentId, data: { slug: 'next' } });
    expect(await list(documentId)).toMatchObject([
      { address: '/2022/02/17/to-come.html', kind: 'path', here: true },
      { address: 'to-come', state: 'current', here: false },
      { address: 'next', state: 'reserved', here: false },
    ]);
  });

  it('tells an imported address that is the present path from one that is not', async () => {
    const { documentId } = await publish('Here');
    const paths = ['/2022/02/17/here.html', 'https://old.example/there/'];
    await strapi
      .plugin('permalinks')
      .service('addresses')
      .keep(POST, [{ documentId, slug: 'here', title: null, published: true, paths }]);
    expect(
      (await list(documentId)).map(({ address, state, here }) => [address, state, here])
    ).toEqual([
      ['/2022/02/17/here.html', 'former', true],
      ['here', 'current', false],
      ['/there', 'former', false],
    ]);
  });

  it('adds no redirect that another document has, or is to be seen at', async () => {
    const [one, two] = [await publish('First'), await publish('Second')];
    const add = (id: string, path: unknown) =>
      send('post', addresses(id), admin).send({ path } as object);
    expect((await add(one.documentId, '/mine')).status).toBe(200);
    for (const path of ['/mine', '/2022/02/17/first.html', '', '/\u0000', 7, 'x'.repeat(3000)]) {
      expect((await add(two.documentId, path)).status).toBe(400);
    }
    expect((await add(one.documentId, '/mine/')).status).toBe(200);
    expect((await list(two.documentId)).map(({ address }) => address)).toEqual([
      '/2022/02/17/second.html',
      'second',
    ]);
  });

  it('removes redirects, and nothing that a document is seen by', async () => {
    const { documentId } = await publish('Kept');
    await send('post', addresses(documentId), admin).send({ path: '/away' });
    const [here, current, redirect] = (await list(documentId)) as [Shown, Shown, Shown];
    const remove = async ({ key }: Shown) =>
      (await send('delete', `${addresses(documentId)}/${key}`, admin)).status;
    expect(await remove(here)).toBe(404);
    expect(await remove(current)).toBe(404);
    expect(await remove(redirect)).toBe(200);
    expect(await remove(redirect)).toBe(404);
    expect(await list(documentId)).toEqual([here, current]);
  });

  it('says of a slug whether it is free, another’s, or the document’s own', async () => {
    const { documentId } = await publish('Own');
    await strapi.documents(POST).update({ documentId, data: { slug: 'mine' } });
    const ask = (slug: string, id: string | null = documentId) =>
      suggest({ documentId: id, slug, title: 'Own', fallback: null });
    expect(await ask('own')).toMatchObject({ free: true, own: 'current', follows: false });
    expect(await ask('mine')).toMatchObject({ free: true, own: 'reserved' });
    expect(await ask('other')).toMatchObject({ free: true, own: null });
    expect(await ask('mine', null)).toMatchObject({ free: false, own: null, instead: 'mine-2' });
    expect(await ask('a/b')).toMatchObject({ free: false, fault: 'forbidden-character' });
    expect(await ask('', null)).toMatchObject({ slug: 'own-2', free: true });
  });
});
