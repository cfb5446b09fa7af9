import type { Core } from '@strapi/strapi';
import { carryOut } from '../../../src/plugins/newsroom/server/src/schedule/carry-out';
import { keepSchedule } from '../../../src/plugins/newsroom/server/src/schedule/keep-schedule';
import type { TestSite } from '../harness/boot';
import { comeToRest } from '../harness/come-to-rest';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';
import { joinAs } from '../harness/people';

const POST = 'api::post.post';
const SCHEDULE = 'plugin::newsroom.schedule';

interface Keeper {
  carryOutDue(): Promise<number>;
}

interface Times {
  readonly publish: string | null;
  readonly unpublish: string | null;
}

const after = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

export const schedules = suite('documents that are scheduled', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;
  let published: string[];

  const hear = ({ uid, entry }: { uid?: string; entry?: { documentId?: string } }): void => {
    if (uid === POST) published.push(String(entry?.documentId));
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
    strapi.eventHub.on('entry.publish', hear as never);
  });
  afterAll(() => strapi.eventHub.off('entry.publish', hear as never));
  beforeEach(() => {
    published = [];
  });

  /** What was published, as Strapi tells of it some moments after. */
  const heard = async (): Promise<readonly string[]> => {
    await comeToRest(strapi);
    return published.toSorted();
  };

  const make = async (title = '标题'): Promise<string> =>
    (await strapi.documents(POST).create({ data: { title } })).documentId;
  const address = (documentId: string): string => `/newsroom/schedules/${POST}/${documentId}`;
  const set = (documentId: string, times: Partial<Times>, who = token, language = 'en') =>
    site.http
      .put(address(documentId))
      .set('Authorization', `Bearer ${who}`)
      .set('Accept-Language', language)
      .send({ publish: null, unpublish: null, ...times });
  const read = async (documentId: string, language = 'en') =>
    (
      await site.http
        .get(address(documentId))
        .set('Authorization', `Bearer ${token}`)
        .set('Accept-Language', language)
    ).body.data;
  const list = async (query: string, who = token) =>
    (await site.http.get(`/newsroom/schedules?${query}`).set('Authorization', `Bearer ${who}`))
      .body;
  /** Has the time come that was set. */
  const come = (documentId: string, more: object = {}) =>
    strapi.db.query(SCHEDULE).updateMany({
      where: { target: documentId },
      data: { dueAt: new Date(Date.now() - 1000), ...more },
    });
  const keeper = (): Keeper => strapi.plugin('newsroom').service<Keeper>('schedule');
  const rows = (documentId: string): Promise<{ id: number; attempts: number }[]> =>
    strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
  const isPublished = async (documentId: string): Promise<boolean> =>
    (await strapi.documents(POST).findOne({ documentId, status: 'published' })) !== null;

  it('are published when their time has come, and not before', async () => {
    const documentId = await make();
    const publish = after(60);
    expect((await set(documentId, { publish })).body.data).toEqual({
      publish: { at: publish, by: 'Lin Wang', failed: null },
      unpublish: null,
    });
    expect(await keeper().carryOutDue()).toBe(0);
    expect(await isPublished(documentId)).toBe(false);
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(1);
    expect(await isPublished(documentId)).toBe(true);
    expect(await heard()).toEqual([documentId]);
    expect(await read(documentId)).toEqual({ publish: null, unpublish: null });
  });

  it('are published as their draft is then, and unpublished at the end', async () => {
    const documentId = await make('早稿');
    await set(documentId, { publish: after(1), unpublish: after(2) });
    await strapi.documents(POST).update({ documentId, data: { title: '定稿' } });
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(2);
    expect(await isPublished(documentId)).toBe(false);
    expect(await heard()).toEqual([documentId]);
    expect((await strapi.documents(POST).findOne({ documentId }))?.title).toBe('定稿');
  });

  it('are told in lists, and only there where something is to be done', async () => {
    const documentId = await make('排期的');
    await make('没有排期的');
    const publish = after(60);
    await set(documentId, { publish });
    const { body } = await site.http
      .get(`/content-manager/collection-types/${POST}?pageSize=100`)
      .set('Authorization', `Bearer ${token}`);
    const told = body.results.map((row: { title: string; newsroom?: object }) => [
      row.title,
      row.newsroom,
    ]);
    expect(told).toContainEqual([
      '排期的',
      { schedule: { publish: { at: publish, by: 'Lin Wang', failed: null }, unpublish: null } },
    ]);
    expect(told).toContainEqual(['没有排期的', undefined]);
  });

  it('are refused times that cannot be, at the field, in the language of the panel', async () => {
    const documentId = await make();
    const past = await set(documentId, { publish: after(-1) });
    expect([past.status, past.body.error.message, past.body.error.details.errors[0].path]).toEqual([
      400,
      'This time has passed. Choose a later one, or publish now.',
      ['publish'],
    ]);
    const chinese = await set(documentId, { publish: after(-1) }, token, 'zh-Hans');
    expect(chinese.body.error.message).toBe('这个时间已经过去。请选择更晚的时间，或立即发布。');
    const order = await set(documentId, { publish: after(9), unpublish: after(5) });
    expect(order.body.error.message).toBe('It has to be later than the time of publishing.');
    const nothing = await set(documentId, { unpublish: after(5) });
    expect(nothing.body.error.message).toMatch(/there is nothing to unpublish/u);
    expect(await rows(documentId)).toEqual([]);
    const wrong = ['tomorrow', '2027-01-01T00:00:00', 5, { $gt: 1 }];
    for (const publish of wrong) {
      expect((await set(documentId, { publish: publish as string })).status).toBe(400);
    }
  });

  it('keep whoever scheduled them when somebody else leaves the time as it is', async () => {
    const documentId = await make();
    const publish = after(60);
    await set(documentId, { publish });
    const other = await joinAs(site, 'strapi-super-admin', 'schedule-other');
    await set(documentId, { publish, unpublish: after(70) }, other);
    const { publish: first, unpublish: second } = await read(documentId);
    expect(first.by).toBe('Lin Wang');
    expect(second.by).not.toBe('Lin Wang');
  });

  it('are for those who may publish, and there is nothing to schedule on other types', async () => {
    const documentId = await make();
    const author = await joinAs(site, 'strapi-author', 'schedule-author');
    expect((await set(documentId, { publish: after(5) }, author)).status).toBe(403);
    expect((await site.http.get(address(documentId))).status).toBe(401);
    const category = await strapi
      .documents('api::category.category')
      .create({ data: { name: 'c' } });
    const other = await site.http
      .put(`/newsroom/schedules/api::category.category/${category.documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ publish: after(5), unpublish: null });
    expect(other.status).toBe(404);
    expect((await set('nobodyhasthisid', { publish: after(5) })).status).toBe(404);
  });

  it('stay drafts, and say why, when whoever scheduled them may not publish any more', async () => {
    const documentId = await make();
    const person = await joinAs(site, 'strapi-super-admin', 'schedule-leaves');
    await set(documentId, { publish: after(5) }, person);
    const [row] = await strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
    const author = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-author' } });
    await strapi.service('admin::user').updateById(row.userId, { roles: [author.id] });
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(0);
    expect(await isPublished(documentId)).toBe(false);
    expect((await read(documentId)).publish.failed).toBe(
      'Whoever scheduled it may not publish it any more.'
    );
    expect((await read(documentId, 'zh-Hans')).publish.failed).toBe('设置定时的人已无权发布。');
    await strapi.service('admin::user').updateById(row.userId, { isActive: false });
    await come(documentId, { failedAt: null, takenUntil: null });
    await keeper().carryOutDue();
    expect((await read(documentId)).publish.failed).toMatch(/no access to the panel any more/u);
    expect((await list('failed=true')).data.documents).toMatchObject([
      { documentId, title: '标题' },
    ]);
  });

  it('stay drafts, and say why at which field, when they fail their validation', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    await strapi.db.query(POST).updateMany({ where: { documentId }, data: { title: null } });
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(0);
    expect(await isPublished(documentId)).toBe(false);
    expect((await read(documentId)).publish.failed).toMatch(/title/u);
    expect(await heard()).toEqual([]);
    await strapi.documents(POST).update({ documentId, data: { title: '有了' } });
    await set(documentId, { publish: after(5) });
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(1);
    expect(await isPublished(documentId)).toBe(true);
  });

  it('are taken from the schedule by whoever does it by hand, or deletes them', async () => {
    const [byHand, gone, taken] = [await make(), await make(), await make()];
    for (const id of [byHand, gone, taken])
      await set(id, { publish: after(5), unpublish: after(9) });
    await strapi.documents(POST).publish({ documentId: byHand });
    expect(await read(byHand)).toMatchObject({ publish: null, unpublish: { by: 'Lin Wang' } });
    await strapi.documents(POST).unpublish({ documentId: byHand });
    expect(await rows(byHand)).toEqual([]);
    const saved = await make();
    await set(saved, { publish: after(5) });
    await strapi.documents(POST).update({ documentId: saved, data: {}, status: 'published' });
    expect(await rows(saved)).toEqual([]);
    await strapi.documents(POST).delete({ documentId: gone });
    expect(await rows(gone)).toEqual([]);
    await set(taken, {});
    expect(await rows(taken)).toEqual([]);
  });

  it('are dropped where the document has gone without Strapi knowing of it', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    await strapi.db.query(POST).deleteMany({ where: { documentId } });
    await come(documentId);
    expect(await keeper().carryOutDue()).toBe(0);
    expect(await rows(documentId)).toEqual([]);
  });

  it('are published once, however many instances try', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await make(`第${count}篇`));
    for (const id of ids) await set(id, { publish: after(5) });
    for (const id of ids) await come(id);
    const others = [keeper(), keepSchedule(strapi), keepSchedule(strapi)];
    const done = await Promise.all(others.map((one) => one.carryOutDue()));
    expect(done.reduce((all, count) => all + count, 0)).toBe(ids.length);
    expect(await heard()).toEqual(ids.toSorted());
  });

  it('are published once, also by those who have taken the same', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    await come(documentId);
    const [row] = await strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
    const outcomes = await Promise.all([1, 2, 3].map(() => carryOut(strapi, row)));
    expect(outcomes.toSorted()).toEqual(['done', 'gone', 'gone']);
    expect(await heard()).toEqual([documentId]);
  });

  it('are not published by whoever has begun with a time that was changed', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    await come(documentId);
    const [row] = await strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
    await set(documentId, { publish: after(60) });
    expect(await carryOut(strapi, row)).toBe('gone');
    const [moved] = await strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
    expect(await carryOut(strapi, moved)).toBe('gone');
    expect(await isPublished(documentId)).toBe(false);
    expect((await read(documentId)).publish).not.toBeNull();
  });

  it('are not published any more once they are unpublished, whichever comes first', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5), unpublish: after(9) });
    await come(documentId);
    const all = await strapi.db.query(SCHEDULE).findMany({ where: { target: documentId } });
    const last = all.find(({ deed }: { deed: string }) => deed === 'unpublish');
    expect(await carryOut(strapi, last)).toBe('done');
    await keeper().carryOutDue();
    expect(await isPublished(documentId)).toBe(false);
    expect(await heard()).toEqual([]);
  });

  it('are left to the instance that has taken them, and not for ever', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    await come(documentId, { takenBy: 'another', takenUntil: new Date(Date.now() + 20_000) });
    expect(await keeper().carryOutDue()).toBe(0);
    await come(documentId, { takenUntil: new Date(Date.now() - 1) });
    expect(await keeper().carryOutDue()).toBe(1);
  });

  it('are tried again after what no editor can mend, and fail after five times', async () => {
    const documentId = await make();
    await set(documentId, { publish: after(5) });
    const log = jest.spyOn(strapi.log, 'error').mockImplementation(() => strapi.log);
    let isBroken = true;
    const breaks = strapi.db.lifecycles.subscribe({
      models: [POST],
      beforeCreate() {
        if (isBroken) throw new TypeError('a hook is broken');
      },
    });
    try {
      for (let time = 1; time < 5; time += 1) {
        await come(documentId, { takenUntil: null });
        expect(await keeper().carryOutDue()).toBe(0);
        expect(await rows(documentId)).toMatchObject([{ attempts: time, failedAt: null }]);
      }
      await come(documentId, { takenUntil: null });
      await keeper().carryOutDue();
      expect((await read(documentId)).publish.failed).toBe('The server failed. Set a time again.');
      isBroken = false;
      await set(documentId, { publish: after(5) });
      await come(documentId);
      expect(await keeper().carryOutDue()).toBe(1);
    } finally {
      isBroken = false;
      breaks?.();
      log.mockRestore();
    }
  });

  it('are listed for those who may read them, the earliest first, in the time that is asked for', async () => {
    await strapi.db.query(SCHEDULE).deleteMany({});
    const [late, early, outside] = [await make('晚'), await make('早'), await make('以后')];
    await set(late, { publish: after(20) });
    await set(early, { publish: after(10), unpublish: after(15) });
    await set(outside, { publish: after(100) });
    const query = `from=${after(0)}&to=${after(50)}`;
    const { data } = await list(query);
    expect(data.isCut).toBe(false);
    expect(
      data.documents.map((one: { title: string; deed: string }) => [one.title, one.deed])
    ).toEqual([
      ['早', 'publish'],
      ['早', 'unpublish'],
      ['晚', 'publish'],
    ]);
    expect((await list(`${query}&limit=1`)).data).toMatchObject({
      documents: [{ documentId: early }],
      isCut: true,
    });
    await strapi.db.query(POST).updateMany({
      where: { documentId: late, publishedAt: null },
      data: { title: '长'.repeat(250) },
    });
    const titles = (await list(query)).data.documents.map((one: { title: string }) => one.title);
    expect(titles.at(-1)).toBe('长'.repeat(200));
    const author = await joinAs(site, 'strapi-author', 'schedule-reader');
    expect((await list(query, author)).data.documents).toEqual([]);
    expect((await list('limit=100000')).error.status).toBe(400);
    expect((await list('from=yesterday')).error.status).toBe(400);
  });
});
