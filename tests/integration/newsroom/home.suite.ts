import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { signIn } from '../harness/sign-in';
import { planOf, statementsOf } from '../harness/statements';

const POST = 'api::post.post';
const MANAGER = `/content-manager/collection-types/${POST}`;
const READ = 'plugin::content-manager.explorer.read';
const DAY = 24 * 3600 * 1000;

interface Listed {
  readonly title: string | null;
  readonly by?: string | null;
  readonly isPublished?: boolean;
}

/** As the panel sends them. */
const bounds = (instants: readonly (number | string)[]): string =>
  `bounds=${encodeURIComponent(instants.map((at) => new Date(at).toISOString()).join(','))}`;

/** Midnights of Berlin, whose clocks are set back on 25 October. */
const BERLIN = Array.from({ length: 15 }, (_, index) => {
  const day = 13 + index;
  return Date.UTC(2026, 9, day, day > 25 ? -1 : -2);
});

export const widgetsOfHome = suite('widgets of the home page', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let lin: string;
  let chen: string;
  const roles: number[] = [];

  const join = async (name: string, role: number): Promise<string> => {
    const person = { email: `${name.toLowerCase()}@example.com`, password: 'Sheets-of-2022' };
    const names = { firstname: name, lastname: 'Li' };
    const all = { ...person, ...names, isActive: true, roles: [role] };
    await strapi.service('admin::user')['create'](all);
    return (await site.http.post('/admin/login').send(person)).body.data.token;
  };
  const addRole = async (name: string, permissions: readonly object[]): Promise<number> => {
    const { id } = await strapi.service('admin::role')['create']({ name });
    await strapi.service('admin::role')['assignPermissions'](id, permissions);
    roles.push(id);
    return id;
  };
  const mayRead = (fields: readonly string[], conditions: readonly string[] = []): object => ({
    ...{ action: READ, subject: POST },
    ...{ properties: { fields }, conditions },
  });

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    lin = await signIn(site);
    const all = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-super-admin' } });
    chen = await join('Chen', all.id);
  });
  afterEach(async () => {
    await strapi.db.query(POST).deleteMany({});
  });
  afterAll(async () => {
    await strapi.db.query('admin::user').deleteMany({});
    await strapi.service('admin::role')['deleteByIds'](roles);
  });

  const ask = (as: string, widget: string) =>
    site.http.get(`/newsroom/home/${widget}`).set('Authorization', `Bearer ${as}`);
  const told = async <Data = readonly Listed[]>(as: string, widget: string): Promise<Data> =>
    (await ask(as, widget).expect(200)).body.data;
  const titles = async (as: string, widget: string) =>
    (await told(as, widget)).map(({ title }) => title);

  const send = async (as: string, method: 'post' | 'put', path: string, data: object) => {
    const asked = site.http[method](`${MANAGER}${path}`).set('Authorization', `Bearer ${as}`);
    const { status, body } = await asked.send(data);
    if (status >= 400) throw new Error(JSON.stringify(body));
    return body.data as { readonly documentId: string };
  };
  const begin = async (as: string, title: string): Promise<string> =>
    (await send(as, 'post', '', { title })).documentId;
  const change = (as: string, documentId: string, title: string) =>
    send(as, 'put', `/${documentId}`, { title });
  const publish = (as: string, documentId: string) =>
    send(as, 'post', `/${documentId}/actions/publish`, {});
  /** As if it had been published then. */
  const publishedAt = async (title: string, at: number | string): Promise<void> => {
    const where = { title, publishedAt: { $notNull: true } };
    const { id } = await strapi.db.query(POST).findOne({ where });
    await strapi.db.query(POST).update({ where: { id }, data: { publishedAt: new Date(at) } });
  };
  const publishAt = async (as: string, title: string, at: number | string): Promise<void> => {
    await publish(as, await begin(as, title));
    await publishedAt(title, at);
  };

  describe('that list drafts', () => {
    it('have what the editor has made or last changed and not published since, the newest first', async () => {
      await begin(chen, '别人的');
      await begin(lin, '我开始的');
      await publish(lin, await begin(lin, '已发布的'));
      const changed = await begin(lin, '已发布');
      await publish(lin, changed);
      await change(lin, changed, '发布后改过');
      const other = await begin(chen, '陈开始的');
      await change(lin, other, '我改过的');
      const own = await begin(lin, '林开始的');
      await change(chen, own, '别人改过我的');
      expect(await told(lin, 'drafts')).toMatchObject([
        { title: '别人改过我的', isPublished: false, documentId: own, locale: null, type: null },
        { title: '我改过的', isPublished: false },
        { title: '发布后改过', isPublished: true, documentId: changed },
        { title: '我开始的', isPublished: false, uid: POST },
      ]);
      await publish(lin, changed);
      expect(await titles(lin, 'drafts')).not.toContain('发布后改过');
    });

    it('have no more than eight, and no more of a title than there is room for', async () => {
      for (let count = 0; count < 9; count += 1) await begin(lin, `${count}${'长'.repeat(300)}`);
      const found = await titles(lin, 'drafts');
      expect(found).toHaveLength(8);
      expect(found[0]).toBe(`8${'长'.repeat(199)}`);
    });
  });

  describe('that list what others have published', () => {
    const today = bounds([Date.now() - DAY, Date.now() + DAY]);

    it('have what is published in the day and made by others, imports among them, the newest first', async () => {
      await publishAt(lin, '我的', Date.now());
      await publishAt(chen, '刚才', Date.now() - 1000);
      await publishAt(chen, '昨天', Date.now() - 1.5 * DAY);
      await begin(chen, '草稿');
      await strapi.documents(POST).create({ data: { title: '导入' }, status: 'published' });
      expect(await told(lin, `published?${today}`)).toMatchObject([
        { title: '导入', by: null },
        { title: '刚才', by: 'Chen Li', uid: POST, locale: null, type: null },
      ]);
      expect(await titles(chen, `published?${today}`)).toEqual(['导入', '我的']);
    });

    it('have no more than eight', async () => {
      for (let count = 0; count < 9; count += 1) {
        const data = { title: String(count) };
        await strapi.documents(POST).create({ data, status: 'published' });
      }
      expect(await titles(lin, `published?${today}`)).toHaveLength(8);
    });
  });

  describe('that count what is published each day', () => {
    it('go by the days of the editor, also by one of 25 hours', async () => {
      await publishAt(lin, '前一天最后', '2026-10-24T21:59:59.999Z');
      await publishAt(chen, '零点', '2026-10-24T22:00:00Z');
      await publishAt(lin, '第二十五个小时', '2026-10-25T22:59:59.999Z');
      await publishAt(lin, '次日零点', '2026-10-25T23:00:00Z');
      await publishAt(lin, '太早', '2026-10-12T21:59:59.999Z');
      await publishAt(lin, '太晚', '2026-10-27T23:00:00Z');
      await begin(lin, '草稿');
      const counts = await told<readonly number[]>(lin, `days?${bounds(BERLIN)}`);
      expect(counts).toEqual([...Array.from({ length: 11 }, () => 0), 1, 2, 1].slice(0, 14));
    });
  });

  describe('by rights', () => {
    const widgets = [
      'drafts',
      `published?${bounds([Date.now() - DAY, Date.now() + DAY])}`,
      `days?${bounds(BERLIN)}`,
    ];

    it('are refused to whoever may read none of their documents', async () => {
      const nobody = await join(
        'Nobody',
        await addRole('Readers of tags', [
          {
            action: READ,
            subject: 'api::tag.tag',
            properties: { fields: ['name'] },
            conditions: [],
          },
        ])
      );
      for (const widget of widgets) {
        await ask(nobody, widget).expect(403);
        await site.http.get(`/newsroom/home/${widget}`).expect(401);
      }
    });

    it('tell titles to whoever may read titles', async () => {
      const mei = await join('Mei', await addRole('Readers of slugs', [mayRead(['slug'])]));
      await publish(chen, await begin(chen, '标题'));
      expect(await titles(mei, widgets[1] ?? '')).toEqual([null]);
      expect(await titles(lin, widgets[1] ?? '')).toEqual(['标题']);
    });

    it('have the documents that conditions let an editor read', async () => {
      const own = await addRole('Readers of their own', [
        mayRead(['title'], ['admin::is-creator']),
        ...['create', 'update', 'publish'].map((deed) => ({
          action: `plugin::content-manager.explorer.${deed}`,
          subject: POST,
          properties: { fields: ['title'] },
          conditions: [],
        })),
      ]);
      const wu = await join('Wu', own);
      await publishAt(chen, '陈的', '2026-10-25T12:00:00Z');
      await publishAt(wu, '吴的', '2026-10-25T12:00:00Z');
      await publish(chen, await begin(chen, '陈今天的'));
      const other = await begin(chen, '陈的草稿');
      await begin(wu, '吴的草稿');
      await strapi.db.query(POST).updateMany({
        where: { documentId: other },
        data: {
          updatedBy: (await strapi.db.query('admin::user').findOne({ where: { firstname: 'Wu' } }))
            .id,
        },
      });
      expect(await titles(wu, 'drafts')).toEqual(['吴的草稿']);
      expect(await told(wu, widgets[1] ?? '')).toEqual([]);
      const ofWu = await told<readonly number[]>(wu, widgets[2] ?? '');
      const ofLin = await told<readonly number[]>(lin, widgets[2] ?? '');
      expect([ofWu[12], ofLin[12]]).toEqual([1, 2]);
    });

    it('have the documents of others in a role, where a condition is about that, with their titles', async () => {
      const role = await addRole('Readers of their role', [
        mayRead(['title'], ['admin::has-same-role-as-creator']),
        {
          action: 'plugin::content-manager.explorer.create',
          subject: POST,
          properties: { fields: ['title'] },
          conditions: [],
        },
      ]);
      const [an, bo] = [await join('An', role), await join('Bo', role)];
      const documentId = await begin(an, '安的');
      await strapi.documents(POST).publish({ documentId });
      await publish(chen, await begin(chen, '陈的'));
      expect(await told(bo, widgets[1] ?? '')).toMatchObject([{ title: '安的', by: 'An Li' }]);
    });
  });

  it('find what an editor has written by who that is, on a database that knows nothing of its rows', async () => {
    if (strapi.db.dialect.client !== 'sqlite') return;
    const sent = await statementsOf(strapi, () => told(lin, 'drafts'));
    const found = sent.filter(({ sql }) => sql.includes('not exists'));
    expect(found).toHaveLength(1);
    const plan = found[0] === undefined ? [] : await planOf(strapi, found[0]);
    const steps = plan.map(({ detail }) => String(detail));
    for (const column of ['created_by_id=?', 'updated_by_id=?']) {
      expect(steps.filter((step) => step.includes(column))).toHaveLength(1);
    }
    expect(steps.filter((step) => /^SCAN|published_at=/u.test(step))).toEqual([]);
  });

  it('answer while somebody writes', async () => {
    const transaction = await strapi.db.transaction();
    try {
      await transaction.get()('posts').update({ title: '没有' });
      expect(await told(lin, 'drafts')).toEqual([]);
      expect(await told(lin, `days?${bounds(BERLIN)}`)).toHaveLength(14);
    } finally {
      await transaction.rollback();
    }
  });

  it('refuse what are no days, in the language of the panel', async () => {
    const [first = 0, ...later] = BERLIN;
    const refused = [
      'days',
      'days?bounds=',
      `days?${bounds(later)}`,
      `days?${bounds([...BERLIN, first + 20 * DAY])}`,
      `days?${bounds([...later, first])}`,
      `days?${bounds([first, first, ...BERLIN.slice(2)])}`,
      `days?${bounds([first - 2 * DAY, ...later])}`,
      `days?bounds=${'yesterday,'.repeat(14)}today`,
      `days?bounds=${'2026-10-25,'.repeat(500)}`,
      'days?bounds[]=1&bounds[]=2',
      `published?${bounds(BERLIN)}`,
      `published?${bounds([first, first + 49 * 3600 * 1000])}`,
    ];
    for (const widget of refused) {
      const { status } = await ask(lin, widget);
      expect([widget, status]).toEqual([widget, 400]);
    }
    const { body } = await ask(lin, 'days').set('Accept-Language', 'zh-Hans');
    expect(body.error.message).toMatch(/^请发送“bounds”：15 个/u);
  });
});
