import './without-delivery';
import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { scansOf, type Statement, statementsOf } from '../../harness/statements';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const DATE = new Date('2022-02-17T00:35:15.000Z');
/** So many that no database reads a whole table for want of rows in it. */
const MANY = 3000;

const numbers = Array.from({ length: MANY }, (_, index) => index);
const idOf = (kind: string, index: number) => `${kind}${String(index).padStart(23, '0')}`;

const LINKS = 'posts_categories_lnk';
/** A line of a plan that is about the links, by their name or by what statements call them. */
const OF_LINKS = /posts_categories_lnk|"table":"l"|SCAN l\b/u;

export const plans = suite('looking an address up', (current, kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  const table = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const fill = async () => {
    const query = strapi.db.connection;
    const insert = (name: string, rows: readonly object[]) => query.batchInsert(name, rows, 300);
    const stamps = { created_at: DATE, updated_at: DATE, published_at: DATE };
    await strapi.db
      .query(CATEGORY)
      .createMany({ data: numbers.map((n) => ({ documentId: idOf('c', n), name: `C${n}` })) });
    await insert(
      table(POST),
      numbers.flatMap((n) =>
        [null, DATE].map((published_at) => ({
          ...stamps,
          id: 2 * n + (published_at === null ? 1 : 2),
          document_id: idOf('p', n),
          title: `P${n}`,
          slug: `p${n}`,
          date: DATE,
          published_at,
        }))
      )
    );
    const [first] = await strapi.db.query(CATEGORY).findMany({ orderBy: { id: 'asc' }, limit: 1 });
    const link = (n: number) => ({
      post_id: 2 * n + 2,
      category_id: first.id + n,
      category_ord: 1,
    });
    await insert(LINKS, numbers.slice(0, 10).map(link));
    // MariaDB's statistics of a table that grows fast lag behind: these stay behind.
    if (kind.name === 'mysql') {
      await query.raw(`alter table ${LINKS} stats_persistent=1 stats_auto_recalc=0`);
      await query.raw(`analyze table ${LINKS}`);
    }
    await insert(LINKS, numbers.slice(10).map(link));
    const { keep } = strapi
      .plugin('permalinks')
      .service<{ keep(uid: string, batch: readonly object[]): Promise<unknown> }>('addresses');
    for (let start = 0; start < MANY; start += 1000) {
      await keep(
        POST,
        numbers.slice(start, start + 1000).map((n) => ({
          documentId: idOf('p', n),
          slug: `p${n}`,
          title: '',
          published: true,
          paths: [`/old/${n}.html`],
        }))
      );
    }
    const tables = [table(POST), table(CATEGORY), LINKS, 'permalinks_addresses'];
    for (const name of tables) {
      if (kind.name === 'mysql' && name === LINKS) continue;
      await query.raw(kind.name === 'mysql' ? `analyze table ${name}` : `analyze ${name}`);
    }
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    await fill();
  });

  const lookUp = async (url: string): Promise<{ status: number; statements: Statement[] }> => {
    let status = 0;
    const statements = await statementsOf(strapi, async () => {
      const answer = await site.http.get('/api/permalinks/resolve').query({ url });
      status = answer.body.data?.status ?? answer.status;
    });
    return { status, statements };
  };
  const scans = async (statements: readonly Statement[]) =>
    (await Promise.all(statements.map((statement) => scansOf(strapi, statement)))).flat();

  it.each([
    ['a post by its path', '/c7/2022/02/17/p7.html', 200, 2],
    ['a post by its path with another category', '/c8/2022/02/17/p7.html', 301, 2],
    ['a post by the address it had in the archive', '/old/7.html', 301, 2],
    ['a category by its page', '/category/c7.html', 200, 2],
    ['nobody', '/c7/2022/02/17/nobody.html', 404, 1],
  ])('finds %s by indexes alone', async (_who, url, expected, most) => {
    await lookUp(url);
    const { status, statements } = await lookUp(url);
    expect(status).toBe(expected);
    expect(statements).toHaveLength(most);
    expect(await scans(statements)).toEqual([]);
  });

  it('says the paths of a list without reading the links of all posts', async () => {
    const list = () => site.http.get('/api/posts?pagination[pageSize]=25').expect(200);
    await list();
    const sent = await statementsOf(strapi, async () => {
      const answer = await list();
      expect(answer.body.data[7].path).toBe('/c7/2022/02/17/p7.html');
    });
    const ofLinks = sent.filter(({ sql }) => sql.includes(LINKS));
    expect(ofLinks).toHaveLength(1);
    const scansOfLinks = (await scans(ofLinks)).filter((line) => OF_LINKS.test(line));
    expect(scansOfLinks).toEqual([]);
  });

  it('would be seen to read a whole table without its index', async () => {
    const { statements } = await lookUp('/old/7.html');
    const index = 'permalinks_addresses_key_unique';
    const table = 'alter table permalinks_addresses drop';
    await strapi.db.connection.raw(
      {
        sqlite: `drop index ${index}`,
        postgres: `${table} constraint ${index}`,
        mysql: `${table} index ${index}`,
      }[kind.name]
    );
    expect(await scans(statements)).not.toEqual([]);
  });
});
