import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const MIB = 1024 * 1024;

/** Ends every connection to a server's database, as a restart of the server does. */
const hangUp: Record<'postgres' | 'mysql', (url: string) => Promise<void>> = {
  async postgres(url) {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`
    );
    await client.end();
  },
  async mysql(url) {
    const connection = await createConnection(url);
    const [rows] = await connection.query(
      'select id from information_schema.processlist where db = database() and id <> connection_id()'
    );
    for (const { id } of rows as { id: number }[]) {
      // One that has ended by itself is as good.
      await connection.query(`kill ${id}`).catch(() => undefined);
    }
    await connection.end();
  },
};

describe.each(databases)('what goes wrong in an import, on $name', (kind) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());
  onEmptySite(
    () => site,
    (its) => ({ site, folder } = its)
  );

  const lastRun = () =>
    site.strapi.db.query('plugin::front-matter.run').findOne({ orderBy: { id: 'desc' } });

  it("is one file's own where a value does not fit, and the rest of its batch is imported", async () => {
    await folder.write('_posts/2022-03-03-first.md', postText());
    await folder.write(
      '_posts/2022-03-04-long.md',
      postText({ header: [`slug: ${'x'.repeat(300)}`] })
    );
    await folder.write('_posts/2022-03-05-nul.md', postText({ header: ['note: "a\\0b"'] }));
    await folder.write('_posts/2022-03-06-emoji.md', postText({ title: '🎉 周年' }));
    const result = await importInto(site.strapi, folder.root);
    expect(outcomes(result)).toEqual({ created: 2, quarantined: 2 });
    expect(
      result.issues
        .filter(({ severity }) => severity === 'error')
        .map(({ path, code, line }) => [path, code, line])
    ).toEqual([
      ['_posts/2022-03-04-long.md', 'VALUE_TOO_LONG', 7],
      ['_posts/2022-03-05-nul.md', 'VALUE_NOT_STORABLE', 7],
    ]);
    expect(
      await site.strapi
        .documents(POST)
        .count({ status: 'published', filters: { title: '🎉 周年' } })
    ).toBe(1);
  });

  it('is not a post of eight megabytes: it is imported, changed, taken back, and made again', async () => {
    const write = (index: number, letter: string, megabytes: number) =>
      folder.write(
        `_posts/2022-03-0${index}-long.md`,
        postText({ title: `第${index}篇`, body: letter.repeat(megabytes * MIB - 1_000) })
      );
    await write(1, 'a', 3);
    await write(2, 'b', 8);
    await folder.write('_posts/2022-03-03-short.md', postText());
    const first = await importInto(site.strapi, folder.root);
    expect(outcomes(first)).toEqual({ created: 3 });
    await write(2, 'c', 8);
    const second = await importInto(site.strapi, folder.root);
    expect(outcomes(second)).toEqual({ unchanged: 2, updated: 1 });
    const lengths = async () => {
      const rows: { body: string }[] = await site.strapi.db.query(POST).findMany({});
      return rows.map(({ body }) => `${body[0]} ${Math.round(body.length / MIB)}`).sort();
    };
    const letters = (middle: string) =>
      [...Array(2).fill('< 0'), ...Array(2).fill('a 3'), ...Array(2).fill(`${middle} 8`)].sort();
    expect(await lengths()).toEqual(letters('c'));
    await rollBack(site.strapi, second.report.run);
    expect(await lengths()).toEqual(letters('b'));
    const undone = await rollBack(site.strapi, first.report.run);
    expect(await lengths()).toEqual([]);
    await rollBack(site.strapi, undone.report.run);
    expect(await lengths()).toEqual(letters('b'));
  });

  it('is a category without a name: left out, and told', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '["", " ", news]' }));
    const { issues } = await importInto(site.strapi, folder.root);
    expect(issues.filter(({ code }) => code === 'TERM_EMPTY')).toEqual([
      expect.objectContaining({ line: 5, field: 'categories' }),
    ]);
    const names: { name: string }[] = await site.strapi.db
      .query('api::category.category')
      .findMany({ select: ['name'] });
    expect(names.every(({ name }) => name.trim() !== '')).toBe(true);
  });

  it('undoes the current batch when the database refuses, keeps those before, and goes on next time', async () => {
    const count = 300;
    for (let index = 0; index < count; index += 1) {
      const name = `_posts/2022-03-03-post-${String(index).padStart(3, '0')}.md`;
      await folder.write(name, postText({ title: `第${index}篇` }));
    }
    let batches = 0;
    const unsubscribe = site.strapi.db.lifecycles.subscribe({
      models: [POST],
      afterCreateMany() {
        batches += 1;
        if (batches === 2) throw new Error('the disk is full');
      },
    });
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow('the disk is full');
    unsubscribe();
    const records = await site.strapi.db.query('plugin::front-matter.record').count();
    const rows = await site.strapi.db.query(POST).count();
    expect(records).toBeGreaterThan(0);
    expect(records).toBeLessThan(count);
    expect(rows).toBe(records * 2);
    expect(await lastRun()).toMatchObject({
      status: 'failed',
      message: 'the disk is full',
      lock: null,
      counts: { created: records },
    });

    const next = await importInto(site.strapi, folder.root);
    expect(outcomes(next)).toEqual({ unchanged: records, created: count - records });
    expect(await site.strapi.db.query(POST).count()).toBe(count * 2);
  });

  // SQLite is in the process itself: there is nobody to hang up.
  const { name: client } = kind;
  (client === 'sqlite' ? it.skip : it)(
    'is a database that goes away: one clear error, the current batch undone, the rest kept',
    async () => {
      if (client === 'sqlite') return;
      const count = 300;
      for (let index = 0; index < count; index += 1) {
        await folder.write(
          `_posts/2022-03-03-post-${index}.md`,
          postText({ title: `第${index}篇` })
        );
      }
      let batches = 0;
      const unsubscribe = site.strapi.db.lifecycles.subscribe({
        models: [POST],
        async afterCreateMany() {
          batches += 1;
          if (batches === 2) await hangUp[client](site.database.environment['DATABASE_URL'] ?? '');
        },
      });
      await expect(importInto(site.strapi, folder.root)).rejects.toThrow(
        /^The database has gone away .* run the same command again/
      );
      unsubscribe();
      const records = await site.strapi.db.query('plugin::front-matter.record').count();
      // The first batch, which is a small one.
      expect(records).toBe(60);
      expect(await site.strapi.db.query(POST).count()).toBe(records * 2);
      const next = await importInto(site.strapi, folder.root);
      expect(outcomes(next)).toEqual({ unchanged: records, created: count - records });
    }
  );

  it('is a file that goes away, or comes, while its archive is read: told, and settled next time', async () => {
    const count = 2_500;
    const nameOf = (index: number) => `_posts/2022-03-03-post-${String(index).padStart(4, '0')}.md`;
    for (let index = 0; index < count; index += 1) {
      await folder.write(nameOf(index), postText({ title: `第${index}篇` }));
    }
    let batches = 0;
    const unsubscribe = site.strapi.db.lifecycles.subscribe({
      models: [POST],
      async afterCreateMany() {
        batches += 1;
        if (batches !== 1) return;
        await folder.remove(nameOf(count - 1));
        await folder.write(nameOf(count - 2), postText({ title: '改过' }));
        await folder.write(nameOf(count), postText({ title: '新来' }));
      },
    });
    const first = await importInto(site.strapi, folder.root);
    unsubscribe();
    expect(outcomes(first)).toEqual({ created: count - 1, quarantined: 1 });
    expect(first.issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ path: nameOf(count - 1), code: 'ARCHIVE_FILE_UNREADABLE' }),
    ]);
    const next = await importInto(site.strapi, folder.root);
    expect(outcomes(next)).toEqual({ unchanged: count - 1, created: 1 });
  });

  it('stops after the current batch when it is cancelled, and goes on next time', async () => {
    const count = 300;
    for (let index = 0; index < count; index += 1) {
      await folder.write(`_posts/2022-03-03-post-${index}.md`, postText({ title: `第${index}篇` }));
    }
    const controller = new AbortController();
    const first = await importInto(site.strapi, folder.root, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(first.report).toMatchObject({ complete: false, missing: 0 });
    expect(first.report.created).toBeLessThan(count);
    expect(await lastRun()).toMatchObject({ status: 'cancelled', lock: null });
    const next = await importInto(site.strapi, folder.root);
    expect(outcomes(next)).toEqual({
      unchanged: first.report.created,
      created: count - first.report.created,
    });
  });

  it('tells subscribers once a run, whatever came of it', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText());
    const told: unknown[] = [];
    const listener = async (event: unknown) => void told.push(event);
    site.strapi.eventHub.on('front-matter.run.finished', listener);
    const { report } = await importInto(site.strapi, folder.root);
    site.strapi.eventHub.off('front-matter.run.finished', listener);
    expect(told).toEqual([
      expect.objectContaining({
        run: report.run,
        kind: 'import',
        status: 'finished',
        contentType: POST,
      }),
    ]);
  });

  it('is an attribute that the schema lacks: said at once, nothing written', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText());
    await folder.write('.broadsheet.yml', 'mapping:\n  published: publishedAt\n');
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow(
      '.broadsheet.yml:2:14: "mapping.published" is "publishedAt": Strapi keeps api::post.post.publishedAt for itself'
    );
    await folder.write('.broadsheet.yml', 'mapping:\n  subtitle: kicker\n');
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow(
      '.broadsheet.yml:2:13: "mapping.subtitle" is "kicker": api::post.post has no attribute of that name'
    );
    expect(await lastRun()).toBeNull();
  });

  it('is a locale that the app does not have', async () => {
    await folder.write('_posts/2022-03-03-first.md', postText());
    await expect(importInto(site.strapi, folder.root, { locale: 'xx' })).rejects.toThrow(
      "--locale xx is none of this app's locales"
    );
  });
});
