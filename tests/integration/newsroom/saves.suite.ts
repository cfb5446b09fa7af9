import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const TAG = 'api::tag.tag';
const POSTS = `/content-manager/collection-types/${POST}`;
const USER = 'plugin::users-permissions.user';

interface Form {
  readonly data: Record<string, unknown>;
  readonly reading: string;
}

const UNTOUCHED = { connect: [], disconnect: [] };

/** What the panel makes of an answer with a document. */
const formOf = ({
  data,
  meta,
}: {
  data: Record<string, unknown>;
  meta: { newsroom: unknown };
}): Form => {
  const { status: _, ...own } = data;
  return {
    data: { ...own, tags: UNTOUCHED, categories: UNTOUCHED },
    reading: JSON.stringify(meta.newsroom),
  };
};

export const saves = suite('saves of two writers', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;
  let documentId: string;
  let tags: string[];

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
    tags = [];
    for (const name of ['一', '二', '三']) {
      tags.push((await strapi.documents(TAG).create({ data: { name } })).documentId);
    }
  });
  beforeEach(async () => {
    const data = {
      title: '标题',
      excerpt: '摘要',
      body: '<p>正文</p>',
      date: '2022-02-17T00:35:15.000Z',
      tags: [tags[0] ?? ''],
    };
    documentId = (await strapi.documents(POST).create({ data, status: 'published' })).documentId;
  });

  const ask = (method: 'get' | 'put' | 'post', path: string, as = token) =>
    site.http[method](path).set('Authorization', `Bearer ${as}`);
  /** What the panel has when it opens a form. */
  const open = async (): Promise<Form> => {
    const { body } = await ask('get', `${POSTS}/${documentId}`).expect(200);
    return formOf(body);
  };
  const save = (form: Form, changes: object, action = '') =>
    ask(action === '' ? 'put' : 'post', `${POSTS}/${documentId}${action}`)
      .set('Newsroom-Reading', form.reading)
      .send({ ...form.data, ...changes });
  /** What somebody else, or an import, does meanwhile. */
  const change = (data: object) => strapi.documents(POST).update({ documentId, data });
  const now = async (status: 'draft' | 'published' = 'draft') => {
    const found = await strapi.documents(POST).findOne({ documentId, status, populate: ['tags'] });
    const { title, excerpt, body } = found ?? {};
    return { title, excerpt, body, tags: found?.tags?.map(({ name }) => name).toSorted() };
  };

  it('keep what this editor did not touch as somebody else has left it', async () => {
    const form = await open();
    await change({ excerpt: '新摘要', tags: { connect: [tags[1]] } });
    const { status, body } = await save(form, { title: '新标题' });
    expect(status).toBe(200);
    expect(await now()).toEqual({
      ...{ title: '新标题', excerpt: '新摘要', body: '<p>正文</p>' },
      tags: ['一', '二'],
    });
    // And the answer tells how the form is to be compared the next time.
    const next = await save(formOf(body), { body: '' });
    expect([next.status, (await now()).body]).toEqual([200, '']);
  });

  it('keep every byte of a body, which is rich text to all that reads it', async () => {
    const body = '<P>甲</P>\r\n乙\r丙&nbsp;&bogus;\t\u00a0 \n\n{% raw %}  ';
    const form = await open();
    expect((await save(form, { body })).status).toBe(200);
    expect(await now()).toMatchObject({ body });
    expect((await open()).data).toMatchObject({ body });
    expect(strapi.contentTypes[POST]?.attributes['body']).toMatchObject({
      type: 'richtext',
      customField: 'plugin::newsroom.body',
    });
  });

  it('are refused where both have changed an attribute, and write nothing', async () => {
    const form = await open();
    await change({ title: '别人的', excerpt: '新摘要' });
    const { status, body } = await save(form, { title: '我的', body: '<p>我的</p>' });
    expect(status).toBe(409);
    expect(body.error.details).toMatchObject({
      conflicts: [{ attribute: 'title', now: '别人的' }],
      errors: [{ path: ['title'] }],
    });
    expect(await now()).toMatchObject({ title: '别人的', excerpt: '新摘要', body: '<p>正文</p>' });
    // Whoever has seen what it is now may write over it.
    const seen = { ...form, reading: JSON.stringify(body.error.details.reading) };
    const own = await save(seen, { title: '我的', excerpt: '新摘要', body: '<p>我的</p>' });
    expect(own.status).toBe(200);
    expect(await now()).toMatchObject({ title: '我的', excerpt: '新摘要', body: '<p>我的</p>' });
  });

  it('are not refused where both have done the same', async () => {
    const form = await open();
    await change({ title: '同样' });
    expect((await save(form, { title: '同样', excerpt: '也改' })).status).toBe(200);
    expect(await now()).toMatchObject({ title: '同样', excerpt: '也改' });
  });

  it('compare relations by what they lead to', async () => {
    const form = await open();
    await change({ tags: { connect: [tags[1]] } });
    const connect = { tags: { connect: [{ documentId: tags[2] }], disconnect: [] } };
    const { status, body } = await save(form, connect);
    expect(status).toBe(409);
    expect(body.error.details.conflicts).toEqual([
      {
        attribute: 'tags',
        now: expect.arrayContaining([tags[0], tags[1]]),
        names: { [String(tags[0])]: '一', [String(tags[1])]: '二' },
      },
    ]);
    expect((await save(await open(), connect)).status).toBe(200);
    expect((await now()).tags).toEqual(['一', '三', '二'].toSorted());
  });

  it('publish nothing that is refused, and only what was changed', async () => {
    const publish = '/actions/publish';
    const form = await open();
    await change({ title: '别人的' });
    expect((await save(form, { title: '我的' }, publish)).status).toBe(409);
    expect(await now('published')).toMatchObject({ title: '标题' });
    expect((await save(form, { excerpt: '我的摘要' }, publish)).status).toBe(200);
    expect(await now('published')).toMatchObject({ title: '别人的', excerpt: '我的摘要' });
  });

  it('are as in stock without a reading, and refused with a broken one', async () => {
    const form = await open();
    await change({ excerpt: '新摘要' });
    for (const reading of ['{}', 'nothing', '{"version":"x","attributes":{}}']) {
      expect((await save({ ...form, reading }, { title: '我的' })).status).toBe(400);
    }
    expect(await now()).toMatchObject({ title: '标题', excerpt: '新摘要' });
    const stock = await ask('put', `${POSTS}/${documentId}`).send({ ...form.data, title: '我的' });
    expect(stock.status).toBe(200);
    expect(await now()).toMatchObject({ title: '我的', excerpt: '摘要' });
  });

  it('let one of many win who save the same attribute at once', async () => {
    const form = await open();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => save(form, { title: `第${index}个` }))
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    const won = answers.find(({ status }) => status === 200);
    expect((await now()).title).toBe(won?.body.data.title);
  });

  it('let all of many win who save different attributes at once', async () => {
    const form = await open();
    const changes = [{ title: '甲' }, { excerpt: '乙' }, { body: '丙' }];
    const answers = await Promise.all(changes.map((own) => save(form, own)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await now()).toMatchObject({ title: '甲', excerpt: '乙', body: '丙' });
  });

  it('tell nothing to who may not read or write', async () => {
    const form = await open();
    await change({ title: '别人的' });
    const role = await strapi.service('admin::role').create({ name: `r${documentId}` });
    const person = { firstname: 'A', lastname: 'B', email: `${documentId}@example.com` };
    const password = 'Sheets-of-2022';
    await strapi
      .service('admin::user')
      .create({ ...person, password, isActive: true, roles: [role.id] });
    const login = await site.http.post('/admin/login').send({ email: person.email, password });
    const answer = await ask('put', `${POSTS}/${documentId}`, login.body.data.token)
      .set('Newsroom-Reading', form.reading)
      .send({ ...form.data, title: '我的' });
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).not.toContain('别人的');
  });

  it('of other types are left alone', async () => {
    const list = await ask('get', `/content-manager/collection-types/${USER}?page=1`);
    expect([list.status, list.body.meta?.newsroom]).toEqual([200, undefined]);
    const published = await ask('get', `${POSTS}/${documentId}?status=published`);
    expect(published.body.meta.newsroom).toBeUndefined();
  });
});
