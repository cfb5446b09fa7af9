import { bootOn, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

describe.each(databases)('the first boot on $name', (kind) => {
  let site: TestSite;
  beforeAll(async () => {
    site = await bootOn(await kind.create());
  });
  afterAll(() => site.close());

  it.each(['posts', 'categories', 'tags'])('lets the public read %s', async (type) => {
    const { status, body } = await site.http.get(`/api/${type}`);
    expect(status).toBe(200);
    expect(body.data).toEqual([]);
  });

  it('lets nobody write without an account', async () => {
    const { status } = await site.http.post('/api/posts').send({ data: { title: '不速之客' } });
    expect(status).toBe(403);
  });

  it('lists posts by title, newest first, in the content manager', async () => {
    const { settings, layouts } = await site.strapi
      .plugin('content-manager')
      .service('content-types')
      .findConfiguration(site.strapi.contentType('api::post.post'));
    expect(settings).toMatchObject({
      mainField: 'title',
      defaultSortBy: 'date',
      defaultSortOrder: 'DESC',
    });
    expect(layouts.list).toEqual(['title', 'categories', 'tags', 'date']);
  });

  it.each([
    ['posts', ['slug']],
    ['posts', ['published_at', 'date']],
    ['posts', ['source_key']],
    ['categories', ['slug']],
    ['tags', ['slug']],
  ])('has an index on %s for %j', async (table, columns) => {
    const { indexes } = await site.strapi.db.dialect.schemaInspector
      .getSchema()
      .then(({ tables }) => tables.find(({ name }) => name === table) ?? { indexes: [] });
    // PostgreSQL tells an index's columns in the order of the table's.
    expect(indexes.map((index) => [...index.columns].sort())).toContainEqual([...columns].sort());
  });

  it('leaves what an administrator changed alone when it boots again', async () => {
    const permissions = site.strapi.db.query('plugin::users-permissions.permission');
    await permissions.deleteMany({ where: { action: 'api::tag.tag.find' } });
    const contentTypes = site.strapi.plugin('content-manager').service('content-types');
    const type = site.strapi.contentType('api::post.post');
    const before = await contentTypes.findConfiguration(type);
    await contentTypes.updateConfiguration(type, {
      ...before,
      settings: { ...before.settings, defaultSortOrder: 'ASC' },
    });

    site = await site.restart();

    expect((await site.http.get('/api/tags')).status).toBe(403);
    const after = await site.strapi
      .plugin('content-manager')
      .service('content-types')
      .findConfiguration(site.strapi.contentType('api::post.post'));
    expect(after.settings.defaultSortOrder).toBe('ASC');
  });
});
