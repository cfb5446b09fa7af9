import type { Core } from '@strapi/strapi';
import { rebuildSources } from '../../../../src/plugins/source-links/server/src/rebuild/rebuild-sources';
import { archiveFolder, postText, type ArchiveFolder } from '../../front-matter/archive-folder';
import { importInto, outcomes, rollBack } from '../../front-matter/importing';
import { comeToRest } from '../../harness/come-to-rest';
import { emptySite } from '../../harness/empty-site';
import { servers } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { whileRefused } from '../../harness/database/refuse-commits';

const ARTICLE = 'api::article.article';
const REFUSED = 'The commit was refused';

const TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    slug: { type: 'customField', customField: 'plugin::permalinks.slug' },
    body: { type: 'text' },
    date: { type: 'datetime' },
    code: { type: 'string' },
    url: { type: 'string' },
  },
};

// The one database here with conditions that are looked at no sooner than at COMMIT.
const kind = servers.find(({ name }) => name === 'postgres');
const where = kind === undefined ? describe.skip : describe;

// Where nothing watches over Strapi's own commits, and each plugin has to see to its own.
where("a COMMIT that fails, on PostgreSQL, in somebody else's application", () => {
  const plugins = {
    'front-matter': {
      config: {
        contentType: ARTICLE,
        attributes: { title: 'title', body: 'body', date: 'date' },
        categories: false,
        tags: false,
      },
    },
    permalinks: { config: { contentTypes: { [ARTICLE]: { pattern: '/:slug/' } } } },
    'source-links': {
      config: {
        contentTypes: {
          [ARTICLE]: { code: 'code', url: 'url', key: false, name: false, body: 'body' },
        },
        providers: [
          {
            name: 'wire',
            hosts: ['wire.example'],
            code: 'W-[0-9]+',
            address: 'https://{host}/{code}',
          },
        ],
      },
    },
  };
  let app: OtherApp;
  let running: RunningApp;
  let strapi: Core.Strapi;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    if (kind === undefined) throw new Error('PostgreSQL is not there.');
    app = await makeOtherApp(await kind.create(), {
      types: [TYPE],
      plugins: [
        'strapi-plugin-front-matter',
        'strapi-plugin-permalinks',
        'strapi-plugin-source-links',
      ],
    });
    running = await app.boot(plugins);
    strapi = running.strapi;
  });
  afterAll(async () => {
    await running.stop();
    await app.remove();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(strapi);
  });
  afterEach(() => folder.drop());

  const rows = () => strapi.db.query(ARTICLE).count();
  const records = () => strapi.db.query('plugin::front-matter.record').count();
  const lastRun = () =>
    strapi.db.query('plugin::front-matter.run').findOne({ orderBy: { id: 'desc' } });

  it('ends an import with that error: whole batches before it are kept, and the next run goes on', async () => {
    const posts = 300;
    for (let index = 0; index < posts; index += 1) {
      const name = `_posts/2022-03-03-post-${String(index).padStart(3, '0')}.md`;
      await folder.write(name, postText({ title: `Post ${index}` }));
    }
    await whileRefused(
      strapi,
      ARTICLE,
      async () => {
        await expect(importInto(strapi, folder.root)).rejects.toThrow(REFUSED);
      },
      { when: "new.title = 'Post 299'" }
    );
    const kept = await records();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(posts);
    expect(await rows()).toBe(2 * kept);
    expect(await lastRun()).toMatchObject({
      status: 'failed',
      message: expect.stringContaining(REFUSED),
      counts: { created: kept },
    });

    expect(outcomes(await importInto(strapi, folder.root))).toEqual({
      created: posts - kept,
      unchanged: kept,
    });
    expect(await rows()).toBe(2 * posts);
  });

  it('ends a rollback with that error, and takes nothing away', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText());
    const { report } = await importInto(strapi, folder.root);
    await whileRefused(strapi, ARTICLE, async () => {
      await expect(rollBack(strapi, report.run)).rejects.toThrow(REFUSED);
    });
    expect(await rows()).toBe(2);
    expect(await lastRun()).toMatchObject({ status: 'failed' });
    await rollBack(strapi, report.run);
    expect(await rows()).toBe(0);
  });

  it('lets a rollback try again where the database asks for it, and says everything once', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText({ title: 'First' }));
    await folder.write('_posts/2022-03-03-second.md', postText({ title: 'Second' }));
    const { report } = await importInto(strapi, folder.root);
    const where = { title: 'First' };
    await strapi.db.query(ARTICLE).updateMany({ where, data: { title: 'Edited' } });
    await whileRefused(
      strapi,
      ARTICLE,
      async () => {
        const { issues } = await rollBack(strapi, report.run);
        expect(issues.map(({ code }) => code)).toEqual(['EDITED_SINCE']);
      },
      { code: '40001', once: true }
    );
    expect(await rows()).toBe(2);
  });

  it('ends --unpublish-missing with that error, and unpublishes nothing', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText({ title: 'First' }));
    await folder.write('_posts/2022-03-03-second.md', postText({ title: 'Second' }));
    await importInto(strapi, folder.root);
    await folder.remove('_posts/2022-03-03-second.md');
    const told: unknown[] = [];
    strapi.eventHub.on('entry.unpublish', async (event) => void told.push(event));
    const unpublish = () => importInto(strapi, folder.root, { unpublishMissing: true });
    await whileRefused(strapi, ARTICLE, async () => {
      await expect(unpublish()).rejects.toThrow(REFUSED);
    });
    expect(await rows()).toBe(4);
    await unpublish();
    expect(await rows()).toBe(3);
    await comeToRest(strapi);
    expect(told).toHaveLength(1);
  });

  it('is an error for who asks for addresses, and none is kept', async () => {
    interface Addresses {
      keep(uid: string, batch: readonly object[]): Promise<unknown>;
    }
    const addresses = strapi.plugin('permalinks').service<Addresses>('addresses');
    const keep = () =>
      addresses.keep(ARTICLE, [
        { documentId: 'a', slug: 'a', title: 'A', published: true, paths: [] },
      ]);
    await whileRefused(strapi, 'plugin::permalinks.address', async () => {
      await expect(keep()).rejects.toThrow(REFUSED);
    });
    expect(await strapi.db.query('plugin::permalinks.address').count()).toBe(0);
    await expect(keep()).resolves.toMatchObject([{ slug: 'a' }]);
  });

  it('ends a rebuild of sources with that error, and changes nothing', async () => {
    const { tableName } = strapi.db.metadata.get(ARTICLE);
    await strapi.db.connection(tableName).insert({ document_id: 'a', title: 'A', code: 'W-1' });
    const urls = () => strapi.db.connection(tableName).pluck('url');
    const rebuild = () =>
      rebuildSources(strapi, {
        dryRun: false,
        signal: new AbortController().signal,
        onProblem: async () => undefined,
      });
    await whileRefused(strapi, ARTICLE, async () => {
      await expect(rebuild()).rejects.toThrow(REFUSED);
    });
    expect(await urls()).toEqual([null]);
    expect(await rebuild()).toMatchObject({ changed: 1 });
    expect(await urls()).toEqual(['https://wire.example/W-1']);
  });
});
