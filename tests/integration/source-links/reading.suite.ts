import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const number = (story: number) => `2022021722792660${String(story).padStart(2, '0')}`;
const shared = (story: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${number(story)}`;
const story = (id: number) => `http://finance.eastmoney.com/news/1345,${number(id)}.html`;

export const readingSources = suite('reading where posts are from', (current) => {
  let site: TestSite;
  const ids = new Map<string, string>();
  const posts = () => site.strapi.documents(POST);

  const write = async (title: string, sourceUrl: string | null, published = true) => {
    const made = await posts().create({
      data: { title, ...(sourceUrl === null ? {} : { sourceUrl }) },
      ...(published ? { status: 'published' as const } : {}),
    });
    ids.set(title, made.documentId);
  };
  const twinsOf = (title: string) => site.http.get(`/api/source-links/twins/${ids.get(title)}`);
  const titles = (data: readonly { title: string }[]) => data.map(({ title }) => title);
  const graphql = async (query: string) => {
    const { body } = await site.http.post('/graphql').send({ query });
    return body;
  };

  beforeAll(async () => {
    site = current();
    await write('甲', shared(1));
    await write('甲之二', story(1));
    await write('甲之草稿', story(1), false);
    await write('乙', shared(2));
    await write('丙', 'https://paper.example/a');
    await write('丁', null);
  });

  describe('the link', () => {
    it('is on REST, one and many', async () => {
      const { body } = await site.http.get(`/api/posts/${ids.get('甲')}`).expect(200);
      expect(body.data).toMatchObject({ sourceUrl: shared(1), sourceLink: shared(1) });
      const many = await site.http.get('/api/posts?sort=id:asc&populate=*').expect(200);
      expect(many.body.data.map((post: { sourceLink: string | null }) => post.sourceLink)).toEqual([
        shared(1),
        story(1),
        shared(2),
        'https://paper.example/a',
        null,
      ]);
    });

    it('is left out where the URL was not asked for', async () => {
      const { body } = await site.http.get('/api/posts?fields[0]=title').expect(200);
      expect(Object.keys(body.data[0])).not.toContain('sourceLink');
    });

    it('cannot be written', async () => {
      expect(site.strapi.contentType(POST).attributes).not.toHaveProperty('sourceLink');
      expect(site.strapi.db.metadata.get(POST).attributes).not.toHaveProperty('sourceLink');
    });

    it('is on GraphQL', async () => {
      const { data } = await graphql('{ posts(sort: "id:asc") { title sourceUrl sourceLink } }');
      expect(data.posts[0]).toEqual({ title: '甲', sourceUrl: shared(1), sourceLink: shared(1) });
      expect(data.posts[4].sourceLink).toBeNull();
    });
  });

  it('leaves what checks have found out of the public schema', async () => {
    const { data } = await graphql('{ __schema { types { name } } }');
    const names = data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names).toContain('Post');
    expect(names.filter((name: string) => name.includes('LinkCheck'))).toEqual([]);
  });

  describe('twins', () => {
    it('are the published posts of the same story', async () => {
      const { body } = await twinsOf('甲').expect(200);
      expect(titles(body.data)).toEqual(['甲之二']);
      expect(body.data[0]).toMatchObject({ sourceLink: story(1) });
      expect(body.meta).toEqual({ contentType: POST, key: number(1) });
    });

    it('do not tell a key that is private', async () => {
      const { sourceKey } = site.strapi.contentType(POST).attributes;
      Object.assign(sourceKey, { private: true });
      const { body } = await twinsOf('甲').expect(200);
      Object.assign(sourceKey, { private: false });
      expect(titles(body.data)).toEqual(['甲之二']);
      expect(body.meta.key).toBeNull();
      expect(body.data[0]).not.toHaveProperty('sourceKey');
    });

    it('are none for a post without a story or a copy', async () => {
      expect((await twinsOf('乙').expect(200)).body.data).toEqual([]);
      expect((await twinsOf('丙').expect(200)).body).toMatchObject({
        data: [],
        meta: { key: null },
      });
    });

    it.each(['甲之草稿', 'nobody'])('are not told of %s', async (title) => {
      await twinsOf(title).expect(404);
    });

    it('are found by a filter', async () => {
      const { body } = await site.http.get(`/api/posts?filters[sourceKey]=${number(1)}&sort=id`);
      expect(titles(body.data)).toEqual(['甲', '甲之二']);
    });

    it('are on GraphQL', async () => {
      const { data } = await graphql(
        '{ posts(sort: "id:asc") { title twins { title sourceLink } } }'
      );
      expect(data.posts.slice(0, 3)).toEqual([
        { title: '甲', twins: [{ title: '甲之二', sourceLink: story(1) }] },
        { title: '甲之二', twins: [{ title: '甲', sourceLink: shared(1) }] },
        { title: '乙', twins: [] },
      ]);
    });

    it('are not to be asked for below themselves, where answers would multiply', async () => {
      const { errors } = await graphql('{ posts { twins { twins { title } } } }');
      expect(errors?.[0]?.message).toMatch(/ask for "twins" once/);
    });

    it('are read by one query for a whole list', async () => {
      let queries = 0;
      const stop = site.strapi.db.lifecycles.subscribe((event) => {
        if (event.action === 'beforeFindMany' && event.model.uid === POST) queries += 1;
      });
      await graphql('{ posts { twins { title } } }');
      stop();
      expect(queries).toBe(2);
    });

    it('are no more than a story can have, and crowd no other story out', async () => {
      const data = Array.from({ length: 70 }, (_, index) => ({
        documentId: `crowd${String(index).padStart(19, '0')}`,
        title: `第${index}篇`,
        publishedAt: new Date('2022-02-17T00:00:00Z'),
        sourceUrl: shared(9),
      }));
      await site.strapi.db.query(POST).createMany({ data });
      const [first] = data;
      ids.set('众', first?.documentId ?? '');
      expect((await twinsOf('众').expect(200)).body.data).toHaveLength(24);
      const list = await graphql(
        `{ posts(filters: { sourceKey: { in: ["${number(1)}", "${number(9)}"] } }, sort: "id:asc", pagination: { limit: 5 }) { title twins { title } } }`
      );
      expect(list.data.posts[0].twins).toEqual([{ title: '甲之二' }]);
      await site.strapi.db
        .query(POST)
        .deleteMany({ where: { documentId: { $startsWith: 'crowd' } } });
    });

    it('are refused to whoever may not read posts', async () => {
      const permissions = site.strapi.db.query('plugin::users-permissions.permission');
      const where = { action: `${POST}.find`, role: { type: 'public' } };
      const [granted] = await permissions.findMany({ where, populate: ['role'] });
      await permissions.delete({ where: { id: granted.id } });
      await twinsOf('甲').expect(403);
      const { errors } = await graphql(
        `{ post(documentId: "${ids.get('甲')}") { twins { title } } }`
      );
      expect(errors[0].extensions.error.name).toBe('ForbiddenError');
      await permissions.create({ data: { action: granted.action, role: granted.role.id } });
      await twinsOf('甲').expect(200);
    });
  });
});
