import { databases } from '../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../harness/other-app';

const ARTICLE = 'api::article.article';

const TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    slug: { type: 'customField', customField: 'plugin::permalinks.slug' },
  },
};

const [sqlite] = databases;
if (sqlite === undefined) throw new Error('there is always SQLite');

describe('the reserved addresses of somebody else’s application', () => {
  let app: OtherApp;
  let site: RunningApp;

  beforeAll(async () => {
    app = await makeOtherApp(await sqlite.create(), {
      types: [TYPE],
      plugins: ['strapi-plugin-permalinks'],
      config: { admin: { url: '/desk' }, api: { rest: { prefix: '/v1/data' } } },
    });
    const contentTypes = { [ARTICLE]: { pattern: '/:slug/' } };
    const config = { reservedPaths: ['/shop/', '/Über uns'], contentTypes };
    site = await app.boot({ permalinks: { config } });
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const refused = async (path: string) => {
    const document = { documentId: 'one', slug: 'one', title: null, published: true };
    const [kept] = await site.strapi
      .plugin('permalinks')
      .service('addresses')
      .keep(ARTICLE, [{ ...document, paths: [path] }]);
    return kept.refused.map(({ reason }: { reason: string }) => reason);
  };

  it.each([
    '/desk',
    '/desk/auth',
    '/v1/data/articles',
    '/graphql',
    '/shop',
    '/SHOP/cart',
    '/%C3%BCber%20uns/index.html',
  ])(
    'are where it serves panel, REST and GraphQL, and what its configuration adds: %s',
    async (path) => {
      expect(await refused(path)).toEqual(['reserved']);
    }
  );

  it.each(['/v1', '/v1/archive', '/api/2012/post.html', '/shops'])('are not %s', async (path) => {
    expect(await refused(path)).toEqual([]);
  });

  it('leave redirects to super admins until somebody is granted them', async () => {
    const granted = await site.strapi.db.query('admin::permission').findMany({
      where: { action: 'plugin::permalinks.redirects.manage' },
      populate: ['role'],
    });
    expect(granted.map(({ role }) => role.code)).toEqual(['strapi-super-admin']);
  });
});
