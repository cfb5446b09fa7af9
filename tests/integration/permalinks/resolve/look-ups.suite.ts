import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';

const POST = 'api::post.post';
const PERMISSION = 'plugin::users-permissions.permission';

export const lookUps = suite('looking documents up on GraphQL', (current) => {
  let site: TestSite;
  let path: string;

  const ask = async (query: string) => (await site.http.post('/graphql').send({ query })).body;
  const bySlug = async (slug: string) =>
    (await ask(`{ postBySlug(slug: "${slug}") { title } }`)).data;
  const byPath = async (asked: string) =>
    (await ask(`{ postByPath(path: "${asked}") { title } }`)).data;

  beforeAll(async () => {
    site = current();
    const category = await site.strapi
      .documents('api::category.category')
      .create({ data: { name: '要闻', slug: 'yao-wen' } });
    const posts = site.strapi.documents(POST);
    const create = (title: string, slug: string, status: 'draft' | 'published') =>
      posts.create({
        data: {
          ...{ title, slug, date: '2022-02-17T00:35:15.000Z' },
          categories: [category.documentId],
        },
        status,
      });
    await create('Shown', 'Shown', 'published');
    await create('Other', 'other', 'published');
    await create('Draft', 'draft', 'draft');
    const moved = await create('Moved', 'before', 'published');
    const { documentId } = moved;
    await posts.update({ documentId, data: { slug: 'after' }, status: 'published' });
    await posts.update({ documentId, data: { title: 'Secret', slug: 'later' } });
    path = (await site.http.get('/api/posts?filters[slug][$eq]=Shown')).body.data[0].path;
  });

  it('finds a post by its slug, with its relations and its path', async () => {
    const query = '{ postBySlug(slug: "Shown") { title path categories { slug } } }';
    expect(await ask(query)).toEqual({
      data: { postBySlug: { title: 'Shown', path, categories: [{ slug: 'yao-wen' }] } },
    });
  });

  it('takes no other spelling for a slug', async () => {
    for (const other of ['shown', 'SHOWN', 'Shown ', 'Shówn', ''])
      expect(await bySlug(other)).toEqual({ postBySlug: null });
  });

  it('finds a post by its path, and by a URL of it', async () => {
    for (const asked of [path, `https://news.example${path}`, decodeURIComponent(path)])
      expect(await byPath(asked)).toEqual({ postByPath: { title: 'Shown' } });
  });

  it('finds categories by theirs', async () => {
    const query = `{
      categoryBySlug(slug: "yao-wen") { name }
      categoryByPath(path: "/category/yao-wen.html") { name }
      postByPath(path: "/category/yao-wen.html") { title }
    }`;
    expect((await ask(query)).data).toEqual({
      categoryBySlug: { name: '要闻' },
      categoryByPath: { name: '要闻' },
      postByPath: null,
    });
  });

  it('finds nothing at an old address, which resolvePermalink leads on from', async () => {
    const moved = path.replace('Shown', 'before');
    expect(await bySlug('before')).toEqual({ postBySlug: null });
    expect(await bySlug('after')).toEqual({ postBySlug: { title: 'Moved' } });
    const query = `{
      postByPath(path: "${moved}") { title }
      resolvePermalink(url: "${moved}") { status path }
    }`;
    expect((await ask(query)).data).toEqual({
      postByPath: null,
      resolvePermalink: { status: 301, path: path.replace('Shown', 'after') },
    });
  });

  it('shows no drafts, whose slugs are none', async () => {
    expect(await bySlug('draft')).toEqual({ postBySlug: null });
    expect(await byPath(path.replace('Shown', 'draft'))).toEqual({ postByPath: null });
    expect(await bySlug('later')).toEqual({ postBySlug: null });
    expect(await byPath(path.replace('Shown', 'later'))).toEqual({ postByPath: null });
    const { errors } = await ask('{ postBySlug(slug: "draft", status: DRAFT) { title } }');
    expect(errors[0].message).toMatch(/Unknown argument "status"/u);
  });

  it('answers whoever may find posts, and nobody else', async () => {
    const permissions = site.strapi.db.query(PERMISSION);
    const where = { action: { $in: [`${POST}.find`, `${POST}.findOne`] } };
    const rows = await permissions.findMany({ where, populate: ['role'] });
    const grant = (row: { action: string; role: { id: number } }) =>
      permissions.create({ data: { action: row.action, role: row.role.id } });
    const [finding, others] = [
      rows.filter(({ action }) => action === `${POST}.find`),
      rows.filter(({ action }) => action !== `${POST}.find`),
    ];
    await permissions.deleteMany({ where });
    try {
      const queries = [
        '{ postBySlug(slug: "Shown") { title } }',
        `{ postByPath(path: "${path}") { title } }`,
        '{ postBySlug(slug: "nothing") { title } }',
      ];
      for (const row of others) await grant(row);
      for (const query of queries)
        expect((await ask(query)).errors[0].extensions.error.name).toBe('ForbiddenError');
      for (const row of finding) await grant(row);
      expect(await bySlug('Shown')).toEqual({ postBySlug: { title: 'Shown' } });
    } finally {
      await permissions.deleteMany({ where });
      for (const row of rows) await grant(row);
    }
  });
});
