import type { Core } from '@strapi/strapi';
import { tellReplaced } from 'strapi-plugin-kit';
import { databases } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';

const DATE = '2022-02-17T00:35:15.000Z';

const typeOf = (name: string) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    slug: { type: 'customField', customField: 'plugin::permalinks.slug' },
    date: { type: 'datetime' },
  },
});
const settings = { date: 'date', pattern: '/:year/:month/:slug.html' };
const permalinks = {
  config: {
    contentTypes: {
      'api::story.story': { ...settings, deleted: 'gone' },
      'api::leaflet.leaflet': { ...settings, pattern: '/leaflets/:slug/' },
    },
  },
};

describe.each(databases)('addresses of what was deleted on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;
  let strapi: Core.Strapi;
  let token: string;

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), {
      types: [typeOf('story'), typeOf('leaflet')],
      plugins: ['strapi-plugin-permalinks'],
    });
    site = await app.boot({ permalinks });
    strapi = site.strapi;
    const made = await strapi
      .service('admin::api-token')
      .create({ name: 't', type: 'full-access', description: '', lifespan: null });
    token = made.accessKey;
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const documents = (name: string) =>
    strapi.documents(`api::${name}.${name}` as 'api::post.post') as unknown as {
      create(options: object): Promise<{ documentId: string; slug: string }>;
      update(options: object): Promise<unknown>;
      publish(options: object): Promise<unknown>;
      unpublish(options: object): Promise<unknown>;
      delete(options: object): Promise<unknown>;
    };
  const stories = () => documents('story');
  const publish = (title: string, name = 'story') =>
    documents(name).create({ data: { title, date: DATE }, status: 'published' });
  const resolve = async (url: string) => {
    const answer = await site.http.get('/api/permalinks/resolve').query({ url });
    return answer.body.data?.status ?? answer.status;
  };
  const lines = async (format: string) =>
    (
      await site.http
        .get('/api/permalinks/redirects')
        .query({ format })
        .set('Authorization', `Bearer ${token}`)
        .buffer(true)
    ).text.split('\n');
  const keep = (documentId: string, slug: string, path: string) =>
    strapi
      .plugin('permalinks')
      .service<{ keep(uid: string, batch: readonly object[]): Promise<unknown> }>('addresses')
      .keep('api::story.story', [
        { documentId, slug, title: null, published: true, paths: [path] },
      ]);

  it('say that it is gone where the configuration asks for it, each of them', async () => {
    const { documentId } = await publish('One');
    await stories().update({ documentId, data: { slug: 'uno' } });
    await stories().publish({ documentId });
    await keep(documentId, 'uno', '/old/one');
    await stories().update({ documentId, data: { slug: 'reserved' } });
    const all = ['/2022/02/one.html', '/2022/02/uno.html', '/old/one'];
    expect(await Promise.all(all.map(resolve))).toEqual([301, 200, 301]);

    await stories().delete({ documentId });
    expect(await Promise.all(all.map(resolve))).toEqual([410, 410, 410]);
    expect(await resolve('/2022/02/reserved.html')).toBe(404);
    for (const path of all) {
      expect(await lines('json')).toContainEqual(
        expect.stringMatching(`^{"from":"${path}","to":null,"status":410},?$`)
      );
      expect(await lines('netlify')).toContain(`${path} / 410`);
      expect(await lines('nginx')).toContain(`  "${path}" "410";`);
    }
    expect((await lines('netlify')).join('\n')).not.toContain('reserved');
  });

  it('are no such addresses where another document has taken the place of the one', async () => {
    const [one, two] = [await publish('Replaced'), await publish('Replacing')];
    const [from, to] = [one.documentId, two.documentId];
    await strapi.db.transaction(async ({ trx }) => {
      await tellReplaced(strapi, trx, { uid: 'api::story.story', from, to });
      await stories().delete({ documentId: from });
    });
    expect(await resolve('/2022/02/replaced.html')).toBe(301);
    const said = (await lines('netlify')).filter((line) => line.startsWith('/2022/02/replaced'));
    expect(said).toEqual(['/2022/02/replaced.html /2022/02/replacing.html 301']);
    await stories().delete({ documentId: to });
  });

  it('are told of once, and no longer when another document has them', async () => {
    const said = async (path: string) =>
      (await lines('netlify')).filter((line) => line.startsWith(`${path} `));
    expect(await said('/2022/02/uno.html')).toEqual(['/2022/02/uno.html / 410']);
    const { slug } = await publish('Uno');
    expect(slug).toBe('uno');
    expect(await resolve('/2022/02/uno.html')).toBe(200);
    expect(await said('/2022/02/uno.html')).toEqual([]);
  });

  it('are remembered of what was unpublished before it was deleted', async () => {
    const { documentId } = await publish('Taken down');
    await stories().unpublish({ documentId });
    await stories().delete({ documentId });
    expect(await resolve('/2022/02/taken-down.html')).toBe(410);
    expect(await lines('netlify')).toContain('/2022/02/taken-down.html / 410');
  });

  it('are not those of a draft that nobody saw', async () => {
    const { documentId } = await stories().create({ data: { title: 'Unseen', date: DATE } });
    await stories().delete({ documentId });
    expect(await resolve('/2022/02/unseen.html')).toBe(404);
  });

  it('lead nowhere where the configuration does not ask for it', async () => {
    const { documentId } = await publish('Paper', 'leaflet');
    expect(await resolve('/leaflets/paper')).toBe(200);
    await documents('leaflet').delete({ documentId });
    expect(await resolve('/leaflets/paper')).toBe(404);
    expect((await lines('netlify')).join('\n')).not.toContain('leaflets');
  });
});
