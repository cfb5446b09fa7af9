import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';
import { statementsOf } from '../harness/statements';

const POST = 'api::post.post';
const POSTS = `/content-manager/collection-types/${POST}`;

interface Listed {
  readonly title: string;
  readonly tags?: unknown;
  readonly categories?: unknown;
}

export const listsWithNames = suite('lists that name related documents', (current) => {
  let site: TestSite;
  let token: string;

  beforeAll(async () => {
    site = current();
    token = await signIn(site);
    const { strapi } = site;
    const tags: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁', `长${'名'.repeat(300)}`]) {
      tags.push((await strapi.documents('api::tag.tag').create({ data: { name } })).documentId);
    }
    const { documentId } = await strapi
      .documents('api::category.category')
      .create({ data: { name: '港口' } });
    const make = (title: string, own: readonly string[], status: 'draft' | 'published' = 'draft') =>
      strapi.documents(POST).create({
        data: { title, tags: [...own], categories: [documentId] },
        status,
      });
    await make(
      '四个',
      [3, 1, 0, 2].map((at) => tags[at] ?? ''),
      'published'
    );
    await make('没有', []);
    await make('很长', [tags[4] ?? '']);
  });

  const list = async (as = token): Promise<ReadonlyMap<string, Listed>> => {
    const { body } = await site.http
      .get(`${POSTS}?sort=title:asc`)
      .set('Authorization', `Bearer ${as}`)
      .expect(200);
    const results = body.results as readonly Listed[];
    return new Map(results.map((post) => [post.title, post]));
  };

  it('have the first three of them, in the order that the document has', async () => {
    const posts = await list();
    expect(posts.get('四个')).toMatchObject({
      tags: { count: 4, names: ['丁', '乙', '甲'] },
      categories: { count: 1, names: ['港口'] },
    });
    expect(posts.get('没有')).toMatchObject({ tags: { count: 0 } });
  });

  it('have no more of a name than a list has room for', async () => {
    const { tags } = (await list()).get('很长') ?? {};
    expect(tags).toEqual({ count: 1, names: [`长${'名'.repeat(99)}`] });
  });

  it('ask once for a relation, however many rows there are', async () => {
    const sent = await statementsOf(site.strapi, () => list());
    expect(sent.filter(({ sql }) => /row_number/iu.test(sql))).toHaveLength(2);
  });

  it('name nothing to whoever may not read it', async () => {
    const { strapi } = site;
    const role = await strapi.service('admin::role')['create']({ name: 'Readers of posts' });
    await strapi.service('admin::role')['assignPermissions'](role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: POST,
        properties: { fields: ['title', 'tags', 'categories'] },
        conditions: [],
      },
      {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::tag.tag',
        properties: { fields: ['slug'] },
        conditions: [],
      },
    ]);
    const user = { email: 'reader@example.com', password: 'Sheets-of-2022' };
    await strapi.service('admin::user')['create']({
      ...user,
      firstname: 'Mei',
      roles: [role.id],
      isActive: true,
    });
    const { body } = await site.http.post('/admin/login').send(user);
    const post = (await list(body.data.token)).get('四个');
    expect(post?.tags).toEqual({ count: 4 });
    expect(post?.categories).toEqual({ count: 1 });
    await strapi.db.query('admin::user').deleteMany({ where: { email: user.email } });
    await strapi.service('admin::role')['deleteByIds']([role.id]);
  });
});
