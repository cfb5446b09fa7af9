import fc from 'fast-check';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { statementsOf } from '../harness/statements';

const POST = 'api::post.post';

type Filter = Record<string, unknown>;

const compared = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((name) => ({ name: { $eq: name } })),
  fc.constantFrom('a', 'b', 'c').map((name) => ({ name: { $ne: name } })),
  fc.constant({ name: { $notNull: true } }),
  fc.constant({ name: { $null: true } })
);
const related = fc.oneof(
  compared.map((tags) => ({ tags })),
  compared.map((categories) => ({ categories })),
  compared.map((parent) => ({ categories: { parent } })),
  fc.tuple(compared, compared).map(([own, parent]) => ({ categories: { ...own, parent } })),
  fc.tuple(compared, compared).map(([one, other]) => ({ tags: { $or: [one, other] } })),
  fc.tuple(compared, compared).map(([one, other]) => ({ tags: { $and: [one, { $not: other }] } })),
  fc.constantFrom('1', '2').map((title) => ({ title: { $eq: title } }))
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    related,
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
    tie('filter').map(($not) => ({ $not }))
  ),
}));

export const relationFilters = suite('filters by relations', (current) => {
  let site: TestSite;
  beforeAll(async () => {
    site = current();
    const make = async (uid: 'api::tag.tag' | 'api::category.category', data: object) =>
      (await site.strapi.documents(uid).create({ data: data as never })).documentId;
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => make('api::tag.tag', { name }))
    );
    const top = await make('api::category.category', { name: 'a' });
    const below = await make('api::category.category', { name: 'b', parent: top });
    const other = await make('api::category.category', { name: 'c' });
    const posts: object[] = [
      { title: '1', tags: [a, b], categories: [below, other] },
      { title: '2', tags: [c], categories: [top] },
      { title: '3', tags: [a, b, c], categories: [] },
      { title: '4', tags: [], categories: [below] },
      { title: '5' },
    ];
    for (const data of posts) {
      await site.strapi.documents(POST).create({ data: data as never, status: 'published' });
    }
  });

  const titles = (rows: readonly object[]) =>
    rows.map((row) => (row as { title?: unknown }).title).sort();

  it('find what Strapi finds by joining, groups and negations included', async () => {
    await fc.assert(
      fc.asyncProperty(filter, async (filters) => {
        const found = await site.strapi
          .documents(POST)
          .findMany({ filters: filters as never, status: 'published', limit: -1 });
        const joined = await site.strapi.db
          .query(POST)
          .findMany({ where: { $and: [filters, { publishedAt: { $notNull: true } }] } });
        expect(titles(found)).toEqual(titles(joined));
      }),
      { numRuns: 150 }
    );
  });

  it('do not multiply each other: each looks its relation up on its own', async () => {
    const query = Array.from({ length: 5 }, (_, i) => `filters[$and][${i}][tags][name][$ne]=x${i}`);
    let status = 0;
    const statements = await statementsOf(site.strapi, async () => {
      status = (await site.http.get(`/api/posts?${query.join('&')}`)).status;
    });
    expect(status).toBe(200);
    const reads = statements
      .map(({ sql }) => sql)
      .filter((sql) => /from (?:\S+\.)?.posts. as .t0./u.test(sql));
    expect(reads.length).toBeGreaterThan(0);
    for (const sql of reads) {
      const outermost = sql.replace(/\(select (?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gu, '()');
      expect(outermost).not.toContain('join');
    }
  });

  it('take a relation that is not', async () => {
    const { body, status } = await site.http.get('/api/posts?filters[tags][$not][name]=c');
    expect(status).toBe(200);
    expect(titles(body.data)).toEqual(['1', '3']);
  });

  it('may be five, and are refused with the limit beyond', async () => {
    const query = (count: number) =>
      Array.from({ length: count }, (_, i) => `filters[$and][${i}][tags][name]=a`).join('&');
    expect((await site.http.get(`/api/posts?${query(5)}`)).status).toBe(200);
    const { status, body } = await site.http.get(`/api/posts?${query(6)}`);
    expect(status).toBe(400);
    expect(body.error.message).toBe('A query may have 5 filters by relations.');
  });
});
