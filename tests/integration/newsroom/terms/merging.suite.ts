import type { Core } from '@strapi/strapi';
import { type ArchiveFolder, archiveFolder, postText } from '../../front-matter/archive-folder';
import { importInto, outcomes, rollBack } from '../../front-matter/importing';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { joinAs } from '../../harness/people';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
type Term = typeof CATEGORY | typeof TAG;

export const merging = suite('merging terms', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
  });
  afterEach(async () => {
    for (const uid of [POST, CATEGORY, TAG] as const) {
      for (const { documentId } of await strapi.documents(uid).findMany({ fields: ['id'] })) {
        await strapi.documents(uid).delete({ documentId });
      }
    }
  });

  const make = async (uid: Term, name: string, data: object = {}): Promise<string> =>
    (await strapi.documents(uid).create({ data: { name, ...data } })).documentId;
  const post = async (title: string, data: object, isPublished = true): Promise<string> =>
    (
      await strapi.documents(POST).create({
        data: { title, date: '2022-02-17T00:35:15.000Z', ...data },
        ...(isPublished ? { status: 'published' } : {}),
      })
    ).documentId;
  const namesOf = async (
    documentId: string,
    attribute: 'categories' | 'tags',
    status: 'draft' | 'published'
  ): Promise<unknown> =>
    (await strapi.documents(POST).findOne({ documentId, status, populate: [attribute] }))?.[
      attribute
    ]?.map(({ name }) => name);
  const ask = (method: 'get' | 'post', address: string, as = token) =>
    site.http[method](`/newsroom${address}`).set('Authorization', `Bearer ${as}`);
  const mergeOnce = (uid: Term, from: string, into: string, as = token) =>
    ask('post', `/terms/${uid}/${from}/merge`, as).send({ into });
  const merge = async (uid: Term, from: string, into: string): Promise<number> => {
    for (let moved = 0; ;) {
      const { status, body } = await mergeOnce(uid, from, into);
      expect(status).toBe(200);
      moved += body.data.moved;
      if (body.data.isDone) return moved;
    }
  };
  const resolve = async (url: string) => {
    const { status, body } = await site.http.get('/api/permalinks/resolve').query({ url });
    return status === 200 ? [body.data.status, body.data.path] : status;
  };

  it('moves drafts and published posts, in their places, and none twice', async () => {
    const ids: string[] = [];
    for (const name of ['一', '二', '三', '四']) ids.push(await make(TAG, name));
    const [one = '', two = '', three = '', four = ''] = ids;
    const both = await post('都有', { tags: [one, two, three, four] });
    const first = await post('只有一', { tags: [four, one, three] });
    const draft = await post('草稿', { tags: [one] }, false);
    const other = await post('无关', { tags: [three] });
    await strapi.documents(POST).update({ documentId: first, data: { tags: [one] } });
    expect(await merge(TAG, one, two)).toBe(3);
    const all = async (id: string) => [
      await namesOf(id, 'tags', 'draft'),
      await namesOf(id, 'tags', 'published'),
    ];
    expect(await all(both)).toEqual([
      ['二', '三', '四'],
      ['二', '三', '四'],
    ]);
    expect(await all(first)).toEqual([['二'], ['四', '二', '三']]);
    expect(await all(draft)).toEqual([['二'], undefined]);
    expect(await all(other)).toEqual([['三'], ['三']]);
    expect(await strapi.documents(TAG).findOne({ documentId: one })).toBeNull();
  });

  it('has visitors see the posts under the other at once', async () => {
    const [from, to] = [await make(CATEGORY, '旧闻'), await make(CATEGORY, '新闻')];
    for (let index = 0; index < 3; index += 1) await post(`第${index}篇`, { categories: [from] });
    await post('第四篇', { categories: [to] });
    const list = async (id: string): Promise<number> => {
      const query = `filters[categories][documentId][$eq]=${id}`;
      return (await site.http.get(`/api/posts?${query}`)).body.meta.pagination.total;
    };
    const counts = async (): Promise<unknown> =>
      (await site.http.get('/api/delivery/categories/counts')).body;
    expect([await list(from), await list(to)]).toEqual([3, 1]);
    await counts();
    await merge(CATEGORY, from, to);
    expect([await list(from), await list(to)]).toEqual([0, 4]);
    expect(JSON.stringify(await counts())).toContain('"count":4');
  });

  it('leads every address of the one to the other, and a moved post to where it is now', async () => {
    const [from, to] = [
      await make(CATEGORY, '旧闻', { slug: 'old' }),
      await make(CATEGORY, '新闻', { slug: 'new' }),
    ];
    await post('标题', { categories: [from], slug: 'story' });
    await strapi.documents(CATEGORY).update({ documentId: from, data: { slug: 'older' } });
    await site.http
      .post(`/permalinks/addresses/${CATEGORY}/${from}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ path: '/archive/old/' })
      .expect(200);
    expect(await resolve('/category/older.html')).toEqual([200, '/category/older.html']);
    await merge(CATEGORY, from, to);
    for (const url of ['/category/older.html', '/category/old.html', '/archive/old/']) {
      expect([url, await resolve(url)]).toEqual([url, [301, '/category/new.html']]);
    }
    expect(await resolve('/category/new.html')).toEqual([200, '/category/new.html']);
    const now = '/new/2022/02/17/story.html';
    expect(await resolve(now)).toEqual([200, now]);
    expect(await resolve('/older/2022/02/17/story.html')).toEqual([301, now]);
  });

  it('puts what stood under the one under the other, and makes no circle', async () => {
    const top = await make(CATEGORY, '顶');
    const from = await make(CATEGORY, '中', { parent: top });
    const child = await make(CATEGORY, '子', { parent: from });
    const to = await make(CATEGORY, '孙', { parent: child });
    await merge(CATEGORY, from, to);
    const parentOf = async (documentId: string) =>
      (await strapi.documents(CATEGORY).findOne({ documentId, populate: ['parent'] }))?.parent
        ?.name ?? null;
    expect([await parentOf(child), await parentOf(to), await parentOf(top)]).toEqual([
      '孙',
      '顶',
      null,
    ]);
  });

  it('goes as far as one request may, and can be stopped and begun again', async () => {
    const [from, to] = [await make(TAG, '多'), await make(TAG, '更多')];
    const documents = Array.from({ length: 1050 }, (_, index) => ({
      ...{ title: `第${index}`, slug: `s-${index}`, documentId: `many-${index}` },
      ...{ publishedAt: null, tags: [] },
    }));
    await strapi.db.query(POST).createMany({ data: documents });
    const rows = await strapi.db.query(POST).findMany({ select: ['id'], limit: 2000 });
    const { id: term } = await strapi.db.query(TAG).findOne({ where: { documentId: from } });
    await strapi.db.transaction(async ({ trx }) => {
      const links = rows.map(({ id }) => ({ post_id: id, tag_id: term, tag_ord: 1 }));
      for (let start = 0; start < links.length; start += 100) {
        await trx('posts_tags_lnk').insert(links.slice(start, start + 100));
      }
    });
    const first = await mergeOnce(TAG, from, to);
    expect(first.body.data).toEqual({ moved: 1000, isDone: false });
    expect((await ask('get', `/terms/${TAG}/${from}`)).body.data.drafts).toBe(50);
    expect((await ask('get', `/terms/${TAG}/${to}`)).body.data.drafts).toBe(1000);
    expect(await merge(TAG, from, to)).toBe(50);
    expect((await ask('get', `/terms/${TAG}/${to}`)).body.data.drafts).toBe(1050);
    await strapi.db.query(POST).deleteMany({});
  });

  it('loses no post that is given the term meanwhile', async () => {
    const [from, to] = [await make(TAG, '旧'), await make(TAG, '新')];
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push(await post(`第${index}`, {}, false));
    const [answer] = await Promise.all([
      merge(TAG, from, to),
      ...ids.map((documentId) =>
        strapi
          .documents(POST)
          .update({ documentId, data: { tags: { connect: [from] } } as never })
          .catch(() => null)
      ),
    ]);
    expect(answer).toBeGreaterThanOrEqual(0);
    const found = await Promise.all(ids.map((id) => namesOf(id, 'tags', 'draft')));
    // Each was in time, or was refused since the tag is not there any more.
    for (const names of found) expect([[], ['新']]).toContainEqual(names);
    expect(found.filter((names) => (names as string[]).length > 0)).toHaveLength(
      (await ask('get', `/terms/${TAG}/${to}`)).body.data.drafts
    );
  });

  it('is done once where two ask for it at the same time, even crosswise', async () => {
    const [one, two] = [await make(TAG, '甲'), await make(TAG, '乙')];
    const id = await post('标题', { tags: [one, two] });
    const answers = await Promise.all([mergeOnce(TAG, one, two), mergeOnce(TAG, two, one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect(await strapi.documents(TAG).count({})).toBe(1);
    expect(await namesOf(id, 'tags', 'published')).toHaveLength(1);
  });

  it('is refused with itself, with what is not there, and with what is no term', async () => {
    const one = await make(TAG, '甲');
    expect((await mergeOnce(TAG, one, one)).status).toBe(400);
    expect((await mergeOnce(TAG, one, 'nowhere')).status).toBe(404);
    expect((await mergeOnce(TAG, 'nowhere', one)).status).toBe(404);
    expect((await ask('post', `/terms/${TAG}/${one}/merge`).send({})).status).toBe(400);
    expect((await ask('post', `/terms/${POST}/${one}/merge`).send({ into: one })).status).toBe(404);
    expect(await strapi.documents(TAG).count({})).toBe(1);
  });

  it('is for whoever may delete the term and change all posts', async () => {
    const author = await joinAs(site, 'strapi-author');
    const editor = await joinAs(site, 'strapi-editor');
    const [one, two] = [await make(TAG, '甲'), await make(TAG, '乙')];
    expect((await mergeOnce(TAG, one, two, 'nobody')).status).toBe(401);
    expect((await mergeOnce(TAG, one, two, author)).status).toBe(403);
    // Tags of their own, and posts that are not.
    const own: string[] = [];
    for (const name of ['丙', '丁']) {
      const made = await site.http
        .post(`/content-manager/collection-types/${TAG}`)
        .set('Authorization', `Bearer ${author}`)
        .send({ name });
      own.push(made.body.data.documentId);
    }
    expect((await mergeOnce(TAG, own[0] ?? '', own[1] ?? '', author)).status).toBe(403);
    expect((await mergeOnce(TAG, one, two, editor)).status).toBe(200);
    expect(await strapi.documents(TAG).count({})).toBe(3);
  });

  describe('of an archive', () => {
    let folder: ArchiveFolder;
    beforeEach(async () => {
      folder = await archiveFolder();
    });
    afterEach(() => folder.drop());

    const write = (name: string, tags: string, body = '正文') =>
      folder.write(`_posts/2022-02-17-${name}.md`, postText({ title: name, tags, body }));
    const run = (name = 'merged') => importInto(strapi, folder.root, { name });
    const tagsOf = async (slug: string) => {
      const [found] = await strapi
        .documents(POST)
        .findMany({ filters: { slug }, populate: ['tags'] });
      return found?.tags?.map(({ name }) => name);
    };

    it('has the next import put its posts under the other, and make the one not anew', async () => {
      await write('one', '[a, c]');
      await write('two', '[b]');
      await run();
      const [a, b] = await Promise.all(
        ['a', 'b'].map(async (name) => await strapi.documents(TAG).findFirst({ filters: { name } }))
      );
      await merge(TAG, a?.documentId ?? '', b?.documentId ?? '');
      await write('one', '[a, c]', '改过的正文');
      await write('three', '[c, a]');
      await run();
      expect(await strapi.documents(TAG).count({})).toBe(2);
      expect([await tagsOf('one'), await tagsOf('two'), await tagsOf('three')]).toEqual([
        ['b', 'c'],
        ['b'],
        ['c', 'b'],
      ]);
      expect(await strapi.documents(POST).count({})).toBe(3);
      expect(outcomes(await run())).toEqual({ unchanged: 3 });
    });

    it('has a rollback of the import leave the other, which that has not made', async () => {
      const kept = await make(TAG, '编辑的');
      await write('one', 'a');
      const { report } = await run('rolled-back');
      const made = await strapi.documents(TAG).findFirst({ filters: { name: 'a' } });
      await merge(TAG, made?.documentId ?? '', kept);
      await strapi.db.query(POST).deleteMany({});
      await rollBack(strapi, report.run);
      expect(await strapi.documents(TAG).count({})).toBe(1);
    });
  });
});
