import type { Core } from '@strapi/strapi';
import type {
  BulkDeed,
  BulkOutcome,
} from '../../../../src/plugins/newsroom/server/src/panel/contract';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { joinAs } from '../../harness/people';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
const MANAGER = '/content-manager/collection-types';

export const manyPosts = suite('terms of many posts', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;
  let author: string;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
    author = await joinAs(site, 'strapi-author');
  });
  afterEach(async () => {
    for (const uid of [POST, CATEGORY, TAG] as const) await strapi.db.query(uid).deleteMany({});
  });

  const make = async (uid: typeof CATEGORY | typeof TAG, name: string, data: object = {}) =>
    (await strapi.documents(uid).create({ data: { name, ...data } })).documentId;
  const post = async (title: string, data: object = {}, isPublished = false): Promise<string> =>
    (
      await strapi.documents(POST).create({
        data: { title, ...data },
        ...(isPublished ? { status: 'published' } : {}),
      })
    ).documentId;
  const ask = (method: 'get' | 'post', path: string, as = token) =>
    site.http[method](`/newsroom${path}`).set('Authorization', `Bearer ${as}`);
  const change = (documentIds: readonly string[], deed: object, as = token) =>
    ask('post', `/documents/${POST}`, as).send({ documentIds, deed });
  const outcomes = async (
    documentIds: readonly string[],
    deed: BulkDeed,
    as = token
  ): Promise<readonly string[]> => {
    const { status, body } = await change(documentIds, deed, as);
    expect(status).toBe(200);
    return (body.data as readonly BulkOutcome[]).map(({ outcome }) => outcome);
  };
  const read = async (documentId: string) => {
    const found = await strapi
      .documents(POST)
      .findOne({ documentId, status: 'draft', populate: ['tags', 'categories', 'updatedBy'] });
    return {
      ...{ title: found?.title, body: found?.body },
      tags: found?.tags?.map(({ name }) => name),
      categories: found?.categories?.map(({ name }) => name),
    };
  };

  it('are listed as a tree, each with how many drafts and published posts have it', async () => {
    const top = await make(CATEGORY, '顶');
    const low = await make(CATEGORY, '底', { parent: top });
    await post('一', { categories: [low] }, true);
    await post('二', { categories: [low, top] });
    const { body } = await ask('get', `/terms/${CATEGORY}`).expect(200);
    expect(body.data).toEqual({
      isCut: false,
      terms: [
        { documentId: top, name: '顶', parent: null, drafts: 1, published: 0 },
        { documentId: low, name: '底', parent: top, drafts: 2, published: 1 },
      ],
    });
    const usage = await ask('get', `/terms/${CATEGORY}/${top}`).expect(200);
    expect(usage.body.data).toEqual({ drafts: 1, published: 0, children: 1 });
  });

  it('are listed to whoever may read all of them', async () => {
    expect((await ask('get', `/terms/${CATEGORY}`, author)).status).toBe(200);
    expect((await ask('get', `/terms/${CATEGORY}`, 'nobody')).status).toBe(401);
    expect((await ask('get', `/terms/${POST}`)).status).toBe(404);
    expect((await ask('get', `/terms/${CATEGORY}/nowhere`)).status).toBe(404);
  });

  it('are added to and taken from many posts at once, and all else of these is left alone', async () => {
    const [one, two] = [await make(TAG, '一'), await make(TAG, '二')];
    const ids = [
      await post('甲', { body: '正文', tags: [two] }),
      await post('乙', { body: '正文', tags: [one] }),
      await post('丙', { body: '正文' }, true),
    ];
    const add = { kind: 'add', attribute: 'tags', terms: [one] } as const;
    expect(await outcomes(ids, add)).toEqual(['done', 'unchanged', 'done']);
    expect(await Promise.all(ids.map(read))).toMatchObject([
      { title: '甲', body: '正文', tags: ['二', '一'], categories: [] },
      { title: '乙', body: '正文', tags: ['一'] },
      { title: '丙', body: '正文', tags: ['一'] },
    ]);
    const remove = { kind: 'remove', attribute: 'tags', terms: [one, two] } as const;
    expect(await outcomes(ids, remove)).toEqual(['done', 'done', 'done']);
    expect(await Promise.all(ids.map(read))).toMatchObject([
      { tags: [] },
      { tags: [] },
      { tags: [] },
    ]);
  });

  it('keep what somebody else writes into a post meanwhile', async () => {
    const tag = await make(TAG, '一');
    const ids = await Promise.all(['甲', '乙', '丙'].map((title) => post(title)));
    const [answers] = await Promise.all([
      outcomes(ids, { kind: 'add', attribute: 'tags', terms: [tag] }),
      ...ids.map((documentId) =>
        strapi.documents(POST).update({ documentId, data: { title: '改过', body: '新正文' } })
      ),
    ]);
    expect(answers).toEqual(['done', 'done', 'done']);
    for (const found of await Promise.all(ids.map(read))) {
      expect(found).toMatchObject({ title: '改过', body: '新正文', tags: ['一'] });
    }
  });

  it('can be unpublished in one go, and each post says what became of it', async () => {
    const ids = [await post('甲', {}, true), await post('乙'), 'nowhere'];
    const { body } = await change(ids, { kind: 'unpublish' });
    expect(body.data).toEqual([
      { documentId: ids[0], outcome: 'done', message: null },
      { documentId: ids[1], outcome: 'unchanged', message: null },
      {
        documentId: 'nowhere',
        outcome: 'failed',
        message: 'It has been deleted by somebody else.',
      },
    ]);
    expect(await strapi.documents(POST).count({ status: 'published' })).toBe(0);
    expect(await strapi.documents(POST).count({ status: 'draft' })).toBe(2);
  });

  it('are changed by whoever may change each post, and no others are touched', async () => {
    const tag = await make(TAG, '一');
    const foreign = await post('别人的', {}, true);
    const made = await site.http
      .post(`${MANAGER}/${POST}`)
      .set('Authorization', `Bearer ${author}`)
      .send({ title: '自己的' });
    const own = made.body.data.documentId;
    const deed = { kind: 'add', attribute: 'tags', terms: [tag] } as const;
    expect(await outcomes([foreign, own], deed, author)).toEqual(['failed', 'done']);
    expect((await read(foreign)).tags).toEqual([]);
    expect((await read(own)).tags).toEqual(['一']);
    // Authors publish nothing, and unpublish nothing.
    expect((await change([own], { kind: 'unpublish' }, author)).status).toBe(403);
    expect((await change([own], deed, 'nobody')).status).toBe(401);
  });

  it('are refused in wrong requests, and nothing is changed', async () => {
    const tag = await make(TAG, '一');
    const id = await post('甲', {}, true);
    const add = { kind: 'add', attribute: 'tags', terms: [tag] };
    const many = Array.from({ length: 101 }, (_, index) => `id-${index}`);
    for (const [ids, deed] of [
      [many, add],
      [[], add],
      [[id], { ...add, attribute: 'title' }],
      [[id], { ...add, attribute: 'createdBy' }],
      [[id], { ...add, terms: ['nowhere'] }],
      [[id], { ...add, terms: [{ id: 1 }] }],
      [[id], { kind: 'delete' }],
      [[{ $ne: '' }], { kind: 'unpublish' }],
    ] as const) {
      expect((await change(ids as readonly string[], deed)).status).toBe(400);
    }
    const other = ask('post', '/documents/admin::user').send({ documentIds: [id], deed: add });
    expect((await other).status).toBe(404);
    expect(await read(id)).toMatchObject({ tags: [] });
    expect(await strapi.documents(POST).count({ status: 'published' })).toBe(1);
  });
});
