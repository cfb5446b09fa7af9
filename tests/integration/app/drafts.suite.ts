import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const FIND_DRAFTS = 'api::post.post.findDrafts';
const SECRET = '尚未公布的并购消息';

const grant = async ({ strapi }: TestSite, action: string): Promise<void> => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  await strapi.db
    .query('plugin::users-permissions.permission')
    .create({ data: { action, role: role.id } });
};

export const drafts = suite('drafts', (current) => {
  let site: TestSite;
  let draft: string;
  let edited: string;

  beforeAll(async () => {
    site = current();
    const posts = site.strapi.documents('api::post.post');
    const category = await site.strapi
      .documents('api::category.category')
      .create({ data: { name: 'emnews', slug: 'emnews' } });
    draft = (await posts.create({ data: { title: SECRET, categories: [category.documentId] } }))
      .documentId;
    edited = (
      await posts.create({
        data: { title: '已发布', categories: [category.documentId] },
        status: 'published',
      })
    ).documentId;
    await posts.update({ documentId: edited, data: { body: SECRET } });
  });

  afterAll(() =>
    site.strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { action: FIND_DRAFTS } })
  );

  const graphql = (query: string) => site.http.post('/graphql').send({ query });

  it('shows the public what is published', async () => {
    const { body } = await site.http.get('/api/posts?populate=*');
    expect(body.data.map((post: { title: string }) => post.title)).toEqual(['已发布']);
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  it.each([
    '/api/posts?status=draft',
    '/api/posts?status=',
    '/api/posts?status',
    '/api/posts?status[]=draft',
    '/api/posts?status[$ne]=published',
    '/api/posts?status=PUBLISHED',
    '/api/posts?status=draft&publicationFilter=never-published',
    '/api/posts?status=draft&pagination[pageSize]=1',
  ])('refuses %s to the public', async (path) => {
    const { status, text } = await site.http.get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain(SECRET);
  });

  it.each([
    '/api/posts?publicationFilter=never-published',
    '/api/posts?hasPublishedVersion=false',
    '/api/posts?publicationState=preview',
    '/api/posts?filters[publishedAt][$null]=true',
    '/api/posts?filters[$or][0][publishedAt][$null]=true&filters[$or][1][title][$notNull]=true',
    '/api/posts?filters[localizations][body][$contains]=并购',
    '/api/posts?populate[localizations]=true',
    '/api/posts?populate[categories][populate]=*&status=published',
    '/api/categories?populate=*',
    '/api/categories?populate=*&status=draft',
    '/api/categories?populate[posts]=true&status=draft',
    '/api/categories?filters[posts][title][$startsWith]=尚未',
    '/api/categories?sort=posts.title',
    '/api/posts?_q=并购',
  ])('gives nothing of a draft away at %s', async (path) => {
    const { text, body } = await site.http.get(encodeURI(path));
    expect(text).not.toContain(SECRET);
    if (path.includes('$contains') || path.includes('$startsWith') || path.includes('_q')) {
      expect(body.data ?? []).toEqual([]);
    }
  });

  it('refuses one draft by its id', async () => {
    expect((await site.http.get(`/api/posts/${draft}`)).status).toBe(404);
    expect((await site.http.get(`/api/posts/${draft}?status=draft`)).status).toBe(403);
    expect((await site.http.get(`/api/posts/${edited}?status=draft`)).status).toBe(403);
  });

  it.each([
    '{ posts(status: DRAFT) { title body } }',
    '{ posts_connection(status: DRAFT) { nodes { title body } pageInfo { total } } }',
    '{ posts_connection(status: DRAFT) { pageInfo { total } } }',
  ])('refuses the public %s', async (query) => {
    const { body } = await graphql(query);
    expect(body.errors?.[0]?.message).toMatch(/findDrafts|Forbidden/);
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  it('refuses one draft by its id on GraphQL', async () => {
    const { body } = await graphql(
      `{ post(documentId: "${edited}", status: DRAFT) { title body } }`
    );
    expect(body.errors).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain(SECRET);
  });

  it.each([
    '{ posts { title body categories { name } } }',
    '{ posts(hasPublishedVersion: false) { title } }',
    '{ categories { name slug } }',
    '{ categories { posts { title } } }',
    '{ posts(filters: { publishedAt: { null: true } }) { title } }',
  ])('gives nothing of a draft away to %s', async (query) => {
    const { text } = await graphql(query);
    expect(text).not.toContain(SECRET);
  });

  it('offers "findDrafts" among the permissions and shows drafts to those who have it', async () => {
    const actions = site.strapi
      .plugin('users-permissions')
      .service('users-permissions')
      .getActions();
    expect(actions['api::post'].controllers.post).toHaveProperty('findDrafts');

    await grant(site, FIND_DRAFTS);

    const rest = await site.http.get('/api/posts?status=draft');
    expect(rest.body.data.map((post: { title: string }) => post.title)).toContain(SECRET);
    const { body } = await graphql('{ posts(status: DRAFT) { title } }');
    expect(body.data.posts).toContainEqual({ title: SECRET });
  });

  it('keeps the permission over a restart', async () => {
    site = await site.restart();
    expect((await site.http.get('/api/posts?status=draft')).status).toBe(200);
  });
});
