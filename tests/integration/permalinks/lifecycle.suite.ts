import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';

export const lifecycle = suite('the life of a slug', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(() => emptySite(strapi));

  const posts = () => strapi.documents(POST);
  const make = async (title: string, more: object = {}) => {
    const { documentId } = await posts().create({ data: { title, ...more } });
    return documentId;
  };
  const edit = (documentId: string, data: object) => posts().update({ documentId, data });
  const publish = (documentId: string) => posts().publish({ documentId });
  const cloneOf = async (documentId: string) =>
    (await posts().clone({ documentId }))?.documentId ?? '';
  const slugs = async (documentId: string) => {
    const rows = await strapi.db.query(POST).findMany({ where: { documentId } });
    const find = (published: boolean) => rows.find((row) => !!row.publishedAt === published)?.slug;
    return { draft: find(false), published: find(true) };
  };
  /** `slug:state` of what a document holds. */
  const held = async (documentId: string) =>
    (
      await strapi.db
        .query('plugin::permalinks.address')
        .findMany({ where: { targetDocumentId: documentId } })
    )
      .map(({ address, state }) => `${address}:${state}`)
      .sort();

  it('follows the title of a draft that was never published', async () => {
    const post = await make('One');
    await edit(post, { title: 'Two' });
    expect(await held(post)).toEqual(['two:reserved']);
    expect(await slugs(post)).toEqual({ draft: 'two', published: undefined });
  });

  it('stays when the post has been published, whatever becomes of the title', async () => {
    const post = await make('One');
    await publish(post);
    await edit(post, { title: 'Two' });
    await publish(post);
    expect(await slugs(post)).toEqual({ draft: 'one', published: 'one' });
    await posts().unpublish({ documentId: post });
    await edit(post, { title: 'Three' });
    expect(await slugs(post)).toEqual({ draft: 'one', published: undefined });
    expect(await held(post)).toEqual(['one:current']);
  });

  it('stays when it was given', async () => {
    const post = await make('One', { slug: 'Uno' });
    await edit(post, { title: 'Two' });
    expect(await held(post)).toEqual(['Uno:reserved']);
  });

  it('takes a slug equal to the stored draft’s for one that was not given', async () => {
    const post = await make('One');
    await edit(post, { title: 'Two', slug: 'one' });
    expect(await held(post)).toEqual(['two:reserved']);
  });

  it('is reserved when it is edited, current when it is published, and the old one redirects', async () => {
    const post = await make('One');
    await publish(post);
    await edit(post, { slug: 'uno' });
    expect(await held(post)).toEqual(['one:current', 'uno:reserved']);
    expect(await slugs(post)).toEqual({ draft: 'uno', published: 'one' });
    await publish(post);
    expect(await held(post)).toEqual(['one:former', 'uno:current']);
    expect(await slugs(post)).toEqual({ draft: 'uno', published: 'uno' });
  });

  it('is free again when the edit is discarded or edited once more', async () => {
    const post = await make('One');
    await publish(post);
    await edit(post, { slug: 'uno' });
    await edit(post, { slug: 'eins' });
    expect(await held(post)).toEqual(['eins:reserved', 'one:current']);
    await posts().discardDraft({ documentId: post });
    expect(await held(post)).toEqual(['one:current']);
    expect(await slugs(post)).toEqual({ draft: 'one', published: 'one' });
    expect(await held(await make('Eins'))).toEqual(['eins:reserved']);
  });

  it('can be given back', async () => {
    const post = await make('One');
    await publish(post);
    await edit(post, { slug: 'uno' });
    await publish(post);
    await edit(post, { slug: 'one' });
    await publish(post);
    expect(await held(post)).toEqual(['one:current', 'uno:former']);
  });

  it('is made again from the title when it is emptied', async () => {
    const post = await make('One', { slug: 'uno' });
    await edit(post, { slug: '' });
    expect(await held(post)).toEqual(['one:reserved']);
    await edit(post, { title: 'Two', slug: null });
    expect(await held(post)).toEqual(['two:reserved']);
  });

  it('is refused when an edit asks for another’s, with a free one named', async () => {
    const [one, two] = [await make('One'), await make('Two')];
    await publish(one);
    await expect(edit(two, { slug: 'one' })).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'The slug "one" is taken. "one-2" is free.',
      details: { slug: 'one', free: 'one-2' },
    });
    expect(await held(two)).toEqual(['two:reserved']);
    expect(await slugs(two)).toEqual({ draft: 'two', published: undefined });
  });

  it('answers 400 over REST, and 400 to what cannot be a slug', async () => {
    await make('One');
    const token = await strapi.service('admin::api-token').create({
      name: 'all',
      type: 'full-access',
      description: '',
      lifespan: null,
    });
    const send = (slug: unknown) =>
      site.http
        .put(`/api/posts/${two}`)
        .set('Authorization', `Bearer ${token.accessKey}`)
        .send({ data: { slug } });
    const two = await make('Two');
    const taken = await send('one');
    expect(taken.status).toBe(400);
    expect(taken.body.error).toMatchObject({ details: { free: 'one-2' } });
    for (const bad of ['a/b', 'a?b', '..', 'x'.repeat(300), 'a\u0000']) {
      expect((await send(bad)).status).toBe(400);
    }
    expect(await held(two)).toEqual(['two:reserved']);
    expect((await send('新闻')).body.data.slug).toBe('新闻');
  });

  it('may be one from before the plugin that it would not take, as long as nobody changes it', async () => {
    const post = await make('One');
    const rows = strapi.db.connection(strapi.db.metadata.get(POST).tableName);
    await rows.where('document_id', post).update({ slug: 'news/one' });
    await edit(post, { title: 'Two', slug: 'news/one' });
    expect(await slugs(post)).toEqual({ draft: 'news/one', published: undefined });
    await expect(edit(post, { slug: 'news/two' })).rejects.toThrow('no slug can have');
  });

  it('is the published one’s for a draft from before the plugin that has none', async () => {
    const post = await make('One');
    await publish(post);
    const rows = strapi.db.connection(strapi.db.metadata.get(POST).tableName);
    await rows.where('document_id', post).whereNull('published_at').update({ slug: null });
    await edit(post, { title: 'Two', slug: null });
    expect(await slugs(post)).toEqual({ draft: 'one', published: 'one' });
    expect(await held(post)).toEqual(['one:current']);
  });

  it('stays the document’s when an update outside a transaction fails', async () => {
    const post = await make('One');
    const update = (data: object) =>
      strapi.db.query(POST).update({ where: { documentId: post }, data });
    await expect(update({ slug: 'uno', date: 'not a date at all' })).rejects.toThrow();
    expect(await slugs(post)).toEqual({ draft: 'one', published: undefined });
    expect(await held(await make('One'))).toEqual(['one-2:reserved']);
    await update({ slug: 'eins' });
    expect(await slugs(post)).toEqual({ draft: 'eins', published: undefined });
    expect(await held(post)).toEqual(['eins:reserved']);
  });

  it('gets a suffix on a clone', async () => {
    const post = await make('One');
    await publish(post);
    const clone = await cloneOf(post);
    expect(await held(clone)).toEqual(['one-2:reserved']);
    expect(await held(await cloneOf(clone))).toEqual(['one-3:reserved']);
  });

  it('is kept off reserved words', async () => {
    expect(await held(await make('Index'))).toEqual(['index-2:reserved']);
    const post = await make('One');
    await expect(edit(post, { slug: 'index' })).rejects.toThrow('"index-3" is free');
  });

  it('is free when the document is deleted, by whichever way', async () => {
    const post = await make('One');
    await publish(post);
    await posts().delete({ documentId: post });
    expect(await held(post)).toEqual([]);
    const rows = [await make('One'), await make('Two')];
    await strapi.db.query(POST).deleteMany({ where: { documentId: { $in: rows } } });
    expect(await strapi.db.query('plugin::permalinks.address').count({})).toBe(0);
  });

  it('is current at once on a type without drafts, and redirects when it is edited', async () => {
    const { documentId } = await strapi.documents(CATEGORY).create({ data: { name: '日照日报' } });
    expect(await held(documentId)).toEqual(['ri-zhao-ri-bao:current']);
    await strapi.documents(CATEGORY).update({ documentId, data: { name: '日报' } });
    expect(await held(documentId)).toEqual(['ri-zhao-ri-bao:current']);
    await strapi.documents(CATEGORY).update({ documentId, data: { slug: 'rizhao' } });
    expect(await held(documentId)).toEqual(['ri-zhao-ri-bao:former', 'rizhao:current']);
  });

  it('is current for each of many that are published at once in the content manager', async () => {
    const person = { firstname: 'Lin', lastname: 'Wang', email: 'lin@example.com' };
    const registered = await site.http
      .post('/admin/register-admin')
      .send({ ...person, password: 'Sheets-of-2022' });
    const manager = (action: string) =>
      site.http
        .post(`/content-manager/collection-types/${POST}/actions/${action}`)
        .set('Authorization', `Bearer ${registered.body.data.token}`);
    const all = [await make('One'), await make('One'), await make('Two')];
    const published = await manager('bulkPublish').send({ documentIds: all });
    expect(published.body).toEqual({ count: 3 });
    expect(await Promise.all(all.map(held))).toEqual([
      ['one:current'],
      ['one-2:current'],
      ['two:current'],
    ]);
    const unpublished = await manager('bulkUnpublish').send({ documentIds: all });
    expect(unpublished.body).toEqual({ count: 3 });
    expect(await Promise.all(all.map(held))).toEqual([
      ['one:current'],
      ['one-2:current'],
      ['two:current'],
    ]);
    const deleted = await manager('bulkDelete').send({ documentIds: all });
    expect(deleted.status).toBe(200);
    expect(await Promise.all(all.map(held))).toEqual([[], [], []]);
  });

  it('names a suffix that the document has itself when another’s slug is refused', async () => {
    await make('One');
    const [two] = [await make('One'), await make('One')];
    await expect(edit(two, { slug: 'one' })).rejects.toMatchObject({
      details: { slug: 'one', free: 'one-2' },
    });
    expect((await edit(two, { slug: 'one-2' }))?.slug).toBe('one-2');
  });

  it('is written nowhere else when it or a category changes, however many posts there are', async () => {
    const category = await strapi.documents(CATEGORY).create({ data: { name: 'News' } });
    const [{ id }] = await strapi.db.query(CATEGORY).findMany({ select: ['id'] });
    const link = 'posts_categories_lnk';
    const fill = async (from: number, to: number) => {
      const names = Array.from({ length: to - from }, (_, index) => `p${from + index}`);
      await strapi.db.query(POST).createMany({
        data: names.flatMap((title) =>
          [null, new Date()].map((publishedAt) => ({
            documentId: title.padEnd(24, 'x'),
            title,
            publishedAt,
          }))
        ),
      });
      const linked = strapi.db.connection(link).select('post_id');
      const rows: { id: number }[] = await strapi.db
        .connection('posts')
        .select('id')
        .whereNotIn('id', linked);
      await strapi.db.connection.batchInsert(
        link,
        rows.map((row) => ({ post_id: row.id, category_id: id, category_ord: 1 })),
        200
      );
    };
    const rowsNow = async () => {
      const found = new Map<string, string>();
      for (const table of ['posts', 'categories', link, 'permalinks_addresses']) {
        for (const row of await strapi.db.connection(table).select('*')) {
          found.set(`${table} ${row.id}`, JSON.stringify(row));
        }
      }
      return found;
    };
    const changedBy = async (work: () => Promise<unknown>) => {
      const before = await rowsNow();
      await work();
      const after = await rowsNow();
      const ids = new Set([...before.keys(), ...after.keys()]);
      return [...ids].filter((row) => before.get(row) !== after.get(row)).length;
    };
    const renames = async (slug: string) => [
      await changedBy(() =>
        strapi.documents(CATEGORY).update({ documentId: category.documentId, data: { slug } })
      ),
      await changedBy(async () => {
        await edit('p1'.padEnd(24, 'x'), { slug });
        await publish('p1'.padEnd(24, 'x'));
      }),
    ];
    await fill(0, 10);
    const few = await renames('renamed');
    await fill(10, 500);
    expect(await renames('renamed-again')).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(10);
  });
});
