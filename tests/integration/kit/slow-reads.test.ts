import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  SlowReads,
  startSlowReads,
} from '../../../src/kit/src/database/engines/sqlite/readers/slow-reads';
import { boot, root, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const READERS = path.join(root, 'src', 'kit', 'dist', 'database', 'engines', 'sqlite', 'readers');

/** It never ends by itself. */
const ENDLESS =
  'with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n';
const task = (sql: string) => ({ sql, values: [], isRaw: true });

describe('reads of SQLite that may take long', () => {
  let home: string;
  let reads: SlowReads | undefined;

  const start = (limits: Parameters<typeof startSlowReads>[1]): SlowReads => {
    const load = createRequire(path.join(READERS, 'slow-reads.js'));
    const { startSlowReads: begin } = load('./slow-reads.js') as {
      startSlowReads: typeof startSlowReads;
    };
    const driver = load.resolve('better-sqlite3');
    const Database = load('better-sqlite3') as new (file: string) => { close(): void };
    const file = path.join(home, 'data.db');
    new Database(file).close();
    reads = begin({ file, driver }, limits);
    return reads;
  };

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'slow-reads-'));
  });
  afterEach(async () => {
    reads?.close();
    await rm(home, { recursive: true, force: true });
  });

  it('are ended where they take too long, and later ones are answered', async () => {
    const { read } = start({ atOnce: 1, waiting: 5, timeout: 500 });
    await expect(read(task(ENDLESS), {})).rejects.toMatchObject({ code: 'READ_TIMEOUT' });
    expect(await read(task('select 1'), {})).toEqual([[1]]);
  });

  it('are refused where too many wait, but not to who waits already', async () => {
    const { read } = start({ atOnce: 1, waiting: 1, timeout: 1000 });
    const [first, second] = [{}, {}];
    const endless = read(task(ENDLESS), first).catch(({ code }: { code: string }) => code);
    const waiting = [read(task('select 2'), second), read(task('select 3'), second)];
    await expect(read(task('select 4'), {})).rejects.toMatchObject({ code: 'READS_WAITING' });
    expect(await endless).toBe('READ_TIMEOUT');
    expect(await Promise.all(waiting)).toEqual([[[2]], [[3]]]);
  });

  it('say what is wrong with them', async () => {
    const { read } = start({ atOnce: 1, waiting: 5, timeout: 1000 });
    await expect(read(task('select nothing'), {})).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    await expect(read(task('create table a (b)'), {})).rejects.toThrow();
  });
});

const kinds = databases.filter(({ name }) => name === 'sqlite');

describe.each(kinds)('visitors on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
    for (const slug of ['one', 'two']) {
      await site.strapi
        .documents(POST)
        .create({ data: { title: slug, slug }, status: 'published' });
    }
  });
  afterAll(() => site.close());

  it('are answered while somebody writes, by what is committed', async () => {
    const titles = async (path: string): Promise<string[]> => {
      const { body } = await site.http.get(path);
      return body.data.map(({ title }: { title: string }) => title);
    };
    const all = '/api/posts?sort=title:asc&fields=title&pagination[withCount]=false';
    const search = '/api/posts?_q=one&fields=title';
    await titles(all);
    const transaction = await site.strapi.db.transaction();
    try {
      await transaction.get()('posts').update({ title: 'another' });
      for (const path of [all, `${all}&filters[title][$ne]=x`]) {
        expect(await titles(path)).toEqual(['one', 'two']);
      }
      expect(await titles(search)).toEqual(['one']);
      const { body } = await site.http.post('/graphql').send({ query: '{ posts { title } }' });
      expect(body.data.posts).toHaveLength(2);
      expect(body.data.posts[0]).toMatchObject({ title: expect.stringMatching(/one|two/u) });
    } finally {
      await transaction.commit();
    }
    expect(await titles(all)).toEqual(['another', 'another']);
  });

  it('and the home page is read by a process that reads for editors', async () => {
    const token = await signIn(site);
    const processes = (): number =>
      execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.trim().startsWith(`${process.pid} `))
        .filter((line) => line.includes('slow-reads-process')).length;
    const before = processes();
    const transaction = await site.strapi.db.transaction();
    try {
      await transaction.get()('posts').update({ title: 'never' });
      for (const widget of [
        'content-manager/homepage/recent-documents?action=update',
        'content-manager/homepage/count-documents',
        'newsroom/home/drafts',
      ]) {
        await site.http.get(`/${widget}`).set('Authorization', `Bearer ${token}`).expect(200);
      }
    } finally {
      await transaction.rollback();
    }
    expect(processes()).toBe(before + 1);
  });

  it('and editors who look for something are answered meanwhile, too, and see what they have saved', async () => {
    const token = await signIn(site);
    const lists = '/content-manager/collection-types/api::post.post';
    const titles = async (query: string): Promise<string[]> => {
      const { status, body } = await site.http
        .get(`${lists}?${query}`)
        .set('Authorization', `Bearer ${token}`);
      expect(status).toBe(200);
      return body.results.map(({ title }: { title: string }) => title);
    };
    const { documentId } = await site.strapi
      .documents(POST)
      .create({ data: { title: 'before', slug: 'third' } });
    const transaction = await site.strapi.db.transaction();
    try {
      await transaction.get()('posts').update({ title: 'never' });
      expect(await titles('_q=before')).toEqual(['before']);
      expect(await titles('sort=title:ASC&page=1&pageSize=10')).toContain('before');
    } finally {
      await transaction.rollback();
    }
    await site.http
      .put(`${lists}/${documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ title: 'after' })
      .expect(200);
    expect(await titles('_q=after')).toEqual(['after']);
  });
});
