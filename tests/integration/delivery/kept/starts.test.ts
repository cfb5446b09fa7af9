import './switch-on';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { engineOf } from '../../../../src/kit/src/database/engines';
import { fold } from '../../../../src/plugins/delivery/server/src/kept/fold';
import { actualLists, expectRight, keptLists } from './compare';

const POST = 'api::post.post';

describe.each(databases)('a start on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  let made = 0;
  const publish = async (): Promise<void> => {
    const { strapi } = site;
    made += 1;
    const { documentId } = await strapi
      .documents('api::category.category')
      .create({ data: { name: `a${made}` } });
    const tag = await strapi.documents('api::tag.tag').create({ data: { name: `b${made}` } });
    for (const dated of [{ date: '2022-01-01T00:00:00.000Z' }, {}]) {
      await strapi.documents(POST).create({
        data: { title: 'x', ...dated, categories: [documentId], tags: [tag.documentId] },
        status: 'published',
      });
    }
  };
  const triggers = async () => {
    const { db } = site.strapi;
    return engineOf(db).keeping.findTriggers(db, db.connection, 'delivery_');
  };
  const dropTriggers = async (names: readonly string[]): Promise<void> => {
    const { db } = site.strapi;
    for (const statement of engineOf(db).keeping.drop(db, names, [])) {
      await db.connection.raw(statement);
    }
  };

  beforeEach(async () => {
    await emptySite(site.strapi);
    await publish();
    await expectRight(site.strapi);
  });

  it('leaves alone what is there and whole', async () => {
    const before = await triggers();
    await fold(site.strapi.db);
    // Shown by what a start would make right.
    await site.strapi.db.getConnection('delivery_counts').update({ total: 77 });
    site = await site.restart();
    expect(await triggers()).toEqual(before);
    expect(before.size).toBeGreaterThan(10);
    const totals = await site.strapi.db.getConnection('delivery_counts').pluck('total');
    expect(new Set(totals.map(Number))).toEqual(new Set([77]));
    await dropTriggers(['delivery_posts_insert']);
    site = await site.restart();
    await expectRight(site.strapi);
  });

  it.each([
    'delivery_posts_delete',
    'delivery_posts_by_tags_link',
    'delivery_posts_by_categories_listed',
  ])('notices that the trigger %s is lost, and counts anew', async (trigger) => {
    const before = await triggers();
    await dropTriggers([trigger]);
    const posts = site.strapi.db.getConnection('posts');
    const { id } = await posts.clone().whereNotNull('published_at').first('id');
    await posts.where({ id }).delete();
    await publish();
    expect(await keptLists(site.strapi)).not.toEqual(await actualLists(site.strapi));
    site = await site.restart();
    expect(await triggers()).toEqual(before);
    await expectRight(site.strapi);
  });

  it.each(['delivery_counts', 'delivery_posts_by_categories', 'delivery_kept'])(
    'makes the table %s again where it is lost',
    async (table) => {
      await site.strapi.db.getSchemaConnection().dropTable(table);
      site = await site.restart();
      await publish();
      await expectRight(site.strapi);
    }
  );

  it('notices that a trigger has another text', async () => {
    const { db } = site.strapi;
    await dropTriggers(['delivery_posts_insert']);
    await db.connection.raw(
      {
        sqlite: `create trigger delivery_posts_insert after insert on posts begin select 1; end`,
        postgres: `create function delivery_posts_insert() returns trigger language plpgsql as
          'begin return null; end';
          create trigger delivery_posts_insert after insert on posts
          execute function delivery_posts_insert()`,
        mysql: `create trigger delivery_posts_insert after insert on posts for each row
          set @nothing = 1`,
      }[kind.name]
    );
    await publish();
    expect(await keptLists(site.strapi)).not.toEqual(await actualLists(site.strapi));
    site = await site.restart();
    await expectRight(site.strapi);
  });
});
