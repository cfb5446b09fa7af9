import './switch-on';
import { boot, type TestSite } from '../../harness/boot';
import { databases, servers } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { fold } from '../../../../src/plugins/delivery/server/src/kept/fold';
import { expectRight } from './compare';

/** SQLite has one writer at a time, and no users. */
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

const POST = 'api::post.post';
const MANY = 50;

describe.each(databases)('many writers of one category on $name', (kind) => {
  let site: TestSite;
  let category: { readonly documentId: string; readonly id: number | string };
  let documentIds: string[];

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  beforeEach(async () => {
    const { strapi } = site;
    await emptySite(strapi);
    category = await strapi.documents('api::category.category').create({ data: { name: 'a' } });
    documentIds = [];
    for (let index = 0; index < MANY; index += 1) {
      const { documentId } = await strapi.documents(POST).create({
        data: {
          title: 'x',
          date: new Date(index * 1000).toISOString(),
          categories: [category.documentId],
        },
      });
      documentIds.push(documentId);
    }
  });

  it('are all answered, and all counted', async () => {
    const { strapi } = site;
    const posts = strapi.documents(POST);
    const folds = setInterval(() => void fold(strapi.db), 5);
    try {
      await Promise.all(documentIds.map((documentId) => posts.publish({ documentId })));
      await expectRight(strapi);
      await Promise.all(
        documentIds.map((documentId, index) =>
          index % 2 === 0 ? posts.publish({ documentId }) : posts.unpublish({ documentId })
        )
      );
    } finally {
      clearInterval(folds);
    }
    await expectRight(strapi);
    await fold(strapi.db);
    await expectRight(strapi);
  });
});

/** Each of two transactions waits for the other one's row, or has to see it. */
onServers('two transactions at once on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  const now = new Date();

  type Write = (ids: { post: number; category: number }) => {
    readonly table: string;
    change(query: ReturnType<TestSite['strapi']['db']['connection']>): PromiseLike<unknown>;
  };
  const WRITES: Record<string, Write> = {
    publishes: ({ post }) => ({
      table: 'posts',
      change: (query) => query.where({ id: post }).update({ published_at: now }),
    }),
    unpublishes: ({ post }) => ({
      table: 'posts',
      change: (query) => query.where({ id: post }).update({ published_at: null }),
    }),
    dates: ({ post }) => ({
      table: 'posts',
      change: (query) => query.where({ id: post }).update({ date: now }),
    }),
    deletes: ({ post }) => ({
      table: 'posts',
      change: (query) => query.where({ id: post }).delete(),
    }),
    links: ({ post, category }) => ({
      table: 'posts_categories_lnk',
      change: (query) => query.insert({ post_id: post, category_id: category }),
    }),
    unlinks: ({ post }) => ({
      table: 'posts_categories_lnk',
      change: (query) => query.where({ post_id: post }).delete(),
    }),
    'drops the category': ({ category }) => ({
      table: 'categories',
      change: (query) => query.where({ id: category }).delete(),
    }),
  };
  const pairs = Object.keys(WRITES).flatMap((first) =>
    Object.keys(WRITES)
      .filter((second) => second !== first)
      .flatMap((second) =>
        [true, false].flatMap((isShown) =>
          [true, false].map((isLinked) => ({ first, second, isShown, isLinked }))
        )
      )
  );

  it.each(pairs)(
    'are counted rightly: one $first while another $second (shown $isShown, linked $isLinked)',
    async ({ first, second, isShown, isLinked }) => {
      const { strapi } = site;
      const table = (name: string) => strapi.db.getConnection(name);
      await emptySite(strapi);
      await table('categories').insert({ name: 'a' });
      await table('posts').insert({ title: 'x', published_at: isShown ? now : null });
      const ids = {
        category: Number(
          await table('categories')
            .max({ id: 'id' })
            .first()
            .then((row) => row?.['id'])
        ),
        post: Number(
          await table('posts')
            .max({ id: 'id' })
            .first()
            .then((row) => row?.['id'])
        ),
      };
      if (isLinked) {
        await table('posts_categories_lnk').insert({
          post_id: ids.post,
          category_id: ids.category,
        });
      }
      const [one, other] = [first, second].map((name) => WRITES[name]?.(ids));
      if (one === undefined || other === undefined) throw new Error('There is no such write.');
      const trx = await strapi.db.connection.transaction();
      // Either may be refused, as the link of a row that is gone, or where both wait.
      const settle = async (work: PromiseLike<unknown>) => {
        try {
          await work;
          return true;
        } catch {
          return false;
        }
      };
      const isDone = await settle(one.change(trx(one.table)));
      const later = settle(other.change(table(other.table)));
      await Promise.race([later, new Promise((resolve) => setTimeout(resolve, 30))]);
      await (isDone ? trx.commit() : trx.rollback());
      await later;
      await expectRight(strapi);
    }
  );
});
