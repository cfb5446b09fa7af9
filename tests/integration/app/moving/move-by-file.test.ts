import path from 'node:path';
import { bootOn, type TestSite } from '../../harness/boot';
import { databases, servers, type TestDatabase } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';
import { joinAs } from '../../harness/people';
import { archiveFolder, type ArchiveFolder, postText } from '../../front-matter/archive-folder';
import { importInto, outcomes, rollBack } from '../../front-matter/importing';
import { type BuiltApp, layOutBuiltApp } from './built-app';

const POST = 'api::post.post';
const SCHEDULE = 'plugin::newsroom.schedule';
const FIRST = '_posts/2022-03-03-first.md';
const SECOND = '_posts/2022-03-04-second.md';
const THIRD = '_posts/2022-03-05-third.md';

interface Keeper {
  carryOutDue(): Promise<number>;
}

// Where the environment names no server there is nothing to move to.
const onServers = servers.length === 0 ? describe.skip.each(databases) : describe.each(servers);

/** Boots on a database that outlives the boot. */
const bootBeside = (database: TestDatabase): Promise<TestSite> =>
  bootOn({ ...database, drop: async () => undefined });

onServers('a site that `strapi export` and `strapi import` move from SQLite to $name', (kind) => {
  let app: BuiltApp;
  let folder: ArchiveFolder;
  let before: TestDatabase;
  let site: TestSite;
  let renamed: string;
  let oldPath: string;
  let scheduled: string;

  /** Three runs, an editor's redirect, and a post that an editor has scheduled. */
  const fill = async (old: TestSite): Promise<void> => {
    await folder.write(FIRST, postText({ title: '第一篇' }));
    await folder.write(SECOND, postText({ title: '第二篇' }));
    await importInto(old.strapi, folder.root);
    await folder.write(FIRST, postText({ title: '改过的第一篇', tags: '新标签' }));
    await folder.write(THIRD, postText({ title: '第三篇' }));
    await importInto(old.strapi, folder.root);
    await importInto(old.strapi, folder.root);

    const documents = old.strapi.documents(POST);
    const own = await documents.create({
      data: { title: '编辑写的', slug: 'old-name' },
      status: 'published',
    });
    renamed = own.documentId;
    oldPath = (await old.http.get(`/api/posts/${renamed}`).expect(200)).body.data.path;
    await documents.update({ documentId: renamed, data: { slug: 'new-name' } });
    await documents.publish({ documentId: renamed });

    // The one with the first id here is somebody else there.
    const mei = await joinAs(old, 'strapi-super-admin', 'mei');
    scheduled = (await documents.create({ data: { title: '明天的' } })).documentId;
    await old.http
      .put(`/newsroom/schedules/${POST}/${scheduled}`)
      .set('Authorization', `Bearer ${mei}`)
      .send({ publish: new Date(Date.now() + 3_600_000).toISOString(), unpublish: null })
      .expect(200);
  };

  beforeAll(async () => {
    app = await layOutBuiltApp();
    folder = await archiveFolder();
    const [sqlite] = databases;
    if (sqlite === undefined) throw new Error('There is no SQLite.');
    before = await startedDatabase(sqlite);
    const old = await bootBeside(before);
    await fill(old);
    await old.close();

    const after = await startedDatabase(kind);
    const file = path.join(app.home, 'moved');
    await app.run('strapi', ['export', '--no-encrypt', '--no-compress', '--file', file], before);
    const there = await bootBeside(after);
    await joinAs(there, 'strapi-author', 'somebody');
    await joinAs(there, 'strapi-super-admin', 'mei');
    await there.close();
    await app.run('strapi', ['import', '--force', '--file', `${file}.tar`], after);
    site = await bootOn(after);
  });
  afterAll(async () => {
    await site.close();
    await before.drop();
    await folder.drop();
    await app.remove();
  });

  it('has nothing that its own commands would mend', async () => {
    const { database } = site;
    expect(await app.run('strapi-permalinks', ['check'], database)).toBe(
      'Every address is as it should be.\n'
    );
    expect(await app.run('strapi-delivery', ['check'], database)).toBe(
      'Every count and every listing is right.\n'
    );
  });

  it('leads from old addresses to where documents are', async () => {
    const { body } = await site.http
      .get('/api/permalinks/resolve')
      .query({ url: oldPath })
      .expect(200);
    expect(oldPath).toContain('old-name');
    expect(body.data).toMatchObject({ documentId: renamed });
  });

  it('counts what it shows, all and by category', async () => {
    const all = await site.http.get('/api/posts').expect(200);
    expect(all.body.meta.pagination.total).toBe(4);
    const query = { 'filters[categories][name][$eq]': 'linjiangribao' };
    const some = await site.http.get('/api/posts').query(query).expect(200);
    expect(some.body.meta.pagination.total).toBe(3);
  });

  it('takes new documents beside those that came', async () => {
    const created = await site.strapi
      .documents(POST)
      .create({ data: { title: '新的' }, status: 'published' });
    expect((await site.http.get(`/api/posts/${created.documentId}`)).status).toBe(200);
    await site.strapi.documents(POST).delete({ documentId: created.documentId });
  });

  it('asks for the rights of whoever has scheduled a post, not of who has their id here', async () => {
    const due = { dueAt: new Date(Date.now() - 1000) };
    await site.strapi.db.query(SCHEDULE).updateMany({ where: { target: scheduled }, data: due });
    const keeper = site.strapi.plugin('newsroom').service<Keeper>('schedule');
    expect(await keeper.carryOutDue()).toBe(1);
    expect((await site.http.get(`/api/posts/${scheduled}`)).status).toBe(200);
  });

  it('finds everything unchanged in the same archive, in the run with the next number', async () => {
    const again = await importInto(site.strapi, folder.root);
    expect(outcomes(again)).toEqual({ unchanged: 3 });
    expect(again.report.run).toBe(4);
  });

  it('undoes runs that were made before it was moved', async () => {
    expect((await rollBack(site.strapi, 2)).report).toMatchObject({
      removed: 1,
      restored: 1,
      left: 0,
    });
    const titles = async (): Promise<string[]> => {
      const posts = await site.strapi.documents(POST).findMany({ status: 'published' });
      return posts.map(({ title }) => String(title)).toSorted();
    };
    expect(await titles()).toEqual(['明天的', '第一篇', '第二篇', '编辑写的'].toSorted());
    expect((await rollBack(site.strapi, 1)).report).toMatchObject({ removed: 2, left: 0 });
    expect(await titles()).toEqual(['明天的', '编辑写的'].toSorted());
  });
});
