import fc from 'fast-check';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { COUNT, fillList, POST } from './fill-list';
import { forbid } from './forbid';
import { openStream, readLines, readText } from './stream';
import { askPage, idsOf, ROUTE, walk } from './walk';

const SORTS = ['date', 'title', 'excerpt', 'sourceName', 'publishedAt', 'slug', 'id', 'documentId'];
const FILTERS = [
  '',
  'filters[title][$eqi]=alpha',
  'filters[categories][slug][$eq]=news',
  'filters[$or][0][excerpt][$null]=true&filters[$or][1][date][$gt]=2021-06-01',
];

/** How a list is sorted and filtered, and how long its pages are. */
const question = fc.record({
  sort: fc.array(fc.tuple(fc.constantFrom(...SORTS), fc.constantFrom('asc', 'desc')), {
    minLength: 1,
    maxLength: 3,
  }),
  filters: fc.constantFrom(...FILTERS),
  limit: fc.integer({ min: 11, max: 60 }),
});

export const pages = suite('pages by cursor', (current) => {
  let site: TestSite;
  beforeAll(async () => {
    site = current();
    await fillList(site.strapi);
  });

  /** The documents of a list in the order in which Strapi itself has them, equal ones by id. */
  const inOrder = async (query: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let start = 0; start < COUNT; start += 100) {
      const part = `pagination[start]=${start}&pagination[limit]=100&fields=slug&populate=tags`;
      const { body } = await site.http.get(`/api/posts?${query}&${part}&_q=`);
      ids.push(...body.data.map(({ documentId }: { documentId: string }) => documentId));
    }
    return ids;
  };

  it('are, one after the other, the list as Strapi sorts it, there and back', async () => {
    let fast = 0;
    await fc.assert(
      fc.asyncProperty(question, async ({ sort, filters, limit }) => {
        const sorts = sort.map(([name, order], index) => `sort[${index}]=${name}:${order}`);
        const query = [...sorts, ...(filters === '' ? [] : [filters])].join('&');
        const expected = await inOrder(query);
        expect(expected.length).toBeGreaterThan(10);
        // What is learned on the first way is used on the second one.
        for (let way = 0; way < 2; way += 1) {
          const there = await walk(site, `${query}&limit=${limit}`);
          expect(idsOf(there.pages)).toEqual(expected);
          const from = there.pages.at(-1)?.meta.pagination.previous ?? null;
          fast += there.fast;
          if (from === null) continue;
          const back = await walk(site, `${query}&limit=${limit}`, 'previous', from);
          const last = there.pages.at(-1)?.data ?? [];
          expect(idsOf([...back.pages].reverse())).toEqual(expected.slice(0, -last.length));
          fast += back.fast;
        }
      }),
      { numRuns: 15 }
    );
    expect(fast).toBeGreaterThan(30);
  });

  it('begin with the newest, and say where they go on', async () => {
    const { page } = await askPage(site, 'limit=3');
    expect(Object.keys(page.meta.pagination)).toEqual(['limit', 'next', 'previous']);
    expect(page.meta.pagination).toMatchObject({ limit: 3, previous: null });
    expect(idsOf([page])).toEqual((await inOrder('sort=date:desc')).slice(0, 3));
    const all = await askPage(site, 'limit=1000');
    expect([all.page.meta.pagination.limit, all.page.data.length]).toEqual([100, 100]);
    expect((await askPage(site, 'after=')).page.meta.pagination.limit).toBe(25);
  });

  it('have the documents that lists have, whichever way they are read', async () => {
    const queries = [
      'populate=*',
      'fields=title',
      'fields=path&fields=slug',
      'fields=title&populate[categories][fields]=name&sort=excerpt',
    ];
    for (const query of queries) {
      const list = await site.http.get(
        `/api/posts?${query}&pagination[limit]=20&pagination[start]=0&sort[1]=date:desc&sort[2]=id`
      );
      for (const way of ['stock', 'stock', 'fast']) {
        const answer = await askPage(site, `${query}&limit=20&sort[1]=date:desc&sort[2]=id`);
        expect(answer.way).toMatch(way);
        expect(answer.page.data).toEqual(list.body.data);
        // In the order of their keys, too.
        expect(JSON.stringify(answer.page.data) === JSON.stringify(list.body.data)).toBe(true);
      }
    }
  });

  it('are refused for what is no cursor of theirs, or does not go together', async () => {
    const { next } = (await askPage(site, 'limit=5&sort=title')).page.meta.pagination;
    const forged = `${next?.startsWith('A') ? 'B' : 'A'}${next?.slice(1)}`;
    const tags = site.http.get(`/api/delivery/tags?sort=name&after=${next}`);
    expect((await tags).status).toBe(400);
    const wrong = [
      [`sort=title&after=${forged}`, '"after" is no cursor of this list'],
      [`sort=title:desc&after=${next}`, 'no cursor of this list'],
      [`sort=title&filters[slug][$ne]=x&before=${next}`, '"before" is no cursor'],
      ['after=x', 'no cursor'],
      [`sort=title&after=${next}&before=${next}`, '"after" or "before"'],
      [`sort=title&after=${next}&after=${next}`, 'given once'],
      ['limit=0', '"limit" is a whole number'],
      ['pagination[page]=2', 'not by "pagination"'],
      ['status=draft', 'Only published documents'],
      ['sort=categories.name', 'cannot be sorted by "categories"'],
      ['sort=frontMatter', 'cannot be sorted by "frontMatter"'],
      ['sort=nothing', 'nothing'],
      ['filters[nothing]=1', 'nothing'],
    ] as const;
    for (let time = 0; time < 3; time += 1) {
      for (const [query, message] of wrong) {
        const { status, body } = await site.http.get(`${ROUTE}?${query}`);
        expect([query, status, body.error?.message]).toEqual([
          query,
          400,
          expect.stringContaining(message),
        ]);
      }
    }
  });

  it('go on where they were when documents come, go and move', async () => {
    const expected = await inOrder('sort=slug');
    const at = (await askPage(site, 'sort=slug&limit=10')).page;
    const posts = site.strapi.db.query(POST);
    const cursorsOwn = await posts.findOne({
      where: { documentId: at.data.at(-1)?.documentId ?? '', publishedAt: { $notNull: true } },
    });
    await posts.delete({ where: { id: cursorsOwn.id } });
    const { id, ...rest } = cursorsOwn;
    const before = { ...rest, documentId: 'before'.padEnd(24, '0'), slug: 'a' };
    const added = await posts.create({ data: before });
    const next = `sort=slug&after=${at.meta.pagination.next}&limit=100`;
    expect(idsOf((await walk(site, 'sort=slug&limit=100')).pages)[0]).toBe(before.documentId);
    expect(idsOf([(await askPage(site, next)).page])).toEqual(expected.slice(10, 110));
    await posts.delete({ where: { id: added.id } });
    await posts.create({ data: { id, ...rest } });
  });

  it('are for those who may read lists, and never show a draft', async () => {
    const back = await forbid(site.strapi, `${POST}.find`);
    for (const path of [ROUTE, `${ROUTE}.ndjson`]) {
      expect((await site.http.get(path)).status).toBe(403);
    }
    const asked = await site.http
      .post('/graphql')
      .send({ query: '{ postsPage { edges { cursor } } }' });
    expect(asked.body.errors[0].message).toBe('Forbidden access');
    await back();
    expect((await site.http.get(ROUTE).set('Authorization', 'Bearer no')).status).toBe(401);
    const ids = idsOf((await walk(site, 'limit=50')).pages);
    expect(ids).toHaveLength(COUNT - COUNT / 10);
    expect(ids.some((id) => id.endsWith('9'))).toBe(false);
    const { data } = (await askPage(site, 'populate=*&limit=1')).page;
    expect(Object.keys(data[0] ?? {})).not.toContain('createdBy');
    expect((await site.http.get(`${ROUTE}?sort=createdBy.id`)).status).toBe(400);
  });

  it('leave out what the public may not read of relations, as soon as it may not', async () => {
    const query = 'populate=categories&limit=100';
    for (let time = 0; time < 3; time += 1) await askPage(site, query);
    expect((await askPage(site, query)).page.data[0]).toHaveProperty('categories');
    const back = await forbid(site.strapi, 'api::category.category.find');
    for (let time = 0; time < 3; time += 1) {
      expect((await askPage(site, query)).page.data[0]).not.toHaveProperty('categories');
    }
    await back();
  });

  describe('in GraphQL', () => {
    const ask = async (query: string) => (await site.http.post('/graphql').send({ query })).body;
    const connection = async (given: string) => {
      const { data, errors } = await ask(`{ postsPage(${given}) {
        edges { cursor node { documentId categories { slug } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`);
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data.postsPage;
      const ids: string[] = edges.map(
        (edge: { node: { documentId: string } }) => edge.node.documentId
      );
      return { edges, pageInfo, ids };
    };

    it('are a connection, there and back', async () => {
      const expected = await inOrder('sort=excerpt:desc&sort=date');
      const given = 'sort: ["excerpt:desc", "date"]';
      const first = await connection(`${given}, first: 40`);
      expect(first.ids).toEqual(expected.slice(0, 40));
      expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      const second = await connection(`${given}, first: 90, after: "${first.pageInfo.endCursor}"`);
      expect(second.ids).toEqual(expected.slice(40));
      expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const before = `before: "${second.pageInfo.startCursor}"`;
      expect((await connection(`${given}, last: 7, ${before}`)).ids).toEqual(
        expected.slice(33, 40)
      );
      expect((await connection(`${given}, last: 5`)).ids).toEqual(expected.slice(-5));
    });

    it('cost what their length costs', async () => {
      const tags = ['a', 'b', 'c', 'd', 'e', 'f'].map(
        (name) => `${name}: tags(pagination: { limit: 100 }) { slug }`
      );
      const of = (given: string): string =>
        `{ postsPage(${given}) { edges { node { ${tags.join(' ')} } } } }`;
      expect((await ask(of('first: 5'))).errors).toBeUndefined();
      for (const given of ['first: 100', 'last: 100']) {
        expect((await ask(of(given))).errors[0].message).toContain('may cost');
      }
    });

    it('are filtered, and refused for what is no cursor of theirs', async () => {
      const filters = 'filters: { categories: { slug: { eq: "news" } } }';
      const { ids, pageInfo } = await connection(`${filters}, first: 100`);
      expect([...ids].sort()).toEqual(
        (await inOrder('filters[categories][slug][$eq]=news&sort=date:desc')).sort()
      );
      for (const given of [
        `first: 2, after: "${pageInfo.endCursor}"`,
        'first: 2, last: 2',
        'first: 0',
        'first: 2, sort: ["categories.name"]',
      ]) {
        const { errors } = await ask(`{ postsPage(${given}) { edges { cursor } } }`);
        expect([given, errors?.length]).toEqual([given, 1]);
      }
    });
  });

  describe('as a stream', () => {
    it('are the same documents, a line each', async () => {
      const query = 'populate=*&sort=date:desc&sort=title';
      const { pages } = await walk(site, `${query}&limit=100`);
      const lines = await readLines(site, query);
      expect(lines).toEqual(pages.flatMap(({ data }) => data));
      expect(await readLines(site, `${query}&limit=7`)).toEqual(lines.slice(0, 7));
    });

    it('go on behind the cursor of a line', async () => {
      const query = 'fields=slug&sort=title';
      const all = await readLines(site, query);
      const lines = await readLines(site, `${query}&cursors=true`);
      expect(lines.map(({ node }) => node)).toEqual(all);
      const rest = await readLines(site, `${query}&after=${String(lines[41]?.['cursor'])}`);
      expect(rest).toEqual(all.slice(42));
      const page = await askPage(site, `${query}&limit=3&after=${String(lines[41]?.['cursor'])}`);
      expect(page.page.data).toEqual(all.slice(42, 45));
    });

    it('are refused for what is wrong before anything is sent', async () => {
      for (const wrong of ['after=x', 'before=x', 'sort=nothing', 'cursors=maybe']) {
        const { status } = await site.http.get(`${ROUTE}.ndjson?${wrong}`);
        expect([wrong, status]).toEqual([wrong, 400]);
      }
    });

    it('are a few at once, until one has ended or its client has gone', async () => {
      // As many as may be at once, none of which ends before it is taken.
      await site.strapi.db
        .query(POST)
        .updateMany({ where: {}, data: { body: 'x'.repeat(200_000) } });
      const open = await Promise.all(Array.from({ length: 4 }, () => openStream(site, 'sort=id')));
      const refused = await site.http.get(`${ROUTE}.ndjson`);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await site.http.get('/_health')).status).toBe(204);
      expect((await askPage(site, 'limit=1&fields=slug')).page.data).toHaveLength(1);
      open[0]?.destroy();
      await Promise.all(open.slice(1).map(readText));
      await expect(readLines(site, 'fields=slug')).resolves.toHaveLength(COUNT - COUNT / 10);
    });

    it('end with a broken connection when reading fails', async () => {
      const answer = await openStream(site, 'sort=id');
      // What comes next is read only when there is room for it: then the table is not there.
      const { connection } = site.strapi.db;
      await connection.raw('alter table posts rename to posts_elsewhere');
      await expect(readText(answer).then(({ length }) => length)).rejects.toThrow('aborted');
      await connection.raw('alter table posts_elsewhere rename to posts');
      expect((await askPage(site, 'limit=1')).page.data).toHaveLength(1);
    });
  });
});
