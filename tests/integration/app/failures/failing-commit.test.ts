import { boot, bootOn, type TestSite } from '../../harness/boot';
import { servers } from '../../harness/databases';
import { whileRefused } from '../../harness/database/refuse-commits';
import { mountSmallDisk } from '../../harness/database/small-disk';

const POST = 'api::post.post';
const REFUSED = 'The commit was refused';

// The one database here with conditions that are looked at no sooner than at COMMIT.
const kind = servers.find(({ name }) => name === 'postgres');
const where = kind === undefined ? describe.skip : describe;

where('a COMMIT that fails, on PostgreSQL, when an editor saves', () => {
  let site: TestSite;

  beforeAll(async () => {
    if (kind === undefined) throw new Error('PostgreSQL is not there.');
    site = await boot(kind);
  });
  afterAll(() => site.close());

  it('is an error, not a post: nothing is stored, and nobody is told of one', async () => {
    const { strapi } = site;
    const told: unknown[] = [];
    const heard = new Promise<void>((resolve) => {
      strapi.eventHub.on('entry.create', async (event) => {
        told.push(event);
        resolve();
      });
    });
    const save = () => strapi.documents(POST).create({ data: { title: '日照日报' } });

    await whileRefused(strapi, POST, async () => {
      await expect(save()).rejects.toThrow(REFUSED);
    });
    expect(await strapi.db.query(POST).count()).toBe(0);

    const saved = await save();
    expect(saved).toMatchObject({ slug: 'ri-zhao-ri-bao' });
    await heard;
    expect(told).toEqual([
      expect.objectContaining({
        entry: expect.objectContaining({ documentId: saved.documentId }),
      }),
    ]);
  });

  it('is an error for who opens the transaction by hand, too', async () => {
    const { strapi } = site;
    const rows = await strapi.db.query(POST).count();
    await whileRefused(strapi, POST, async () => {
      const transaction = await strapi.db.transaction();
      await transaction.get()('posts').insert({ title: '临江日报' });
      await expect(transaction.commit()).rejects.toThrow(REFUSED);
    });
    expect(await strapi.db.query(POST).count()).toBe(rows);
  });

  it('is an error where a subscriber swallows the failure of a last statement', async () => {
    const { strapi } = site;
    const rows = await strapi.db.query(POST).count();
    const save = strapi.db.transaction(async ({ trx }) => {
      await trx('posts').insert({ title: '临江日报' });
      await trx.raw('select no_such_function()').catch(() => undefined);
    });
    await expect(save).rejects.toThrow('Nothing was saved');
    expect(await strapi.db.query(POST).count()).toBe(rows);
  });

  it('is no error where the database asks for another try: slugs are made anew', async () => {
    const { strapi } = site;
    const posts = strapi.db.query(POST);
    const ids: number[] = [];
    for (const title of ['A', 'B', 'C', 'D']) {
      ids.push((await posts.create({ data: { title, publishedAt: null } })).id);
    }
    const retitle = (id: number) => posts.update({ where: { id }, data: { title: '四川日报' } });
    await whileRefused(
      strapi,
      'plugin::permalinks.address',
      async () => {
        const retitled: { slug: string }[] = await Promise.all(ids.map(retitle));
        expect(retitled.map(({ slug }) => slug).sort()).toEqual(
          ['', '-2', '-3', '-4'].map((suffix) => `si-chuan-ri-bao${suffix}`)
        );
      },
      { code: '40001', once: true }
    );
  });
});

const disk = mountSmallDisk();
const onSmallDisk = disk === null ? describe.skip : describe;

// Skipped where no file system can be mounted: a test double would show nothing.
onSmallDisk('a COMMIT for which the disk has no room, on SQLite', () => {
  let site: TestSite | undefined;

  beforeAll(async () => {
    if (disk === null) throw new Error('There is no small disk.');
    site = await bootOn(disk.database);
  });
  afterAll(async () => {
    try {
      await site?.close();
    } finally {
      disk?.unmount();
    }
  });

  it('is an error for an editor who saves, and later saves succeed', async () => {
    if (site === undefined) throw new Error('The site is not there.');
    const { strapi } = site;
    const save = () => strapi.documents(POST).create({ data: { title: '日照日报' } });
    // What the write-ahead log has taken of the disk would do for a post.
    await strapi.db.connection.raw('pragma wal_checkpoint(truncate)');
    disk?.leave(0);
    await expect(save()).rejects.toMatchObject({
      code: 'SQLITE_FULL',
      message: expect.stringContaining('COMMIT'),
    });
    expect(await strapi.db.query(POST).count()).toBe(0);

    disk?.free();
    expect(await save()).toMatchObject({ slug: 'ri-zhao-ri-bao' });
    site = await site.restart();
    expect(await site.strapi.db.query(POST).count()).toBe(1);
  });
});
