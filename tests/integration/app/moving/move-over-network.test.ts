import type { Core } from '@strapi/strapi';
import { bootOn } from '../../harness/boot';
import { type DatabaseKind, databases, servers, type TestDatabase } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';
import { archiveFolder, type ArchiveFolder, postText } from '../../front-matter/archive-folder';
import { importInto, outcomes, rollBack } from '../../front-matter/importing';
import { type BuiltApp, layOutBuiltApp } from './built-app';
import { type ServedSite, serveSite } from './served-site';

const FIRST = '_posts/2022-03-03-first.md';
const RECORD = 'plugin::front-matter.record';

// Where the environment names no server there is nothing to move to.
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

/** Does work on a site that is booted for it, on a database that outlives it. */
const onSite = async <Result>(
  database: TestDatabase,
  work: (strapi: Core.Strapi) => Promise<Result>
): Promise<Result> => {
  const site = await bootOn({ ...database, drop: async () => undefined });
  try {
    return await work(site.strapi);
  } finally {
    await site.close();
  }
};

const sqlite = (): DatabaseKind => {
  const kind = databases.find(({ name }) => name === 'sqlite');
  if (kind === undefined) throw new Error('There is no SQLite.');
  return kind;
};

const recordsInOrder = async ({ db }: Core.Strapi): Promise<readonly string[]> => {
  const rows: readonly { readonly path: string }[] = await db
    .query(RECORD)
    .findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ path }) => path);
};

onServers('a site that `strapi transfer` moves from SQLite to $name, and back', (kind) => {
  let app: BuiltApp;
  let folder: ArchiveFolder;
  let made: readonly TestDatabase[];
  let served: ServedSite;
  let token: string;

  beforeAll(async () => {
    app = await layOutBuiltApp();
    folder = await archiveFolder();
    made = [
      await startedDatabase(sqlite()),
      await startedDatabase(kind),
      await startedDatabase(sqlite()),
    ];
    await onSite(databaseAt(0), async (strapi) => {
      await folder.write(FIRST, postText({ title: '第一篇' }));
      for (let day = 10; day < 20; day += 1) {
        await folder.write(`_posts/2022-03-${day}-post.md`, postText({ title: `第${day}篇` }));
      }
      await importInto(strapi, folder.root);
      await folder.write(FIRST, postText({ title: '改过的第一篇' }));
      await importInto(strapi, folder.root);
    });
    served = await serveSite(app.home, databaseAt(1));
    token = await served.transferToken();
  });
  afterAll(async () => {
    await served.stop();
    for (const database of made) await database.drop();
    await folder.drop();
    await app.remove();
  });

  const databaseAt = (index: number): TestDatabase => {
    const database = made[index];
    if (database === undefined) throw new Error('There is no such database.');
    return database;
  };

  /**
   * Ends a transfer that stands still and begins again, as OPERATIONS.md says: Strapi's client loses a message that
   * comes together with the answer to its own, which happens on a busy machine, and nobody sends it again.
   */
  const pull = async (from: readonly string[], to: TestDatabase): Promise<void> => {
    const run = (patience: number): Promise<string> =>
      app.run('strapi', ['transfer', '--force', ...from], to, patience);
    await run(60_000)
      .catch(() => run(60_000))
      .catch(() => run(120_000));
  };

  it('answers as the old one did while it goes on serving', async () => {
    // What was answered before must not be answered again.
    const empty = await served.http.get('/api/posts').expect(200);
    expect(empty.body.meta.pagination.total).toBe(0);
    const to = ['--to', served.address, '--to-token', token];
    await app.run('strapi', ['transfer', '--force', ...to], databaseAt(0));
    const full = await served.http.get('/api/posts').expect(200);
    expect(full.body.meta.pagination.total).toBe(11);
    const query = { 'filters[categories][name][$eq]': 'linjiangribao' };
    const some = await served.http.get('/api/posts').query(query).expect(200);
    expect(some.body.meta.pagination.total).toBe(11);
    const [{ documentId, path }] = full.body.data;
    const { body } = await served.http.get('/api/permalinks/resolve').query({ url: path });
    expect(body.data).toMatchObject({ documentId });
  });

  it('finds everything unchanged, and goes on counting runs', async () => {
    const words = ['import', folder.root, '--archive', 'archive'];
    expect(await app.run('strapi-front-matter', words, databaseAt(1))).toMatch(
      /Run 3: .+ 0 created, 0 updated, 11 unchanged/u
    );
    expect(await app.run('strapi-delivery', ['check'], databaseAt(1))).toBe(
      'Every count and every listing is right.\n'
    );
  });

  it('keeps its records in their order, though they were changed since they were made', async () => {
    // PostgreSQL has a row where it was last changed.
    expect(await app.run('strapi-front-matter', ['rollback', '2'], databaseAt(1))).toContain(
      '1 restored'
    );
    const from = ['--from', served.address, '--from-token', token];
    await pull(from, databaseAt(2));
    const order = await onSite(databaseAt(0), recordsInOrder);
    await onSite(databaseAt(2), async (strapi) => {
      expect(await recordsInOrder(strapi)).toEqual(order);
      expect(outcomes(await importInto(strapi, folder.root))).toEqual({
        updated: 1,
        unchanged: 10,
      });
      // What the last import has changed is kept until that is undone, too.
      expect((await rollBack(strapi, 1)).report).toMatchObject({ removed: 10, left: 1 });
    });
  });
});
