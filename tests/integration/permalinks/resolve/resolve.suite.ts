import './without-delivery';
import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { statementsOf } from '../../harness/statements';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const DATE = '2022-02-17T00:35:15.000Z';

interface Addresses {
  keep(uid: string, batch: readonly object[]): Promise<unknown>;
  adoptTimezone(zone: string): Promise<void>;
}

export const resolve = suite('resolving', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let category: { documentId: string };
  let post: { documentId: string };

  const path = '/rizhaoribao/2022/02/17/NW1.html';
  const resolve = (url: string) => site.http.get('/api/permalinks/resolve').query({ url });
  const target = (more: object = {}) => ({
    data: {
      contentType: POST,
      documentId: post.documentId,
      slug: 'NW1',
      path,
      status: 200,
      ...more,
    },
  });
  const redirect = { status: 301 };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    const addresses = strapi.plugin('permalinks').service<Addresses>('addresses');
    await addresses.adoptTimezone('Asia/Shanghai');
    await addresses.adoptTimezone('America/New_York');
    category = await strapi
      .documents(CATEGORY)
      .create({ data: { name: 'rizhaoribao', slug: 'rizhaoribao' } });
    post = await strapi.documents(POST).create({
      data: { title: '稳中求进', slug: 'NW1', date: DATE, categories: [category.documentId] },
      status: 'published',
    });
    await addresses.keep(POST, [
      {
        documentId: post.documentId,
        slug: 'NW1',
        title: '',
        published: true,
        paths: ['/旧/新闻 1.html', 'http://old.example/2022/a/'],
      },
    ]);
    await addresses.keep(CATEGORY, [
      {
        documentId: category.documentId,
        slug: 'rizhaoribao',
        title: '',
        published: true,
        paths: ['/rizhaoribao/', '/category/rizhaoribao.html'],
      },
    ]);
    await strapi.documents(POST).create({ data: { title: 'hidden', slug: 'hidden', date: DATE } });
  });

  it('knows a post by its path, with or without a host', async () => {
    for (const url of [path, `https://example.org${path}?a=b#c`, `//example.org${path}`]) {
      expect((await resolve(url)).body).toEqual(target());
    }
  });

  it.each([
    '/旧/新闻 1.html',
    '/%E6%97%A7/%E6%96%B0%E9%97%BB%201.html',
    '/2022/a',
    '/2022/a/index.html',
    'https://any.example/2022/a/',
    '/another/2021/12/31/NW1.html',
    '/2022/02/17/NW1.html',
  ])('sends %s to the post’s path', async (url) => {
    const answer = await resolve(url);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(target(redirect));
  });

  it('knows a category by its page and its old folder', async () => {
    const page = '/category/rizhaoribao.html';
    const known = { contentType: CATEGORY, documentId: category.documentId, slug: 'rizhaoribao' };
    expect((await resolve(page)).body).toEqual({ data: { ...known, path: page, status: 200 } });
    expect((await resolve('/rizhaoribao/')).body).toEqual({
      data: { ...known, path: page, status: 301 },
    });
  });

  it.each(['/2022/02/17/nw1.html', '/x/2022/02/17/hidden.html', '/', '/%00', 'a'.repeat(5000)])(
    'answers 404 to %s',
    async (url) => {
      expect((await resolve(url)).status).toBe(404);
    }
  );

  it('asks for an address when it is given none, or many at once', async () => {
    expect((await site.http.get('/api/permalinks/resolve')).status).toBe(400);
    expect((await site.http.get('/api/permalinks/resolve?url=a&url=b')).status).toBe(400);
    expect((await site.http.get('/api/permalinks/resolve?url[$ne]=a')).status).toBe(400);
  });

  it('resolves a thousand at once, and no more', async () => {
    const send = (body: object) => site.http.post('/api/permalinks/resolve').send(body);
    const urls = [path, ...Array.from({ length: 998 }, (_, index) => `/${index}`), '/2022/a'];
    const answer = await send({ urls });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toHaveLength(1000);
    expect(answer.body.data[0]).toEqual({ url: path, ...target().data });
    expect(answer.body.data[1]).toMatchObject({ url: '/0', status: 404, documentId: null });
    expect(answer.body.data[999]).toMatchObject({ url: '/2022/a', status: 301, path });
    expect((await send({ urls: [...urls, '/more'] })).status).toBe(400);
    for (const bad of [{}, { urls: 'x' }, { urls: [1] }])
      expect((await send(bad)).status).toBe(400);
  });

  it('resolves on GraphQL too, where posts say their paths', async () => {
    const query = `query ($url: String!) {
      resolvePermalink(url: $url) { contentType documentId slug path status }
      posts { documentId path }
      nowhere: resolvePermalink(url: "/nowhere") { status }
    }`;
    const answer = await site.http.post('/graphql').send({ query, variables: { url: '/2022/a/' } });
    expect(answer.body).toEqual({
      data: {
        resolvePermalink: target(redirect).data,
        posts: [{ documentId: post.documentId, path }],
        nowhere: null,
      },
    });
  });

  it('has posts say their paths on REST, when they are asked for', async () => {
    const list = (query: string) => site.http.get(`/api/posts?${query}`);
    expect((await list('populate=*')).body.data[0]).toMatchObject({ slug: 'NW1', path });
    expect((await list('fields=title')).body.data[0]).not.toHaveProperty('path');
    const asked = (await list('fields[0]=title&fields[1]=path')).body.data[0];
    expect(Object.keys(asked).sort()).toEqual(['documentId', 'id', 'path', 'title']);
    expect((await list('fields=path')).body.data[0]).toMatchObject({ path });
    const one = await site.http.get(`/api/posts/${post.documentId}`);
    expect(one.body.data).toMatchObject({ title: '稳中求进', path });
  });

  it('reads the paths of a page in one statement', async () => {
    const count = async (query: string) => {
      const sent = await statementsOf(strapi, () => site.http.get(`/api/posts?${query}`));
      // What a site does by itself meanwhile is none of the request's.
      return sent.filter(({ sql }) => /\b(?:posts|permalinks_)/u.test(sql)).length;
    };
    expect(await count('fields[0]=title&fields[1]=path')).toBe((await count('fields=title')) + 1);
  });

  it('asks the database twice for an address', async () => {
    const sent = await statementsOf(strapi, () => resolve('/2022/a'));
    const statements = sent.filter(({ sql }) => /\b(?:posts|permalinks_)/u.test(sql));
    expect(statements).toHaveLength(2);
  });

  it('follows a category that is renamed, and redirects its old page', async () => {
    await strapi
      .documents(CATEGORY)
      .update({ documentId: category.documentId, data: { slug: 'rizhao' } });
    expect((await resolve(path)).body.data).toMatchObject({
      status: 301,
      path: '/rizhao/2022/02/17/NW1.html',
    });
    expect((await resolve('/category/rizhaoribao.html')).body.data).toMatchObject({
      status: 301,
      path: '/category/rizhao.html',
    });
  });
});
