import './switch-on';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { runScript } from '../../harness/run-script';
import { check, type Difference } from '../../../../src/plugins/delivery/server/src/kept/check';
import { keptOf } from '../../../../src/plugins/delivery/server/src/kept/kept';
import { rebuild } from '../../../../src/plugins/delivery/server/src/kept/rebuild';
import { expectRight } from './compare';

const POST = 'api::post.post';

describe.each(databases)('what is kept and broken by hand on $name', (kind) => {
  let site: TestSite;
  let category: number;
  let posts: number[];

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  const table = (name: string) => site.strapi.db.getConnection(name);

  beforeEach(async () => {
    const { strapi } = site;
    await emptySite(strapi);
    const { documentId, id } = await strapi
      .documents('api::category.category')
      .create({ data: { name: 'a' } });
    category = Number(id);
    for (const date of ['2022-01-01T00:00:00.000Z', '2022-01-02T00:00:00.000Z']) {
      await strapi.documents(POST).create({
        data: { title: 'x', date, categories: [documentId] },
        status: 'published',
      });
    }
    posts = await table('posts').whereNotNull('published_at').orderBy('id').pluck('id');
    await rebuild(strapi, POST);
  });

  const differences = async (): Promise<Difference[]> => {
    const found: Difference[] = [];
    for await (const difference of check(site.strapi, POST)) found.push(difference);
    return found;
  };
  const list = `${POST}.categories`;

  it('is not found where nothing is broken', async () => {
    expect(await differences()).toEqual([]);
    await expectRight(site.strapi);
  });

  it('is found in counts, and mended', async () => {
    const source = kind.name === 'sqlite' ? 'total' : 'difference';
    await table(kind.name === 'sqlite' ? 'delivery_counts' : 'delivery_changes')
      .where({ list: 'posts' })
      .update({ [source]: 7 });
    const [found, ...others] = await differences();
    expect(found).toMatchObject({ list: POST, fault: 'COUNT', target: 0, locale: '', actual: 2 });
    expect(others).toEqual([]);
    await rebuild(site.strapi, POST);
    expect(await differences()).toEqual([]);
    await expectRight(site.strapi);
  });

  it('is found in listings, and mended', async () => {
    const [first, second] = posts;
    const listing = 'delivery_posts_by_categories';
    const moment = kind.name === 'sqlite' ? 5 : new Date(5);
    await table(listing).where({ row_id: first }).update({ order_value: moment });
    await table(listing).where({ row_id: second }).delete();
    await table(listing).insert({ row_id: 2_000_000, target_id: category, order_value: moment });
    expect(await differences()).toEqual([
      { list, fault: 'MOVED', target: category, row: first },
      { list, fault: 'MISSING', target: category, row: second },
      { list, fault: 'EXTRA', target: category, row: 2_000_000 },
    ]);
    await rebuild(site.strapi, POST);
    expect(await differences()).toEqual([]);
    await expectRight(site.strapi);
  });

  it('is not told to anybody while it is made anew', async () => {
    const kept = keptOf(site.strapi);
    await table('delivery_kept').where({ name: 'posts' }).update({ filled_to: -1 });
    expect(await kept.countOf(POST, null, null)).toBeNull();
    expect(kept.listing(POST, 'categories')).toBeNull();
    expect(await differences()).toEqual([{ list: POST, fault: 'UNFILLED' }]);
    await rebuild(site.strapi, POST);
    expect(await kept.countOf(POST, null, null)).toBe(2);
    expect(kept.listing(POST, 'categories')).not.toBeNull();
  });

  it('is told and mended by commands', async () => {
    expect(await runScript('delivery', ['check'], site.database)).toMatchObject({
      code: 0,
      stdout: 'Every count and every listing is right.\n',
    });
    await table('delivery_posts_by_categories').where({ row_id: posts[0] }).delete();
    expect(await runScript('delivery', ['check'], site.database)).toMatchObject({
      code: 3,
      stdout: [
        `COUNT\t${list}\t${category}\t\t1 instead of 2`,
        `MISSING\t${list}\t${category}\t${posts[0]}`,
        '2 wrong: run rebuild.\n',
      ].join('\n'),
    });
    expect(await runScript('delivery', ['rebuild'], site.database)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${POST}: made anew.\n`),
    });
    await expectRight(site.strapi);
    expect(await runScript('delivery', ['remove'], site.database)).toMatchObject({ code: 0 });
    expect(await keptOf(site.strapi).countOf(POST, null, null)).toBeNull();
    site = await site.restart();
    await expectRight(site.strapi);
  });
});
