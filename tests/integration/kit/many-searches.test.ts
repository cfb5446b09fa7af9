import { setTimeout } from 'node:timers/promises';
import { boot, type TestSite } from '../harness/boot';
import { databases, servers } from '../harness/databases';
import '../delivery/without-cache';

const POST = 'api::post.post';
const SEARCH = '/api/posts?_q=one&fields=title';

/** How many wait for one that is read, and how many more come. */
const WAITING = 50;
const MORE = 20;

// On SQLite they are read by another process: `slow-reads.test.ts`.
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

onServers('visitors who search at the same time on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
    const data = { title: 'one', slug: 'one' };
    await site.strapi.documents(POST).create({ data, status: 'published' });
    await site.http.get('/api/tags').expect(200);
  });
  afterAll(() => site.close());

  /** Has whoever reads posts wait until the work is done. */
  const whilePostsAreLocked = async (work: () => Promise<void>): Promise<void> => {
    // Not Strapi's own, which what is asked from here would be a part of.
    const trx = await site.strapi.db.connection.transaction();
    const isPostgres = kind.name === 'postgres';
    await trx.raw(
      isPostgres ? 'lock table posts in access exclusive mode' : 'lock tables posts write'
    );
    try {
      await work();
    } finally {
      if (!isPostgres) await trx.raw('unlock tables');
      await trx.rollback();
    }
  };

  const REFUSED = {
    data: null,
    error: {
      status: 503,
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('too long'),
      details: {},
    },
  };

  it('wait before anybody asks who they are, once it is known that such searches take long', async () => {
    // Of this format nothing is learned: Strapi answers each of them.
    const search = async (): Promise<number> =>
      (await site.http.get('/api/posts?_q=one&sort=title').set('Strapi-Response-Format', 'v4'))
        .status;
    expect(await search()).toBe(200);
    let asked = 0;
    const note = ({ sql }: { readonly sql: string }): void => {
      if (sql.includes('up_permissions')) asked += 1;
    };
    site.strapi.db.connection.on('query', note);
    const searches: Promise<number>[] = [];
    await whilePostsAreLocked(async () => {
      for (let turn = 0; turn < 20; turn += 1) searches.push(search());
      await setTimeout(500);
      expect(asked).toBeLessThanOrEqual(2);
      await site.http.get('/api/tags').expect(200);
    });
    expect(new Set(await Promise.all(searches))).toEqual(new Set([200]));
    site.strapi.db.connection.removeListener('query', note);
  });

  it('wait for each other, and hold up nobody who asks for something else', async () => {
    const statuses: number[] = [];
    const bodies: unknown[] = [];
    const searches: Promise<void>[] = [];
    const search = async (limit: number): Promise<void> => {
      const { status, body } = await site.http.get(`${SEARCH}&pagination[limit]=${limit}`);
      statuses.push(status);
      if (status !== 200) bodies.push(body);
    };
    await whilePostsAreLocked(async () => {
      for (let limit = 1; limit <= 1 + WAITING + MORE; limit += 1) searches.push(search(limit));
      for (let wait = 0; statuses.length < MORE && wait < 2000; wait += 1) await setTimeout(10);
      expect(new Set(statuses)).toEqual(new Set([503]));
      // Those that wait have no connection; one is the lock's.
      const { pool } = site.strapi.db.connection.client as { pool: { numUsed(): number } };
      expect(pool.numUsed()).toBeLessThanOrEqual(6);
      for (let turn = 0; turn < 20; turn += 1) await site.http.get('/api/tags').expect(200);
    });
    await Promise.all(searches);
    expect(statuses).toHaveLength(1 + WAITING + MORE);
    for (const body of bodies) expect(body).toEqual(REFUSED);
  });

  it('leave connections to others also where they are known how to answer, and were quick before', async () => {
    const ask = (page: number) => site.http.get(`${SEARCH}&sort=slug&pagination[page]=${page}`);
    let way: unknown;
    for (let turn = 0; way !== 'fast' && turn < 10; turn += 1) {
      way = (await ask(1)).get('x-delivery');
    }
    expect(way).toBe('fast');
    const statuses: Promise<number>[] = [];
    await whilePostsAreLocked(async () => {
      for (let page = 1; page <= 30; page += 1) {
        statuses.push(ask(page).then(({ status }) => status));
      }
      await setTimeout(500);
      const { pool } = site.strapi.db.connection.client as { pool: { numUsed(): number } };
      expect(pool.numUsed()).toBeLessThanOrEqual(6);
      for (let turn = 0; turn < 20; turn += 1) await site.http.get('/api/tags').expect(200);
    });
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
  });

  it('are told that it takes too long in the same words once it is known how to answer', async () => {
    const ask = () => site.http.get('/api/posts?fields=title');
    let way: unknown;
    for (let turn = 0; way !== 'fast' && turn < 10; turn += 1) {
      way = (await ask()).get('x-delivery');
    }
    expect(way).toBe('fast');
    await whilePostsAreLocked(async () => {
      const { status, body } = await ask();
      expect(status).toBe(503);
      expect(body).toEqual(REFUSED);
    });
  });
});
