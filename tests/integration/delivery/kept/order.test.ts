import './switch-on';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { planOf } from '../../harness/statements';
import { keptOf } from '../../../../src/plugins/delivery/server/src/kept/kept';
import { fold } from '../../../../src/plugins/delivery/server/src/kept/fold';
import { expectRight } from './compare';

describe.each(databases)('a listing on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
    const { strapi } = site;
    const table = (name: string) => strapi.db.getConnection(name);
    const at = (day: number) =>
      kind.name === 'sqlite' ? day * 86_400_000 : new Date(day * 86_400_000);
    await table('categories').insert([{ name: 'a' }, { name: 'b' }]);
    const rows = Array.from({ length: 400 }, (_, index) => ({
      title: 'x',
      date: index % 7 === 0 ? null : at(1000 + ((index * 37) % 50)),
      published_at: index % 5 === 0 ? null : at(index),
    }));
    for (let start = 0; start < rows.length; start += 100) {
      await table('posts').insert(rows.slice(start, start + 100));
    }
    const posts = await table('posts').orderBy('id').pluck('id');
    const categories = await table('categories').orderBy('id').pluck('id');
    for (const category of categories) {
      await table('posts_categories_lnk').insert(
        posts.map((post) => ({ post_id: post, category_id: category }))
      );
    }
  });
  afterAll(() => site.close());

  it('has ties, and what has no date, in the order of the database', () =>
    expectRight(site.strapi));

  it('is read in that order by its index alone', async () => {
    const kept = keptOf(site.strapi);
    await kept.refresh();
    const listing = kept.listing('api::post.post', 'categories');
    if (listing === null) throw new Error('Nothing is listed.');
    const query = site.strapi.db
      .getConnection(listing.table)
      .where(listing.target, 1)
      .orderByRaw('?? desc, ?? asc', [listing.order, listing.row])
      .select(listing.row)
      .limit(25)
      .offset(100);
    if (kind.name === 'postgres') await site.strapi.db.connection.raw('analyze');
    const { sql, bindings } = query.toSQL();
    const plan = JSON.stringify(await planOf(site.strapi, { sql, bindings }));
    expect(plan).toMatch(/delivery_posts_by_categories_order/u);
    expect(plan).not.toMatch(/TEMP B-TREE|filesort|Sort/u);
  });

  it('is counted by look-ups alone', async () => {
    const { db } = site.strapi;
    const kept = keptOf(site.strapi);
    await kept.refresh();
    // Others wait to be added up.
    const other = { list: 'other', target_id: 1, locale: '', difference: 0 };
    if (kind.name !== 'sqlite') {
      await fold(db);
      await db.getConnection('delivery_changes').insert(Array(3000).fill(other));
    }
    if (kind.name === 'postgres') await db.connection.raw('analyze');
    for (const by of [null, { relation: 'categories', rowId: 1 }]) {
      const statement = kept.countStatement('api::post.post', by, null);
      if (statement === null) throw new Error('Nothing is counted.');
      const plan = JSON.stringify(await planOf(site.strapi, statement));
      expect(plan).not.toMatch(/SCAN delivery|"type":"ALL"|Seq Scan on delivery_changes/u);
    }
  });
});
