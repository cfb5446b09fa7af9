import type { TestSite } from '../../harness/boot';
import { emptySite } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { engineOf } from '../../../../src/kit/src/database/engines';
import { prune } from '../../../../src/plugins/delivery/server/src/changes/prune';
import { readTouched } from '../../../../src/plugins/delivery/server/src/changes/read-touched';
import { askChanges, type Page } from './followers';

const POST = 'api::post.post';
const GONE = [410, 'GoneError', expect.stringMatching(/Start again/u)];

export const feed = suite('the change feed', (current) => {
  let site: TestSite;
  let since: string;

  beforeAll(() => {
    site = current();
  });

  const table = (name: string) => site.strapi.db.getConnection(name);
  const posts = () => site.strapi.documents(POST);
  const publish = async (title: string): Promise<string> => {
    const { documentId } = await posts().create({ data: { title }, status: 'published' });
    return documentId;
  };
  const told = async (query: object = {}): Promise<[string, string][]> => {
    const { data } = await askChanges(site, { since, ...query });
    return data.map(({ kind: what, documentId }) => [what, documentId]);
  };
  const refusal = async (query: object) => {
    const { status, body } = await site.http.get('/api/delivery/changes').query(query);
    return [status, body.error?.name, body.error?.message];
  };
  const begin = async (): Promise<void> => {
    since = (await askChanges(site)).meta.next;
  };

  beforeEach(async () => {
    await emptySite(site.strapi);
    await begin();
  });

  it('says what became of documents, in the order of their last changes', async () => {
    const [first, second, third] = [await publish('a'), await publish('b'), await publish('c')];
    expect(await told()).toEqual([
      ['created', first],
      ['created', second],
      ['created', third],
    ]);
    const { data } = await askChanges(site, { since, limit: 1 });
    expect(data).toEqual([
      {
        ...{ type: 'posts', uid: POST, documentId: first, locale: null, kind: 'created' },
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
      },
    ]);
    expect(Math.abs(Date.parse(data[0]?.at ?? '') - Date.now())).toBeLessThan(60_000);
    await begin();
    await posts().unpublish({ documentId: third });
    await posts().publish({ documentId: second });
    await posts().delete({ documentId: first });
    await posts().publish({ documentId: second });
    expect(await told()).toEqual([
      ['unpublished', third],
      ['deleted', first],
      ['changed', second],
    ]);
  });

  it('goes on where a page ended, until there is no more', async () => {
    const ids = [];
    for (const title of ['a', 'b', 'c', 'd', 'e']) ids.push(await publish(title));
    const found: string[] = [];
    let page: Page = await askChanges(site, { since, limit: 2 });
    for (let pages = 1; ; pages += 1) {
      found.push(...page.data.map(({ documentId }) => documentId));
      expect(page.meta.hasMore).toBe(pages < 3);
      if (!page.meta.hasMore) break;
      page = await askChanges(site, { since: page.meta.next, limit: 2 });
    }
    expect(found).toEqual(ids);
    expect(await askChanges(site, { since: page.meta.next })).toEqual({
      data: [],
      meta: { next: page.meta.next, hasMore: false },
    });
  });

  it('tells of the types that are asked for and may be found', async () => {
    const post = await publish('a');
    const tag = await site.strapi.documents('api::tag.tag').create({ data: { name: 'b' } });
    expect(await told({ types: 'posts' })).toEqual([['created', post]]);
    expect(await told({ types: 'tags,categories' })).toEqual([['created', tag.documentId]]);
    const permissions = site.strapi.db.query('plugin::users-permissions.permission');
    const where = { action: 'api::tag.tag.find', role: { type: 'public' } };
    const permission = await permissions.findOne({ where, populate: ['role'] });
    await permissions.delete({ where: { id: permission.id } });
    expect(await told()).toEqual([['created', post]]);
    expect(await refusal({ types: 'posts,tags' })).toEqual([403, 'ForbiddenError', 'Forbidden']);
    await permissions.create({ data: { action: where.action, role: permission.role.id } });
    expect(await told({ types: 'tags' })).toEqual([['created', tag.documentId]]);
  });

  it.each([
    [{ since: 'nowhere' }, /"since" is wrong: it is no position of this feed/u],
    [{ since: ['a', 'b'] }, /"since" is wrong/u],
    [{ limit: '0' }, /"limit" is wrong: give a number from 1 to 1000/u],
    [{ limit: '1001' }, /"limit" is wrong/u],
    [{ limit: 'x' }, /"limit" is wrong/u],
    [{ types: 'posts,pages' }, /there is no "pages", but categories, posts, tags/u],
    [{ from: 'x' }, /There is no parameter "from"/u],
  ])('refuses %j and says why', async (query, message) => {
    expect(await refusal(query)).toEqual([
      400,
      'ValidationError',
      expect.stringMatching(message as RegExp),
    ]);
  });

  it('says that a reader has to start again where it was pruned, and to nobody else', async () => {
    const { position } = await readTouched(site.strapi, null);
    for (const title of ['a', 'b', 'c']) await publish(title);
    const { meta } = await askChanges(site, { since });
    const { position: later } = await readTouched(site.strapi, position);
    const last = await publish('d');
    await prune(site.strapi.db, { entries: 1_000, days: 1 });
    expect(await told()).toHaveLength(4);
    await prune(site.strapi.db, { entries: 1, days: 1 });
    expect(await refusal({ since })).toEqual(GONE);
    expect((await readTouched(site.strapi, position)).touched).toBe('all');
    expect(await told({ since: meta.next })).toEqual([['created', last]]);
    expect((await readTouched(site.strapi, later)).touched).toEqual([
      { uid: POST, documentId: last },
    ]);
    await begin();
    await prune(site.strapi.db, { entries: 1, days: 0.000_000_001 });
    expect(await told()).toEqual([]);
    const { position: now } = await readTouched(site.strapi, null);
    expect((await readTouched(site.strapi, now)).touched).toEqual([]);
  });

  it('says so as well where a position is of another database, or of a copy that went another way', async () => {
    await publish('a');
    await begin();
    expect(await told()).toEqual([]);
    await table('delivery_log').increment('at', 1);
    expect(await refusal({ since })).toEqual(GONE);
    await begin();
    const last = await table('delivery_log').max({ id: 'id' }).first();
    await table('delivery_log').where({ id: last?.['id'] }).delete();
    expect(await refusal({ since })).toEqual(GONE);
    await begin();
    await table('delivery_log_start').update({ epoch: '00000000-0000-4000-8000-000000000000' });
    expect(await refusal({ since })).toEqual(GONE);
  });

  it('goes on after a start, and begins anew where a trigger was lost', async () => {
    const first = await publish('a');
    site = await site.restart();
    expect(await told()).toEqual([['created', first]]);
    const { db } = site.strapi;
    for (const statement of engineOf(db).keeping.drop(db, ['delivery_log__posts_insert'], [])) {
      await db.connection.raw(statement);
    }
    await publish('b');
    site = await site.restart();
    expect(await refusal({ since })).toEqual(GONE);
    await begin();
    const third = await publish('c');
    expect(await told()).toEqual([['created', third]]);
  });

  it('is not there where the configuration has it off, nor is anything of it', async () => {
    const triggers = async () => {
      const { db } = site.strapi;
      return engineOf(db).keeping.findTriggers(db, db.connection, 'delivery_log');
    };
    expect((await triggers()).size).toBeGreaterThan(10);
    process.env['DELIVERY_CHANGES'] = 'false';
    try {
      site = await site.restart();
      expect((await triggers()).size).toBe(0);
      for (const name of ['delivery_log', 'delivery_log_inbox', 'delivery_log_start']) {
        expect(await site.strapi.db.getSchemaConnection().hasTable(name)).toBe(false);
      }
      expect((await site.http.get('/api/delivery/changes')).status).toBe(404);
      await publish('a');
    } finally {
      delete process.env['DELIVERY_CHANGES'];
    }
    site = await site.restart();
    expect(await refusal({ since })).toEqual(GONE);
  });
});
