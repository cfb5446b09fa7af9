import './without-cache';
import type { Core } from '@strapi/strapi';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { statementsOf } from '../harness/statements';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const PERMISSION = 'plugin::users-permissions.permission';

/** More than a page has. */
const COUNT = 30;

describe.each(databases)('what visitors ask on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  const ids: string[] = [];

  /** An answer, and which way it went. */
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.http.get(path).set(headers);
    return Object.assign(answer, { way: String(answer.headers['x-delivery']) });
  };
  /** Has a form of queries learned, by two requests of it, and answers a third. */
  const learn = async (...paths: readonly [string, string, string]) => {
    const answers = [];
    for (const path of paths) answers.push(await ask(path));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    return answers;
  };
  const list = '/api/posts?sort=date:desc&populate=*';
  const bySlug = (slug: string): string => `/api/posts?filters[slug][$eq]=${slug}&populate=*`;

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    const category = await strapi
      .documents(CATEGORY)
      .create({ data: { name: '要闻', slug: 'news' } });
    for (let index = 0; index < COUNT; index += 1) {
      const { documentId } = await strapi.documents(POST).create({
        data: {
          title: `第${index}篇`,
          slug: `post-${index}`,
          date: new Date(Date.UTC(2022, 1, 1 + index)).toISOString(),
          body: '<p>正文</p>',
          sourceCode: `NW2022021722022${index + 10_000}`,
          frontMatter: { layout: 'post', index },
          categories: index % 3 === 0 ? [] : [category.documentId],
        },
        status: 'published',
      });
      ids.push(documentId);
    }
    await strapi.documents(POST).create({ data: { title: '草稿', slug: 'draft', body: '' } });
  });

  afterAll(() => site.close());

  it('are answered by a plan, byte for byte as by Strapi, once their form is known', async () => {
    const [first, second, third] = await learn(list, list, list);
    expect([first?.way, second?.way, third?.way]).toEqual([
      'stock; it is new',
      'stock; it is being learned',
      'fast',
    ]);
    // Not compared by `toBe`, which would show two answers of a hundred kilobytes.
    expect(third?.text === first?.text).toBe(true);
    expect(third?.headers['content-type']).toBe(first?.headers['content-type']);
    expect(JSON.parse(third?.text ?? '').meta.pagination).toEqual({
      page: 1,
      pageSize: 25,
      pageCount: 2,
      total: COUNT,
    });
  });

  it('are counted by the way that they have gone', async () => {
    const ways = strapi.service('plugin::delivery.ways') as {
      read(): { counts: Record<string, number>; reasons: Record<string, number> };
    };
    const before = { ...ways.read().counts };
    await ask(list);
    await ask('/api/posts?sort=date:asc&fields=slug');
    const { counts, reasons } = ways.read();
    expect(counts).toEqual({
      ...before,
      fast: Number(before['fast']) + 1,
      stock: Number(before['stock']) + 1,
    });
    expect(reasons['it is new']).toBeGreaterThan(0);
  });

  it('are learned though they are always asked for with the same value, for that value alone', async () => {
    const path = (slug: string) => `/api/posts?filters[slug][$eq]=${slug}&fields=title`;
    const ways: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) ways.push((await ask(path('post-1'))).way);
    const learning = 'stock; it is being learned';
    expect(ways).toEqual(['stock; it is new', learning, learning, 'fast']);
    const other = await ask(path('post-2'));
    expect(other.way).toBe(learning);
    expect(other.body.data).toEqual([expect.objectContaining({ title: '第2篇' })]);
    const { way, body } = await ask(path('post-3'));
    expect(way).toBe('fast');
    expect(body.data).toEqual([expect.objectContaining({ title: '第3篇' })]);
  });

  it('are learned beside a value that never changes, and answered rightly once it does', async () => {
    const path = (category: string, slug: string) =>
      `/api/posts?filters[categories][slug][$eq]=${category}&filters[slug][$eq]=${slug}&fields=slug`;
    const slugs = async (category: string, slug: string) => {
      const { way, body } = await ask(path(category, slug));
      return [way, body.data.map((post: { slug: string }) => post.slug)];
    };
    for (const slug of ['post-1', 'post-2', 'post-4']) await slugs('news', slug);
    expect(await slugs('news', 'post-5')).toEqual(['fast', ['post-5']]);
    expect(await slugs('news', 'post-3')).toEqual(['fast', []]);
    expect(await slugs('olds', 'post-5')).toEqual([expect.stringMatching(/^stock/u), []]);
  });

  it('are answered by one plan for all values of a form', async () => {
    // The first is remembered, the next two tell where the value is.
    const slugs = ['post-1', 'post-2', 'post-3', 'post-4', 'post-5'];
    const answers = [];
    for (const slug of slugs) answers.push(await ask(bySlug(slug)));
    expect(answers.map(({ way }) => way).slice(3)).toEqual(['fast', 'fast']);
    expect(answers.map(({ body }) => body.data.map((post: { slug: string }) => post.slug))).toEqual(
      slugs.map((slug) => [slug])
    );
    expect(answers[4]?.body.data[0]).toMatchObject({
      path: expect.stringContaining('post-5'),
      sourceLink: expect.any(String),
      categories: [{ slug: 'news' }],
      frontMatter: { index: 5 },
    });
    expect((await ask(bySlug('nobody'))).body.data).toEqual([]);
    expect((await ask(bySlug('draft'))).body.data).toEqual([]);
  });

  it('read a relation once, though paths are made of it as well', async () => {
    const LINKS = /posts_categories_lnk/u;
    const populated = [
      list,
      '/api/posts?sort=slug&populate[categories][fields][0]=name',
      '/api/posts?sort=slug&fields[0]=path&populate[tags]=true',
    ];
    for (const path of populated) {
      const [first] = await learn(path, path, path);
      let answer = '';
      const sent = await statementsOf(strapi, async () => {
        const { way, text } = await ask(path);
        expect(way).toBe('fast');
        answer = text;
      });
      expect(answer === first?.text).toBe(true);
      // SQLite is read without Knex.
      expect(sent.filter(({ sql }) => LINKS.test(sql))).toHaveLength(
        kind.name === 'sqlite' ? 0 : 1
      );
    }
  });

  it('make paths of all of a relation, whatever is shown of it', async () => {
    const path = '/api/posts?sort=slug&populate[categories][filters][slug][$ne]=news';
    const [first, , third] = await learn(path, path, path);
    expect(third?.way).toBe('fast');
    expect(third?.text === first?.text).toBe(true);
    const [, inNews] = third?.body.data as { path: string; categories: unknown[] }[];
    expect(inNews).toMatchObject({ path: expect.stringContaining('news'), categories: [] });
  });

  it('are answered on any page, and one by its id', async () => {
    const page = (number: number) => `${list}&pagination[pageSize]=10&pagination[page]=${number}`;
    await learn(page(1), page(2), page(3));
    const [last, beyond] = [await ask(page(3)), await ask(page(9))];
    expect([last.way, beyond.way]).toEqual(['fast', 'fast']);
    expect(last.body.data.at(-1)).toMatchObject({ slug: 'post-0' });
    expect(beyond.body).toMatchObject({
      data: [],
      meta: { pagination: { page: 9, total: COUNT } },
    });
    const one = (index: number) => `/api/posts/${ids[index]}?populate=categories`;
    await learn(one(1), one(2), one(3));
    const answer = await ask(one(4));
    expect(answer.way).toBe('fast');
    expect(answer.body.data).toMatchObject({ documentId: ids[4], slug: 'post-4' });
    expect((await ask('/api/posts/nobody?populate=categories')).status).toBe(404);
  });

  it('are answered what they search for', async () => {
    const search = `/api/posts?_q=${encodeURIComponent('第1')}&sort=slug&fields=slug`;
    const [, , third] = await learn(search, search, search);
    expect(third?.way).toBe('fast');
    expect(third?.body.meta.pagination.total).toBe(11);
    expect(third?.body.data[0]).toMatchObject({ slug: 'post-1' });
  });

  it('are answered as soon as they have changed', async () => {
    await learn(list, list, list);
    const total = async (): Promise<number> => {
      const answer = await ask(list);
      expect(answer.way).toBe('fast');
      return answer.body.meta.pagination.total;
    };
    const before = await total();
    const { documentId } = await strapi.documents(POST).create({
      data: { title: '新篇', slug: 'fresh', date: '2023-01-01T00:00:00.000Z' },
      status: 'published',
    });
    expect(await total()).toBe(before + 1);
    expect((await ask(list)).body.data[0]).toMatchObject({ slug: 'fresh' });
    await strapi.documents(POST).update({ documentId, data: { title: '改篇' } });
    expect((await ask(list)).body.data[0]).toMatchObject({ title: '新篇' });
    await strapi.documents(POST).unpublish({ documentId });
    expect(await total()).toBe(before);
    await strapi.documents(POST).delete({ documentId });
  });

  it('are refused as soon as the public has lost the right, and answered when it is back', async () => {
    await learn(list, list, list);
    const where = { action: `${POST}.find`, role: { type: 'public' } };
    const right = await strapi.db.query(PERMISSION).findOne({ where, populate: ['role'] });
    await strapi.db.query(PERMISSION).delete({ where: { id: right.id } });
    expect((await ask(list)).status).toBe(403);
    const { action, role } = right;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    expect((await ask(list)).status).toBe(200);
  });

  it('leave out what the public may not read of relations, as soon as it may not', async () => {
    await learn(list, list, list);
    const where = { action: `${CATEGORY}.find`, role: { type: 'public' } };
    const right = await strapi.db.query(PERMISSION).findOne({ where, populate: ['role'] });
    await strapi.db.query(PERMISSION).delete({ where: { id: right.id } });
    const answers = await learn(list, list, list);
    for (const { body } of answers) expect(body.data[0]).not.toHaveProperty('categories');
    const { action, role } = right;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    expect((await ask(list)).body.data[1]).toHaveProperty('categories');
  });

  it('are left to Strapi with a token, in its former format, or with what no plan covers', async () => {
    await learn(list, list, list);
    expect((await ask(list, { Authorization: 'Bearer nothing' })).status).toBe(401);
    const former = await ask(list, { 'Strapi-Response-Format': 'v4' });
    expect(former.body.data[0]).toHaveProperty('attributes.title');
    const odd = '/api/posts?sort=categories.name';
    for (const { way } of await learn(odd, odd, odd)) expect(way).toMatch(/^stock; /);
  });

  it('are refused for what is wrong, as by Strapi', async () => {
    for (const wrong of ['sort=nothing', 'filters[nothing][$eq]=1', 'fields=x']) {
      for (let time = 0; time < 3; time += 1) {
        const answer = await ask(`/api/posts?${wrong}`);
        expect([wrong, answer.status]).toEqual([wrong, 400]);
      }
    }
    expect((await ask('/api/posts?status=draft')).status).toBe(403);
  });
});
