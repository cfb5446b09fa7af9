import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const BANK = '重庆银行行长';

const posts = (strapi: Core.Strapi) => strapi.documents(POST);
const slugOf = (row: { readonly slug?: unknown }) => row.slug;

export const slugs = suite('slugs', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(() => emptySite(strapi));

  const addresses = () =>
    strapi.db.query('plugin::permalinks.address').findMany({ orderBy: { id: 'asc' } });

  it('makes a slug from a Chinese title, by the Document Service', async () => {
    const post = await posts(strapi).create({ data: { title: BANK } });
    expect(post.slug).toBe('chong-qing-yin-hang-hang-zhang');
  });

  it('makes a slug for every row of db.query, one and many', async () => {
    const one = await strapi.db.query(POST).create({ data: { title: BANK, publishedAt: null } });
    expect(one.slug).toBe('chong-qing-yin-hang-hang-zhang');
    await strapi.db.query(POST).createMany({
      data: [
        { title: BANK, publishedAt: null },
        { title: '🙂', sourceCode: 'NW202202172279266059', publishedAt: null },
        { title: BANK, publishedAt: null },
      ],
    });
    const all = await strapi.db.query(POST).findMany({ orderBy: { id: 'asc' } });
    expect(all.map(slugOf)).toEqual(
      [
        'chong-qing-yin-hang-hang-zhang',
        'chong-qing-yin-hang-hang-zhang-2',
        'grinning',
        'chong-qing-yin-hang-hang-zhang-3',
      ].map((slug) => (slug === 'grinning' ? expect.any(String) : slug))
    );
  });

  it('gives a draft and its published copy one slug when they are written together', async () => {
    const pair = { documentId: 'a'.repeat(24), title: BANK };
    await strapi.db.query(POST).createMany({
      data: [
        { ...pair, publishedAt: null },
        { ...pair, publishedAt: new Date() },
      ],
    });
    const rows = await strapi.db.query(POST).findMany({});
    expect(rows.map(slugOf)).toEqual([
      'chong-qing-yin-hang-hang-zhang',
      'chong-qing-yin-hang-hang-zhang',
    ]);
    expect(await addresses()).toMatchObject([{ state: 'current', kind: 'slug' }]);
  });

  it('keeps two hundred posts of one title apart when they are published at once', async () => {
    const titles = Array.from({ length: 200 }, () => ({ title: BANK }));
    const made = await Promise.all(
      titles.map((data) => posts(strapi).create({ data, status: 'published' }))
    );
    expect(new Set(made.map(slugOf)).size).toBe(200);
    const rows = await strapi.db.query(POST).findMany({ select: ['slug', 'documentId'] });
    expect(rows).toHaveLength(400);
    expect(new Set(rows.map((row) => `${row.slug} ${row.documentId}`)).size).toBe(200);
  });

  it('keeps two hundred posts of one title apart when they are sent at once over REST', async () => {
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'all', type: 'full-access', description: '', lifespan: null });
    await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        site.http
          .post('/api/posts')
          .set('Authorization', `Bearer ${accessKey}`)
          .send({ data: { title: BANK } })
      )
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const answered = new Set(
      answers.map(({ body }) => `${body.data.slug} ${body.data.documentId}`)
    );
    expect(new Set(answers.map(({ body }) => body.data.slug)).size).toBe(200);
    const rows = await strapi.db.query(POST).findMany({ select: ['slug', 'documentId'] });
    expect(rows).toHaveLength(400);
    expect(new Set(rows.map((row) => `${row.slug} ${row.documentId}`))).toEqual(answered);
  });

  it('keeps two hundred rows of db.query apart that are written at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, () =>
        strapi.db.query(POST).create({ data: { title: BANK, publishedAt: null } })
      )
    );
    const rows = await strapi.db.query(POST).findMany({ select: ['slug'] });
    expect(new Set(rows.map(slugOf)).size).toBe(200);
    expect(await addresses()).toHaveLength(200);
  });

  it('refuses to give one slug to many rows, and leaves them as they were', async () => {
    await strapi.db.query(POST).createMany({ data: [{ title: 'A' }, { title: 'B' }] });
    const all = { where: {}, data: { slug: 'same' } };
    await expect(strapi.db.query(POST).updateMany(all)).rejects.toThrow(
      'Update them one at a time'
    );
    const rows = await strapi.db.query(POST).findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(slugOf)).toEqual(['a', 'b']);
    await strapi.db.query(POST).updateMany({ where: {}, data: { sourceName: 'Wire' } });
    expect(await strapi.db.query(POST).count({ where: { sourceName: 'Wire' } })).toBe(2);
  });

  it('has TechWeb and Techweb as two categories', async () => {
    const names = ['TechWeb', 'Techweb'];
    for (const name of names) {
      await strapi.documents(CATEGORY).create({ data: { name, slug: name } });
    }
    const rows = await strapi.db.query(CATEGORY).findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(slugOf)).toEqual(names);
  });

  it('uses a claim again whose row was never written', async () => {
    await expect(
      strapi.db.query(POST).create({
        data: { title: BANK, date: 'not a date at all', publishedAt: null },
      })
    ).rejects.toThrow();
    const post = await posts(strapi).create({ data: { title: BANK } });
    expect(post.slug).toBe('chong-qing-yin-hang-hang-zhang');
    expect(await addresses()).toHaveLength(1);
  });

  it('leaves no claim behind when the transaction is undone', async () => {
    const undone = strapi.db.transaction(async () => {
      await posts(strapi).create({ data: { title: BANK } });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await addresses()).toHaveLength(0);
  });
});
