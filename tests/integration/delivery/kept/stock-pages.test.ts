import './switch-on';
import type { Core } from '@strapi/strapi';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { statementsOf } from '../../harness/statements';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const LISTING = /delivery_posts_by_categories/u;
const COUNT = 9;

describe.each(databases)("a category's page that Strapi itself answers on $name", (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  const ids: string[] = [];

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    const categories: string[] = [];
    for (const slug of ['news', 'other']) {
      const made = await strapi.documents(CATEGORY).create({ data: { name: slug, slug } });
      categories.push(made.documentId);
    }
    for (let index = 0; index < COUNT; index += 1) {
      const { documentId } = await strapi.documents(POST).create({
        data: {
          title: `${COUNT - index}`,
          slug: `post-${index}`,
          date: new Date(Date.UTC(2022, 0, 1 + ((index * 4) % COUNT))).toISOString(),
          categories: categories.slice(index % 3 === 0 ? 1 : 0, index % 2 === 0 ? 2 : 1),
        },
        status: 'published',
      });
      ids.push(documentId);
    }
  });
  afterAll(() => site.close());

  /** Posts of the category, from the newest to the oldest. */
  const newest = (has: (index: number) => boolean): string[] =>
    Array.from({ length: COUNT }, (_, index) => index)
      .filter(has)
      .sort((a, b) => ((b * 4) % COUNT) - ((a * 4) % COUNT))
      .map((index) => `post-${index}`);
  const inNews = newest((index) => index % 3 !== 0);

  /** What Strapi finds, and whether it looked into the listing. */
  const find = async (query: object) => {
    let slugs: string[] = [];
    const sent = await statementsOf(strapi, async () => {
      const posts = await strapi.documents(POST).findMany({
        filters: { categories: { slug: 'news' } },
        sort: 'date:desc',
        status: 'published',
        ...query,
      });
      slugs = posts.map(({ slug }) => String(slug));
    });
    return { slugs, isListed: sent.some(({ sql }) => LISTING.test(sql)) };
  };

  it('is found in the listing that is kept of it, page by page', async () => {
    expect(await find({ limit: 3 })).toEqual({ slugs: inNews.slice(0, 3), isListed: true });
    expect(await find({ limit: 3, start: 2 })).toEqual({
      slugs: inNews.slice(2, 5),
      isListed: true,
    });
    expect(await find({ limit: 3, start: 100 })).toEqual({ slugs: [], isListed: true });
  });

  it('is asked for over GraphQL in the same way', async () => {
    const query = `{ posts(filters: { categories: { slug: { eq: "news" } } }, sort: "date:desc",
      pagination: { limit: 4 }) { slug categories { slug } } }`;
    const sent = await statementsOf(strapi, async () => {
      const { body } = await site.http.post('/graphql').send({ query });
      expect(body.data.posts.map(({ slug }: { slug: string }) => slug)).toEqual(inNews.slice(0, 4));
    });
    expect(sent.some(({ sql }) => LISTING.test(sql))).toBe(true);
  });

  it('is read by Strapi where the listing has not what is asked for', async () => {
    const byTitle = [...inNews].sort().reverse();
    expect(await find({ sort: 'title:asc', limit: 9 })).toEqual({
      slugs: byTitle,
      isListed: false,
    });
    expect(await find({ sort: 'date:asc', limit: 9 })).toEqual({
      slugs: [...inNews].reverse(),
      isListed: false,
    });
    const narrower = { categories: { slug: 'news' }, title: '8' };
    expect(await find({ filters: narrower, limit: 9 })).toEqual({
      slugs: ['post-1'],
      isListed: false,
    });
    const { slugs, isListed } = await find({ status: 'draft', limit: 9 });
    expect([slugs, isListed]).toEqual([inNews, false]);
  });

  it('has no post any more that has just been taken from the public', async () => {
    const [first = '', ...others] = inNews;
    const documentId = ids[Number(first.slice('post-'.length))] ?? '';
    await strapi.documents(POST).unpublish({ documentId });
    expect(await find({ limit: 3 })).toEqual({ slugs: others.slice(0, 3), isListed: true });
    await strapi.documents(POST).publish({ documentId });
    expect(await find({ limit: 3 })).toEqual({ slugs: inNews.slice(0, 3), isListed: true });
  });
});
