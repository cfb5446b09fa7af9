import type { Core } from '@strapi/strapi';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { signIn } from '../harness/sign-in';
import { joinAs } from '../harness/people';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
const MANAGER = '/content-manager';
const READ = 'plugin::content-manager.explorer.read';

describe.each(databases)('the roles of writers on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let people: Readonly<Record<string, string>>;
  let categoryId: string;
  let tagId: string;

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    await signIn(site);
    people = {
      Author: await joinAs(site, 'strapi-author'),
      Editor: await joinAs(site, 'strapi-editor'),
    };
    const name = '要闻';
    categoryId = (await strapi.documents(CATEGORY).create({ data: { name } })).documentId;
    tagId = (await strapi.documents(TAG).create({ data: { name } })).documentId;
  });
  afterAll(() => site.close());

  const ask = (who: string, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    site.http[method](`${MANAGER}${path}`).set('Authorization', `Bearer ${people[who] ?? ''}`);
  const readsOf = (): Promise<{ id: number; subject: string; conditions: string[] }[]> =>
    strapi.db.query('admin::permission').findMany({
      where: {
        role: { code: 'strapi-author' },
        action: READ,
        subject: { $in: [CATEGORY, TAG] },
      },
    });
  const forget = () =>
    strapi.store({ type: 'core', name: 'broadsheet' }).delete({ key: 'authors-terms' });

  describe.each(['Author', 'Editor'])('let an %s', (who) => {
    it('write a post with a slug, a category and a tag of others, and see them in it', async () => {
      const shown = await ask(who, 'get', `/relations/${POST}/categories`).expect(200);
      expect(shown.body.results).toMatchObject([{ documentId: categoryId }]);
      const made = await ask(who, 'post', `/collection-types/${POST}`).send({
        ...{ title: `${who} 的文章`, body: '<p>正文</p>', slug: `by-${who}` },
        categories: { connect: [{ documentId: categoryId }], disconnect: [] },
        tags: { connect: [{ documentId: tagId }], disconnect: [] },
      });
      expect(made.status).toBe(201);
      const { documentId, id } = made.body.data;
      const [categories, tags] = await Promise.all(
        ['categories', 'tags'].map((name) =>
          ask(who, 'get', `/relations/${POST}/${documentId}/${name}`)
        )
      );
      expect([id > 0, categories?.body.results.length, tags?.body.results.length]).toEqual([
        true,
        1,
        1,
      ]);
    });
  });

  it('let an Author change no category or tag of others', async () => {
    for (const path of [`${CATEGORY}/${categoryId}`, `${TAG}/${tagId}`]) {
      const renamed = await ask('Author', 'put', `/collection-types/${path}`).send({ name: '改' });
      expect(renamed.status).toBe(403);
      expect((await ask('Author', 'delete', `/collection-types/${path}`)).status).toBe(403);
    }
  });

  it('are left alone at later boots, and where somebody has changed them', async () => {
    const [first] = await readsOf();
    const query = strapi.db.query('admin::permission');
    const limit = (conditions: string[]) =>
      query.update({ where: { id: first?.id ?? 0 }, data: { conditions } });
    await limit(['admin::is-creator']);
    site = await site.restart();
    strapi = site.strapi;
    // It was given on the first boot, and taken by somebody: it is not given again.
    expect((await readsOf()).filter(({ conditions }) => conditions.length > 0)).toHaveLength(1);
    // On a site of an earlier release, whose Authors are not as they were made.
    await forget();
    site = await site.restart();
    strapi = site.strapi;
    expect((await readsOf()).filter(({ conditions }) => conditions.length > 0)).toHaveLength(1);
    // And on one where they are.
    for (const { id } of await readsOf()) {
      const data = { conditions: ['admin::is-creator'] };
      await strapi.db.query('admin::permission').update({ where: { id }, data });
    }
    await forget();
    site = await site.restart();
    strapi = site.strapi;
    expect((await readsOf()).map(({ conditions }) => conditions)).toEqual([[], []]);
  });
});
