import type { Core } from '@strapi/strapi';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { emptySite } from '../harness/empty-site';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const DATE = '2022-02-17T00:35:15.000Z';

describe.each(databases)('what editors type of addresses on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    const person = { firstname: 'Lin', lastname: 'Wang', email: 'lin@example.com' };
    const registered = await site.http
      .post('/admin/register-admin')
      .send({ ...person, password: 'Sheets-of-2022' });
    token = registered.body.data.token;
  });
  afterAll(() => site.close());
  beforeEach(() => emptySite(strapi));

  const send = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    site.http[method](path).set('Authorization', `Bearer ${token}`).send(body);
  const form = (path: string, body: object, uid = POST) =>
    send('post', `/content-manager/collection-types/${uid}${path}`, body);
  const make = async (
    data: { title: string; slug?: string },
    status: 'draft' | 'published' = 'draft'
  ) => (await strapi.documents(POST).create({ data: { date: DATE, ...data }, status })).documentId;
  const slugs = async () => {
    const rows = await strapi.db.query(POST).findMany({ orderBy: { id: 'asc' } });
    return rows.map(({ slug }) => slug);
  };

  describe('a redirect', () => {
    const addresses = (id: string) => `/permalinks/addresses/${POST}/${id}`;
    const add = (id: string, path: string) => send('post', addresses(id), { path });
    const paths = async (id: string) =>
      ((await send('get', addresses(id))).body.data as { address: string; kind: string }[])
        .filter((shown) => shown.kind === 'path')
        .map(({ address }) => address);

    it.each([
      '/2022/02/17/重庆.html',
      '2022/02/17/重庆.html',
      '/2022/02/17/重庆.html/',
      '/2022/02/17/重庆.html/index.html',
      '/2022/02/17/%E9%87%8D%E5%BA%86.html',
      'https://any.example/2022/02/17/重庆.html',
      'https%3A%2F%2Fany.example%2F2022%2F02%2F17%2F%E9%87%8D%E5%BA%86.html',
    ])('is refused where its document is: %s', async (path) => {
      const documentId = await make({ title: '重庆', slug: '重庆' }, 'published');
      const { status, body } = await add(documentId, path);
      expect([status, body.error?.details]).toEqual([400, { reason: 'own', documentId }]);
      expect(body.error.message).toBe(
        `"${path}" is where visitors find this document now: a redirect from there would never be followed.`
      );
      expect(await paths(documentId)).toEqual(['/2022/02/17/重庆.html']);
    });

    it('may begin where its document was before, or is only as a draft', async () => {
      const documentId = await make({ title: 'One' }, 'published');
      await strapi.documents(POST).update({ documentId, data: { slug: 'uno' } });
      expect((await add(documentId, '/2022/02/17/uno.html')).status).toBe(200);
      await strapi.documents(POST).publish({ documentId });
      expect((await add(documentId, '/2022/02/17/one.html')).status).toBe(200);
      expect((await add(documentId, '/2022/02/17/uno.html')).status).toBe(400);
    });

    it.each(['/', '', ' ', 'https://any.example', '/index.html', '//'])(
      'is refused from the front page, or nowhere, with the reason: "%s"',
      async (path) => {
        const { status, body } = await add(await make({ title: 'One' }, 'published'), path);
        const isNowhere = path.trim() === '';
        expect(status).toBe(400);
        expect(body.error.details).toEqual(
          isNowhere
            ? { reason: 'invalid', documentId: null }
            : { reason: 'reserved', documentId: null, isFrontPage: true }
        );
        expect(body.error.message).toBe(
          isNowhere
            ? `"${path}" is not an address.`
            : `"${path}" is the front page of the site: no redirect can begin there.`
        );
      }
    );

    it.each([
      '/old?p=7',
      '/?p=7',
      '/old#part',
      '/old?',
      'https://any.example?p=7',
      'https%3A%2F%2Fany.example%2Fold%3Fp%3D7',
    ])('is refused with a query or a fragment, which it could not keep: %s', async (path) => {
      const documentId = await make({ title: 'One' }, 'published');
      const { status, body } = await add(documentId, path);
      expect([status, body.error?.details]).toEqual([400, { reason: 'query', documentId: null }]);
      expect(body.error.message).toBe(
        `"${path}" has a query or a fragment, and redirects go by the path alone. Leave out what begins with "?" or "#".`
      );
      expect(await paths(documentId)).toEqual(['/2022/02/17/one.html']);
    });

    it('may have a question mark that is part of its path, and leads from there', async () => {
      const documentId = await make({ title: 'One' }, 'published');
      expect((await add(documentId, '/what%3F')).status).toBe(200);
      const found = await site.http.get('/api/permalinks/resolve').query({ url: '/what%3F' });
      expect(found.body.data).toMatchObject({ documentId, status: 301 });
    });
  });

  describe('a slug', () => {
    const taken = {
      status: 400,
      name: 'ValidationError',
      message: 'The slug "taken" is taken. "taken-2" is free.',
      details: {
        slug: 'taken',
        free: 'taken-2',
        errors: [
          {
            path: ['slug'],
            name: 'ValidationError',
            message: 'The slug "taken" is taken. "taken-2" is free.',
          },
        ],
      },
    };

    it.each(['', '/actions/publish'])(
      'is refused on a new document when another has it, at its field (%s)',
      async (path) => {
        await make({ title: 'Taken' });
        const { status, body } = await form(path, { title: 'Other', slug: 'taken' });
        expect(status).toBe(400);
        expect(body.error).toEqual(taken);
        expect(await slugs()).toEqual(['taken']);
        expect(await strapi.db.query('plugin::permalinks.address').count({})).toBe(1);
        const free = await form(path, { title: 'Other', slug: 'taken-2' });
        expect(free.status).toBe(path === '' ? 201 : 200);
        expect(free.body.data.slug).toBe('taken-2');
      }
    );

    it('is refused on a type without drafts, and when it is a reserved word', async () => {
      await strapi.documents(CATEGORY).create({ data: { name: 'Taken' } });
      const category = await form('', { name: 'Other', slug: 'taken' }, CATEGORY);
      expect([category.status, category.body.error]).toEqual([400, taken]);
      expect((await form('', { title: 'One', slug: 'index' })).body.error).toMatchObject({
        message: 'The slug "index" is taken. "index-2" is free.',
      });
    });

    it('is numbered when the title makes it, whether the form sends it or not', async () => {
      await make({ title: 'Taken' });
      for (const slug of [undefined, null, '', 'taken', 'taken-2']) {
        expect((await form('', { title: 'Taken', slug })).status).toBe(201);
      }
      expect(await slugs()).toEqual(
        ['taken', 'taken-2', 'taken-3', 'taken-4', 'taken-5', 'taken-6'].slice(0, 6)
      );
    });

    it('is numbered on a clone that has its source’s, and refused when another was typed', async () => {
      await make({ title: 'Taken' });
      const source = await make({ title: 'One', slug: 'uno' });
      const untouched = await form(`/clone/${source}`, { title: 'One', slug: 'uno' });
      expect([untouched.status, untouched.body.data.slug]).toEqual([200, 'uno-2']);
      const typed = await form(`/clone/${source}`, { title: 'One', slug: 'taken' });
      expect([typed.status, typed.body.error]).toEqual([400, taken]);
    });

    it('is numbered for the Document Service and db.query, as it ever was', async () => {
      await make({ title: 'Taken' });
      await make({ title: 'Other', slug: 'taken' });
      await strapi.db.query(POST).create({ data: { title: 'More', slug: 'taken' } });
      expect(await slugs()).toEqual(['taken', 'taken-2', 'taken-3']);
    });

    it('goes to one of two editors who type it at once, and the other is told', async () => {
      const answers = await Promise.all(
        ['One', 'Two'].map((title) => form('', { title, slug: 'taken' }))
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(await slugs()).toEqual(['taken']);
    });
  });

  it('is told of a slug once it is saved: it is the document’s, and no longer free', async () => {
    const suggest = async (documentId: string | null) => {
      const asked = { documentId, slug: 'uno', title: 'One', fallback: null };
      return (await send('post', `/permalinks/suggest/${POST}`, asked)).body.data;
    };
    expect(await suggest(null)).toMatchObject({ free: true, own: null });
    const { body } = await form('/actions/publish', { title: 'One', slug: 'uno' });
    expect(await suggest(body.data.documentId)).toMatchObject({ free: true, own: 'current' });
  });
});
