import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../harness/boot';
import { databases, type TestDatabase } from '../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../harness/other-app';

const ARTICLE = 'api::article.article';

/** Its slug is a text like any other: with a custom field it would not start without the plugin. */
const TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: { title: { type: 'string' }, slug: { type: 'string' } },
};

const on = {
  permalinks: { enabled: true, config: { contentTypes: { [ARTICLE]: { pattern: '/:slug/' } } } },
};
const off = { permalinks: { enabled: false } };

const rebuild = (app: OtherApp, database: TestDatabase) =>
  promisify(execFile)(
    process.execPath,
    [path.join(root, 'src/plugins/permalinks/bin/strapi-permalinks.js'), 'rebuild'],
    { cwd: app.home, env: { ...process.env, ...database.environment } }
  );

describe.each(databases)('a site that was started without the plugin, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let site: RunningApp;

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database, {
      types: [TYPE],
      plugins: ['strapi-plugin-permalinks'],
      // As Strapi has it where nobody says otherwise.
      config: { database: { settings: { forceMigration: true } } },
    });
    site = await app.boot(on);
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const restart = async (plugins: object) => {
    await site.stop();
    site = await app.boot(plugins);
  };
  const said = () => site.warnings.filter((warning) => warning.startsWith('permalinks:'));
  const resolve = async (url: string) =>
    (await site.http.get('/api/permalinks/resolve').query({ url })).status;
  const create = (title: string) =>
    site.strapi
      .documents(ARTICLE as 'api::post.post')
      .create({ data: { title }, status: 'published' });

  it('is warned of nothing while it has no documents, or all of them have addresses', async () => {
    expect(said()).toEqual([]);
    for (const title of ['One', 'Two']) await create(title);
    await restart(on);
    expect(said()).toEqual([]);
  });

  it('is told once that its addresses are gone, and how to make them again', async () => {
    await restart(off);
    await restart(on);
    expect(said()).toEqual([
      expect.stringMatching(
        /api::article\.article \(2 of its 2 oldest\).*strapi-permalinks rebuild/u
      ),
    ]);
    expect(await resolve('/one')).toBe(404);
    await create('Three');
    await restart(on);
    expect(said()).toHaveLength(1);
  });

  it('is whole again after that command', async () => {
    await site.stop();
    await app.configure(on);
    await rebuild(app, database);
    site = await app.boot(on);
    expect(said()).toEqual([]);
    expect(await resolve('/one')).toBe(200);
  });
});
