import { setTimeout } from 'node:timers/promises';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

const POST = 'api::post.post';
const SEARCH = '/api/posts?_q=one&fields=title';

/** How many wait for one that is read, and how many more come. */
const WAITING = 50;
const MORE = 20;

const kinds = databases.filter(({ name }) => name !== 'sqlite');

// On SQLite they are read by another process: `slow-reads.test.ts`.
describe.each(kinds)('visitors who search at the same time on $name', (kind) => {
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

  it('wait for each other, and hold up nobody who asks for something else', async () => {
    const statuses: number[] = [];
    const searches: Promise<void>[] = [];
    await whilePostsAreLocked(async () => {
      for (let search = 0; search < 1 + WAITING + MORE; search += 1) {
        const path = `${SEARCH}&pagination[limit]=${search + 1}`;
        searches.push(site.http.get(path).then(({ status }) => void statuses.push(status)));
      }
      for (let wait = 0; statuses.length < MORE && wait < 2000; wait += 1) await setTimeout(10);
      expect(new Set(statuses)).toEqual(new Set([503]));
      for (let turn = 0; turn < 20; turn += 1) await site.http.get('/api/tags').expect(200);
    });
    await Promise.all(searches);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1 + WAITING);
  });
});
