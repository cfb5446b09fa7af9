import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { engine, file, strapi as local } from '@strapi/data-transfer';
import type { Core } from '@strapi/strapi';
import { boot, type TestSite } from '../../harness/boot';
import { comeToRest } from '../../harness/come-to-rest';
import { databases } from '../../harness/databases';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';

const POST = 'api::post.post';
const RUN = 'plugin::front-matter.run';
const FIRST = '_posts/2022-03-03-first.md';
const SECOND = '_posts/2022-03-04-second.md';

type Source = Parameters<typeof engine.createTransferEngine>[0];
type Destination = Parameters<typeof engine.createTransferEngine>[1];

const { createTransferEngine, DEFAULT_SCHEMA_STRATEGY, DEFAULT_VERSION_STRATEGY } = engine;

const transfer = async (source: Source, destination: Destination): Promise<void> => {
  await createTransferEngine(source, destination, {
    versionStrategy: DEFAULT_VERSION_STRATEGY,
    schemaStrategy: DEFAULT_SCHEMA_STRATEGY,
    exclude: [],
    only: [],
    throttle: 0,
    transforms: {},
  }).transfer();
};

/** As `strapi export` does. */
const exportTo = (app: Core.Strapi, to: string): Promise<void> =>
  transfer(
    local.providers.createLocalStrapiSourceProvider({ getStrapi: () => app, autoDestroy: false }),
    file.providers.createLocalFileDestinationProvider({
      file: { path: to },
      encryption: { enabled: false },
      compression: { enabled: false },
    })
  );

/** As `strapi import` does. */
const importFrom = (app: Core.Strapi, from: string): Promise<void> =>
  transfer(
    file.providers.createLocalFileSourceProvider({
      file: { path: `${from}.tar` },
      encryption: { enabled: false },
      compression: { enabled: false },
    }),
    local.providers.createLocalStrapiDestinationProvider({
      getStrapi: () => app,
      autoDestroy: false,
      strategy: 'restore',
      restore: {
        assets: true,
        entities: { exclude: [] },
        configuration: { coreStore: true, webhook: true },
      },
    }) as Destination
  );

describe.each(databases)("a site that was moved with Strapi's own export, on $name", (kind) => {
  let home: string;
  let folder: ArchiveFolder;
  let site: TestSite;

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'broadsheet-transfer-'));
    folder = await archiveFolder();
  });
  afterEach(async () => {
    await site.close();
    await folder.drop();
    await rm(home, { recursive: true, force: true });
  });

  const run = async (): Promise<number> => {
    const { report } = await importInto(site.strapi, folder.root);
    return report.run ?? 0;
  };
  const titles = async (): Promise<string[]> => {
    const posts: { title: string; publishedAt: string | null }[] = await site.strapi.db
      .query(POST)
      .findMany({ where: { publishedAt: { $notNull: true } }, orderBy: { title: 'asc' } });
    return posts.map(({ title }) => title);
  };

  it('undoes the run that was asked for, and no other', async () => {
    site = await boot(kind);
    await folder.write(FIRST, postText({ title: '第一篇' }));
    const first = await run();
    const unchanged = await run();
    await folder.write(SECOND, postText({ title: '第二篇' }));
    const second = await run();
    await folder.write(FIRST, postText({ title: '改过的第一篇' }));
    const third = await run();
    const nothing = await run();
    // Somebody has cleared away what the list of runs began with: other ids than here, there.
    await site.strapi.db.query(RUN).deleteMany({ where: { number: { $lte: unchanged } } });
    const { report } = await rollBack(site.strapi, third);
    await exportTo(site.strapi, path.join(home, 'site'));
    await site.close();

    site = await boot(kind);
    await importFrom(site.strapi, path.join(home, 'site'));
    // Its one transaction is committed some time after it has said that it is done.
    await comeToRest(site.strapi);
    const runs: { id: number; number: number }[] = await site.strapi.db.query(RUN).findMany({});
    expect(runs.map(({ number }) => number).sort()).toEqual([second, third, nothing, report.run]);
    expect(runs.some(({ id, number }) => id !== number)).toBe(true);
    await expect(rollBack(site.strapi, first)).rejects.toThrow('There is no run');

    expect((await rollBack(site.strapi, nothing)).report).toMatchObject({
      removed: 0,
      restored: 0,
    });
    expect(await titles()).toEqual(['第一篇', '第二篇']);
    expect((await rollBack(site.strapi, report.run)).report).toMatchObject({
      restored: 1,
      left: 0,
    });
    expect(await titles()).toEqual(['改过的第一篇', '第二篇']);
    expect((await rollBack(site.strapi, second)).report).toMatchObject({ removed: 1, left: 0 });
    expect(await titles()).toEqual(['改过的第一篇']);
    expect((await importInto(site.strapi, folder.root)).report).toMatchObject({
      created: 1,
      unchanged: 1,
    });
  });
});
