import type { Core } from '@strapi/strapi';
import { settleDeleted } from '../../../src/plugins/permalinks/server/src/hooks/on-delete';
import { permalinksOf } from '../../../src/plugins/permalinks/server/src/permalinks';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

const POST = 'api::post.post';
const DATE = '2022-02-17T00:35:15.000Z';

describe.each(databases)('addresses of what was deleted on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
  });
  afterAll(() => site.close());

  const resolve = async () => {
    const answer = await site.http.get('/api/permalinks/resolve?url=/2022/02/17/one.html');
    return answer.body.data?.status ?? answer.status;
  };
  const publish = () =>
    strapi.documents(POST).create({ data: { title: 'One', date: DATE }, status: 'published' });

  it('say that it is gone where the configuration asks for it, until another takes them', async () => {
    const { documentId } = await publish();
    expect(await resolve()).toBe(200);

    const permalinks = permalinksOf(strapi);
    const type = permalinks.types.get(POST);
    if (!type) throw new Error('posts are not served');
    strapi.db.lifecycles.disable();
    await strapi.documents(POST).delete({ documentId });
    strapi.db.lifecycles.enable();
    await settleDeleted(permalinks, { ...type, deleted: 'gone' }, [{ documentId, locale: '' }]);
    expect(await resolve()).toBe(410);

    const { slug } = await publish();
    expect(slug).toBe('one');
    expect(await resolve()).toBe(200);
  });

  it('lead nowhere where it does not', async () => {
    const [post] = await strapi.documents(POST).findMany({ status: 'published' });
    await strapi.documents(POST).delete({ documentId: post?.documentId ?? '' });
    expect(await resolve()).toBe(404);
  });
});
