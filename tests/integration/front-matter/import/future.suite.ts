import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, rollBack } from '../importing';

const POST = 'api::post.post';
const SCHEDULE = 'plugin::newsroom.schedule';

interface Keeper {
  carryOutDue(): Promise<number>;
}

interface Row {
  readonly target: string;
  readonly dueAt: string;
  readonly userName: string | null;
}

export const futurePosts = suite('posts that are dated in the future', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let folder: ArchiveFolder;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(async () => {
    folder = await archiveFolder();
  });
  afterEach(() => folder.drop());

  const FILE = '_posts/2090-05-01-later.md';
  const write = (date: string, title = '以后再说'): Promise<void> =>
    folder.write(FILE, postText({ title, date, body: '正文' }));
  const importAs = (name: string, scheduleFuture = true) =>
    importInto(strapi, folder.root, { name, scheduleFuture });
  const idOf = async (title: string): Promise<string> =>
    (await strapi.documents(POST).findMany({ filters: { title }, sort: 'id:desc' }))[0]
      ?.documentId ?? '';
  const scheduled = async (documentId: string): Promise<readonly [string, string | null][]> => {
    const rows: readonly Row[] = await strapi.db
      .query(SCHEDULE)
      .findMany({ where: { target: documentId } });
    return rows.map(({ dueAt, userName }) => [new Date(dueAt).toISOString(), userName]);
  };
  const keeper = (): Keeper => strapi.plugin('newsroom').service<Keeper>('schedule');
  const isPublished = async (documentId: string): Promise<boolean> =>
    (await strapi.documents(POST).findOne({ documentId, status: 'published' })) !== null;

  it('are scheduled for their dates by an import that is asked to', async () => {
    await write('2090-05-01 08:00:00 +0800');
    await folder.write('_posts/2020-05-01-past.md', postText({ title: '早已过去', body: '正文' }));
    await importAs('future-1');
    const documentId = await idOf('以后再说');
    expect(await scheduled(documentId)).toEqual([['2090-05-01T00:00:00.000Z', null]]);
    expect(await scheduled(await idOf('早已过去'))).toEqual([]);
  });

  it('stay drafts with no time where it is not asked to', async () => {
    await write('2090-05-01 08:00:00 +0800', '没有排期');
    await importAs('future-2', false);
    expect(await scheduled(await idOf('没有排期'))).toEqual([]);
  });

  it('go to another time with their files, and not at all once they are shown', async () => {
    await write('2090-05-01 08:00:00 +0800', '改期');
    await importAs('future-3');
    const documentId = await idOf('改期');
    await write('2090-06-01 08:00:00 +0800', '改期');
    await importAs('future-3', false);
    expect(await scheduled(documentId)).toEqual([['2090-06-01T00:00:00.000Z', null]]);
    await write('2020-06-01 08:00:00 +0800', '改期');
    await importAs('future-3');
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('keep the time that an editor has set, and none where an editor has taken it away', async () => {
    await write('2090-05-01 08:00:00 +0800', '编辑定时');
    await importAs('future-4');
    const documentId = await idOf('编辑定时');
    const dueAt = new Date('2091-01-01T00:00:00Z');
    await strapi.db.query(SCHEDULE).updateMany({
      where: { target: documentId },
      data: { dueAt, userId: 1, userName: 'Lin' },
    });
    await write('2090-07-01 08:00:00 +0800', '编辑定时');
    await importAs('future-4');
    expect(await scheduled(documentId)).toEqual([[dueAt.toISOString(), 'Lin']]);
    await strapi.db.query(SCHEDULE).deleteMany({ where: { target: documentId } });
    await write('2090-08-01 08:00:00 +0800', '编辑定时');
    await importAs('future-4');
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('are not published at their dates where an editor has decided otherwise', async () => {
    const later = { dueAt: new Date('2091-01-01T00:00:00Z'), userId: 1, userName: 'Lin' };
    const off = (date: string): Promise<void> =>
      folder.write('_posts/2090-05-02-off.md', postText({ title: '取消', date }));
    await write('2090-05-01 08:00:00 +0800', '推迟');
    await off('2090-05-02 08:00:00 +0800');
    await importAs('future-8');
    const [moved, taken] = [await idOf('推迟'), await idOf('取消')];
    await strapi.db.query(SCHEDULE).updateMany({ where: { target: moved }, data: later });
    await strapi.db.query(SCHEDULE).deleteMany({ where: { target: taken } });
    await write('2020-05-01 08:00:00 +0800', '推迟');
    await off('2020-05-02 08:00:00 +0800');
    for (let time = 0; time < 3; time += 1) {
      expect(outcomes(await importAs('future-8', time === 0))).toEqual({ conflicts: 2 });
      expect([await isPublished(moved), await isPublished(taken)]).toEqual([false, false]);
    }
    expect(await scheduled(moved)).toEqual([[later.dueAt.toISOString(), 'Lin']]);
    const asked = { name: 'future-8', onConflict: 'overwrite' } as const;
    const overwriting = await importInto(strapi, folder.root, asked);
    expect(outcomes(overwriting)).toEqual({ updated: 2 });
    expect([await isPublished(moved), await isPublished(taken)]).toEqual([true, true]);
    expect(await scheduled(moved)).toEqual([]);
    // Who undoes it has the editor's time back, and no other.
    await rollBack(strapi, overwriting.report.run);
    expect([await isPublished(moved), await isPublished(taken)]).toEqual([false, false]);
    expect(await scheduled(moved)).toEqual([[later.dueAt.toISOString(), 'Lin']]);
    expect(await scheduled(taken)).toEqual([]);
    expect(outcomes(await importAs('future-8'))).toEqual({ conflicts: 2 });
  });

  it('are not published by a file that hides them, whatever an editor has decided', async () => {
    await write('2020-05-01 08:00:00 +0800', '撤下');
    await importAs('future-11');
    const documentId = await idOf('撤下');
    await strapi.documents(POST).unpublish({ documentId });
    const own = { dueAt: new Date('2091-01-01T00:00:00Z'), userId: 1, userName: 'Lin' };
    await strapi.db.query(SCHEDULE).create({
      data: { contentType: POST, target: documentId, language: '', deed: 'publish', ...own },
    });
    const hidden = { title: '撤下', date: '2020-05-01 08:00:00 +0800', body: '正文' };
    await folder.write(FILE, postText({ ...hidden, header: ['published: false'] }));
    const asked = { name: 'future-11', onConflict: 'overwrite' } as const;
    await importInto(strapi, folder.root, asked);
    expect(await isPublished(documentId)).toBe(false);
    expect(await scheduled(documentId)).toEqual([[own.dueAt.toISOString(), 'Lin']]);
  });

  it('are not scheduled where an editor has changed the draft, and that is said', async () => {
    await write('2090-05-01 08:00:00 +0800', '改到一半');
    await importAs('future-12', false);
    const documentId = await idOf('改到一半');
    await strapi.documents(POST).update({ documentId, data: { excerpt: '还没写完' } });
    const { issues } = await importAs('future-12');
    expect(issues.map(({ code }) => code)).toContain('NOT_SCHEDULED');
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('are taken from the public and scheduled at once where they were shown before', async () => {
    await write('2020-05-01 08:00:00 +0800', '改为以后');
    await importAs('future-13');
    const documentId = await idOf('改为以后');
    expect(await isPublished(documentId)).toBe(true);
    await write('2090-05-01 08:00:00 +0800', '改为以后');
    await importAs('future-13');
    expect(await isPublished(documentId)).toBe(false);
    expect(await scheduled(documentId)).toEqual([['2090-05-01T00:00:00.000Z', null]]);
  });

  it('are not published once their files are gone, where the import was asked for that', async () => {
    await write('2090-05-01 08:00:00 +0800', '文件没了');
    await folder.write('_posts/2020-05-01-past.md', postText({ title: '还在', body: '正文' }));
    await importAs('future-14');
    const documentId = await idOf('文件没了');
    await folder.remove(FILE);
    const asked = { name: 'future-14', unpublishMissing: true } as const;
    const { report } = await importInto(strapi, folder.root, asked);
    expect(await scheduled(documentId)).toEqual([]);
    await rollBack(strapi, report.run);
    expect(await scheduled(documentId)).toEqual([['2090-05-01T00:00:00.000Z', null]]);
    await importInto(strapi, folder.root, asked);
    await write('2090-06-01 08:00:00 +0800', '文件没了');
    await importAs('future-14');
    expect(await scheduled(documentId)).toEqual([['2090-06-01T00:00:00.000Z', null]]);
  });

  it('are scheduled by a later import that is asked to, unless an editor has set a time', async () => {
    await write('2090-05-01 08:00:00 +0800', '后来排期');
    await folder.write('_posts/2090-05-02-own.md', postText({ title: '自定', date: '2090-05-02' }));
    await importAs('future-9', false);
    const [documentId, own] = [await idOf('后来排期'), await idOf('自定')];
    const later = { dueAt: new Date('2091-01-01T00:00:00Z'), userId: 1, userName: 'Lin' };
    await strapi.db.query(SCHEDULE).create({
      data: {
        contentType: POST,
        target: own,
        language: '',
        deed: 'publish',
        attempts: 0,
        ...later,
      },
    });
    const second = await importAs('future-9');
    expect(outcomes(second)).toEqual({ updated: 1, unchanged: 1 });
    expect(await scheduled(documentId)).toEqual([['2090-05-01T00:00:00.000Z', null]]);
    expect(await scheduled(own)).toEqual([[later.dueAt.toISOString(), 'Lin']]);
    expect(outcomes(await importAs('future-9'))).toEqual({ unchanged: 2 });
    await rollBack(strapi, second.report.run);
    expect(await scheduled(documentId)).toEqual([]);
    expect(await scheduled(own)).toEqual([[later.dueAt.toISOString(), 'Lin']]);
  });

  it('have their time back when the import is undone that has changed it', async () => {
    const times = async (documentId: string) => (await scheduled(documentId)).map(([at]) => at);
    await write('2090-05-01 08:00:00 +0800', '来回');
    await importAs('future-10');
    const documentId = await idOf('来回');
    await write('2090-06-01 08:00:00 +0800', '来回');
    const moving = await importAs('future-10');
    await write('2020-06-01 08:00:00 +0800', '来回');
    const showing = await importAs('future-10');
    expect([await isPublished(documentId), await times(documentId)]).toEqual([true, []]);
    await rollBack(strapi, moving.report.run);
    expect([await isPublished(documentId), await times(documentId)]).toEqual([true, []]);
    await rollBack(strapi, showing.report.run);
    expect(await isPublished(documentId)).toBe(false);
    expect(await times(documentId)).toEqual(['2090-05-01T00:00:00.000Z']);
  });

  const ended = async (target: string): Promise<void> => {
    // As if its time had passed without anybody having looked.
    const at = new Date(Date.now() - 60_000);
    await strapi.db.query('plugin::front-matter.record').updateMany({
      where: { targetDocumentId: target },
      data: { scheduledAt: at.toISOString() },
    });
  };

  it('are not published by undoing a change of their date to a later one', async () => {
    await write('2090-05-01 08:00:00 +0800', '改到后面');
    await importAs('future-15');
    const documentId = await idOf('改到后面');
    await ended(documentId);
    await write('2090-06-01 08:00:00 +0800', '改到后面');
    const { report } = await importAs('future-15');
    await rollBack(strapi, report.run);
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('are not scheduled by a rollback where an editor has taken their time away', async () => {
    await write('2090-05-01 08:00:00 +0800', '不要定时');
    await importAs('future-16');
    const documentId = await idOf('不要定时');
    await write('2090-06-01 08:00:00 +0800', '不要定时');
    const { report } = await importAs('future-16');
    await strapi.db.query(SCHEDULE).deleteMany({ where: { target: documentId } });
    await rollBack(strapi, report.run);
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('are in conflict again when it is undone that an editor was overruled', async () => {
    await write('2090-05-01 08:00:00 +0800', '又撤');
    await importAs('future-17');
    const documentId = await idOf('又撤');
    await strapi.db.query(SCHEDULE).deleteMany({ where: { target: documentId } });
    await ended(documentId);
    await write('2020-05-01 08:00:00 +0800', '又撤');
    expect(outcomes(await importAs('future-17'))).toEqual({ conflicts: 1 });
    const asked = { name: 'future-17', onConflict: 'overwrite' } as const;
    const { report } = await importInto(strapi, folder.root, asked);
    expect(await isPublished(documentId)).toBe(true);
    await rollBack(strapi, report.run);
    expect(outcomes(await importAs('future-17'))).toEqual({ conflicts: 1 });
    expect(await isPublished(documentId)).toBe(false);
  });

  it('are public again when it is undone that they were taken from the public', async () => {
    await write('2020-05-01 08:00:00 +0800', '草稿另定');
    await importAs('future-18');
    const documentId = await idOf('草稿另定');
    const own = { dueAt: new Date('2091-01-01T00:00:00Z'), userId: 1, userName: 'Lin' };
    await strapi.db.query(SCHEDULE).create({
      data: { contentType: POST, target: documentId, language: '', deed: 'publish', ...own },
    });
    const hidden = { title: '草稿另定', date: '2020-05-01 08:00:00 +0800', body: '正文' };
    await folder.write(FILE, postText({ ...hidden, header: ['published: false'] }));
    const { report } = await importAs('future-18');
    expect(await isPublished(documentId)).toBe(false);
    await rollBack(strapi, report.run);
    expect(await isPublished(documentId)).toBe(true);
    expect(await scheduled(documentId)).toEqual([[own.dueAt.toISOString(), 'Lin']]);
  });

  it('are kept when their import is undone after an editor has set a time', async () => {
    await folder.write(FILE, postText({ title: '编辑要发', header: ['published: false'] }));
    const { report } = await importAs('future-19', false);
    const documentId = await idOf('编辑要发');
    const own = { dueAt: new Date('2091-01-01T00:00:00Z'), userId: 1, userName: 'Lin' };
    await strapi.db.query(SCHEDULE).create({
      data: { contentType: POST, target: documentId, language: '', deed: 'publish', ...own },
    });
    const { issues } = await rollBack(strapi, report.run);
    expect(issues.map(({ code }) => code)).toEqual(['EDITED_SINCE']);
    expect(await idOf('编辑要发')).toBe(documentId);
  });

  it('are published by the schedule, and the next import finds nothing to do', async () => {
    // Time enough for an import on a busy machine.
    const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 8000);
    await write(soon.toISOString(), '马上发布');
    await importAs('future-5');
    const documentId = await idOf('马上发布');
    expect(await isPublished(documentId)).toBe(false);
    while (Date.now() <= soon.getTime()) await new Promise((done) => setTimeout(done, 100));
    expect(await keeper().carryOutDue()).toBe(1);
    expect(await isPublished(documentId)).toBe(true);
    expect(outcomes(await importAs('future-5'))).toEqual({ unchanged: 1 });
    expect(await isPublished(documentId)).toBe(true);
  });

  it('are forgotten by the schedule when their import is undone', async () => {
    await write('2090-05-01 08:00:00 +0800', '撤销');
    const { report } = await importAs('future-6');
    const documentId = await idOf('撤销');
    await rollBack(strapi, report.run);
    await strapi.db.query(SCHEDULE).updateMany({
      where: { target: documentId },
      data: { dueAt: new Date(Date.now() - 1000) },
    });
    expect(await keeper().carryOutDue()).toBe(0);
    expect(await scheduled(documentId)).toEqual([]);
  });

  it('write nothing in a dry run', async () => {
    const before = await strapi.db.query(SCHEDULE).count();
    await write('2090-05-01 08:00:00 +0800', '试运行');
    await importInto(strapi, folder.root, {
      name: 'future-7',
      scheduleFuture: true,
      dryRun: true,
    });
    expect(await strapi.db.query(SCHEDULE).count()).toBe(before);
  });
});
