import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { statementsOf } from '../harness/statements';

const POST = 'api::post.post';
const TAG = 'api::tag.tag';
const CATEGORY = 'api::category.category';

/** A statement that reads entries or their links, which what a site does meanwhile does not. */
const READS = /["`](?:posts|tags|categories)(?:_\w+_lnk)?["`]/u;

export const loadTogether = suite('relations that one GraphQL request asks for', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  const ask = async (query: string) => {
    const { body } = await site.http.post('/graphql').send({ query });
    expect(body.errors).toBeUndefined();
    return body.data;
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    const tags: string[] = [];
    for (const name of ['c', 'a', 'b']) {
      tags.push((await strapi.documents(TAG).create({ data: { name, slug: name } })).documentId);
    }
    const parent = await strapi.documents(CATEGORY).create({ data: { name: '上', slug: 'up' } });
    const category = await strapi
      .documents(CATEGORY)
      .create({ data: { name: '下', slug: 'down', parent: parent.documentId } });
    for (let index = 0; index < 12; index += 1) {
      await strapi.documents(POST).create({
        data: {
          title: `第${index}篇`,
          slug: `post-${index}`,
          tags: tags.slice(0, index % 4),
          categories: index % 2 === 0 ? [category.documentId] : [],
        },
        status: 'published',
      });
    }
  });

  it('are those of each document, in its order, within its own limit', async () => {
    const { posts } = await ask(
      `{ posts(sort: "slug:asc") { slug
           tags { slug } two: tags(pagination: { limit: 2 }) { slug }
           second: tags(pagination: { start: 1, limit: 1 }, sort: "slug:asc") { slug }
           some: tags(filters: { slug: { ne: "a" } }) { slug }
           categories { slug parent { slug } } } }`
    );
    expect(posts).toHaveLength(12);
    for (const post of posts) {
      const index = Number(post.slug.slice('post-'.length));
      const tags = ['c', 'a', 'b'].slice(0, index % 4).map((slug) => ({ slug }));
      expect(post.tags).toEqual(tags);
      expect(post.two).toEqual(tags.slice(0, 2));
      const sorted = [...tags].sort((one, other) => (one.slug < other.slug ? -1 : 1));
      expect(post.second).toEqual(sorted.slice(1, 2));
      expect(post.some).toEqual(tags.filter(({ slug }) => slug !== 'a'));
      const categories = index % 2 === 0 ? [{ slug: 'down', parent: { slug: 'up' } }] : [];
      expect(post.categories).toEqual(categories);
    }
  });

  it('are those of each where one fragment stands in two lists', async () => {
    const list = (order: string) =>
      `posts(sort: "slug:${order}", pagination: { limit: 4 }) { ...P }`;
    const { up, down } = await ask(
      `fragment P on Post { slug tags { slug } categories { parent { slug } } }
       { up: ${list('asc')} down: ${list('desc')} }`
    );
    for (const post of [...up, ...down]) {
      const index = Number(post.slug.slice('post-'.length));
      expect(post.tags).toEqual(['c', 'a', 'b'].slice(0, index % 4).map((slug) => ({ slug })));
      expect(post.categories).toEqual(index % 2 === 0 ? [{ parent: { slug: 'up' } }] : []);
    }
  });

  it('are refused for each document to whoever may not read them', async () => {
    const rights = strapi.db.query('plugin::users-permissions.permission');
    const where = { action: `${TAG}.find`, role: { type: 'public' } };
    const right = await rights.findOne({ where, populate: ['role'] });
    await rights.delete({ where: { id: right.id } });
    const query = '{ posts { slug tags { slug } } }';
    const { body } = await site.http.post('/graphql').send({ query });
    await rights.create({ data: { action: right.action, role: right.role.id } });
    expect(body.data.posts).toEqual(Array(12).fill(null));
    const messages = body.errors.map(({ message }: { message: string }) => message);
    expect(messages).toEqual(Array(12).fill('Forbidden access'));
    await ask(query);
  });

  it('are read within the limit of visitors from the start, also while it is asked whose request it is', async () => {
    const lifted: string[] = [];
    const hear = ({ sql }: { sql: string }): void => {
      // Jobs of the site, which have no limit, are no request.
      const isLifted = /^set (?:session |statement_timeout).* = 0(?:\D|$)/u.test(sql);
      if (isLifted && strapi.requestContext.get() !== undefined) lifted.push(sql);
    };
    strapi.db.connection.on('query', hear);
    try {
      await site.http.get('/api/tags?sort=name');
      await ask('{ posts { slug } }');
      await ask('{ posts { slug tags { slug } } }');
    } finally {
      strapi.db.connection.removeListener('query', hear);
    }
    expect(lifted).toEqual([]);
  });

  it('take one statement each, however many documents there are', async () => {
    const statements = async (limit: number): Promise<number> => {
      const query = `{ posts(pagination: { limit: ${limit} }) { slug tags { slug } categories { slug } } }`;
      await ask(query);
      const sent = await statementsOf(strapi, () => ask(query));
      return sent.filter(({ sql }) => READS.test(sql)).length;
    };
    // Posts, their tags, their categories.
    expect(await statements(2)).toBe(3);
    expect(await statements(10)).toBe(3);
  });
});
