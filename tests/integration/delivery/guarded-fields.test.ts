import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

/** As much as is used here of what an app extends GraphQL by. */
interface Extension {
  use(extension: { readonly resolversConfig: object }): void;
}

type Next = (parent: object, ...rest: readonly unknown[]) => Promise<string>;

const REFUSES = 'global::refuses';
const shout = async (next: Next, parent: object, ...rest: readonly unknown[]) =>
  `${await next(parent, ...rest)}!`;

describe.each(databases)('a field that an app guards in GraphQL on $name', (kind) => {
  let site: TestSite;

  const ask = async (fields: string) => {
    const { body } = await site.http.post('/graphql').send({ query: `{ posts { ${fields} } }` });
    return body;
  };

  beforeAll(async () => {
    site = await boot(kind, (strapi) => {
      strapi.get('policies').set(REFUSES, { name: REFUSES, handler: () => false });
      const extension: Extension = strapi.plugin('graphql').service('extension');
      extension.use({
        resolversConfig: {
          'Post.excerpt': { policies: [REFUSES] },
          'Post.title': { middlewares: [shout] },
          Tag: { description: { policies: [REFUSES] } },
          'Category.name': { auth: { scope: ['api::category.category.delete'] } },
        },
      });
    });
    const { documentId } = await site.strapi
      .documents('api::tag.tag')
      .create({ data: { name: '市场', slug: 'market', description: '…' } });
    const category = await site.strapi
      .documents('api::category.category')
      .create({ data: { name: '新闻', slug: 'news' } });
    await site.strapi.documents('api::post.post').create({
      data: {
        title: '第一篇',
        slug: 'first',
        excerpt: '…',
        tags: [documentId],
        categories: [category.documentId],
      },
      status: 'published',
    });
  });

  afterAll(() => site.close());

  it('is refused where its policy refuses it', async () => {
    const { data, errors } = await ask('slug excerpt');
    expect(errors).toHaveLength(1);
    expect(errors[0].path).toEqual(['posts', 0, 'excerpt']);
    expect(data.posts).toEqual([{ slug: 'first', excerpt: null }]);
  });

  it('is refused where the policy stands below its type', async () => {
    const { data, errors } = await ask('tags { slug description }');
    expect(errors).toHaveLength(1);
    expect(data.posts[0].tags).toEqual([{ slug: 'market', description: null }]);
  });

  it('is refused to who has not its rights', async () => {
    const { errors } = await ask('categories { name }');
    expect(errors[0].message).toBe('Forbidden access');
  });

  it('goes through its middlewares', async () => {
    const { data, errors } = await ask('title');
    expect(errors).toBeUndefined();
    expect(data.posts).toEqual([{ title: '第一篇!' }]);
  });

  it('is read at once where nothing is said of it', async () => {
    const schema = site.strapi.plugin('graphql').service('content-api').buildSchema();
    const fields = schema.getType('Post').getFields();
    const { resolve } = fields.slug;
    expect(resolve({ slug: 'first' }, {}, {}, { fieldName: 'slug' })).toBe('first');
  });
});
