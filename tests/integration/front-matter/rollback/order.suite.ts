import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { runArchive } from '../../harness/run-script';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const FIRST = '_posts/2022-03-03-first.md';
const SECOND = '_posts/2022-03-04-second.md';
const EVERYTHING = [
  POST,
  'api::category.category',
  'api::tag.tag',
  'plugin::permalinks.address',
  'plugin::front-matter.record',
  'plugin::front-matter.term',
];

export const rollbackOrder = suite('runs that are undone in any order', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const query = (uid: string) => site.strapi.db.query(uid);
  const run = async (onConflict: 'keep' | 'overwrite' = 'keep'): Promise<number> => {
    const { report } = await importInto(site.strapi, folder.root, { onConflict });
    if (report.run === null) throw new Error('The import left no run.');
    return report.run;
  };
  const undo = async (number: number) => rollBack(site.strapi, number);
  const left = async (): Promise<string[]> => {
    const counts = await Promise.all(
      EVERYTHING.map(async (uid) => [uid, await query(uid).count()] as const)
    );
    return counts.flatMap(([uid, count]) => (count > 0 ? [`${count} ${uid}`] : []));
  };
  const postOf = async (title: string) => query(POST).findOne({ where: { title } });
  const draftOf = async (documentId: string) =>
    site.strapi.documents(POST).findOne({ documentId, status: 'draft' });

  it('lets an import come between a rollback and its own undoing', async () => {
    await folder.write(FIRST, postText());
    const first = await run();
    const undone = (await undo(first)).report.run;
    const second = await run();
    const living = await postOf('开工第一天');
    // The file has become another document by now, and has one at a time.
    expect((await undo(undone)).report).toMatchObject({ recreated: 0 });
    expect((await postOf('开工第一天')).documentId).toBe(living.documentId);
    // The first run counts again: what it made is there once the other is gone.
    expect((await undo(second)).report).toMatchObject({ removed: 1, recreated: 1 });
    expect(await query(POST).count()).toBe(2);
    expect(await query('api::tag.tag').count()).toBe(1);
    await undo(first);
    expect(await left()).toEqual([]);
  });

  it('leaves nothing of two runs that share a tag, the older one undone first', async () => {
    await folder.write(FIRST, postText({ title: '第一篇' }));
    const first = await run();
    await folder.write(SECOND, postText({ title: '第二篇' }));
    await folder.write(FIRST, postText({ title: '改过' }));
    const second = await run();
    const { report, issues } = await undo(first);
    expect(report).toMatchObject({ removed: 0, left: 1 });
    expect(issues).toEqual([expect.objectContaining({ path: FIRST, code: 'EDITED_SINCE' })]);
    expect(issues[0]?.message).toContain(`changed by run ${second}`);
    expect(await query(POST).count()).toBe(4);
    await undo(second);
    expect(await left()).toEqual([]);
  });

  it('gives back what was before all of the runs that are undone', async () => {
    await folder.write(FIRST, postText({ title: 'A' }));
    await run();
    await folder.write(FIRST, postText({ title: 'B' }));
    const second = await run();
    await folder.write(FIRST, postText({ title: 'C' }));
    const third = await run();
    const { documentId } = await postOf('C');
    const titles = async () =>
      (await query(POST).findMany({ where: { documentId } })).map(
        ({ title }: { title: string }) => title
      );
    const again = (await undo(second)).report.run;
    expect(await titles()).toEqual(['C', 'C']);
    await undo(third);
    expect(await titles()).toEqual(['A', 'A']);
    await undo(again);
    expect(await titles()).toEqual(['B', 'B']);
  });

  const pathsTo = async (documentId: string): Promise<string[]> =>
    (
      await query('plugin::permalinks.address').findMany({
        where: { targetDocumentId: documentId, kind: 'path' },
      })
    ).map(({ address }: { address: string }) => address);

  it('makes a document again with the addresses of the runs that count', async () => {
    await folder.write(FIRST, postText({ categories: 'before' }));
    const first = await run();
    const { documentId } = await postOf('开工第一天');
    await folder.write(FIRST, postText({ categories: 'after' }));
    const second = await run();
    await undo(second);
    const removed = (await undo(first)).report.run;
    await undo(removed);
    expect(await pathsTo(documentId)).toEqual(['/before/2022/03/03/first.html']);
  });

  it('lets go of an address that two runs asked for, once neither counts', async () => {
    await folder.write(FIRST, postText());
    await run();
    const { documentId } = await postOf('开工第一天');
    const before = await pathsTo(documentId);
    await folder.move(FIRST, FIRST.replace('first', 'again'));
    const second = await run();
    await undo(second);
    const third = await run();
    expect(await pathsTo(documentId)).toHaveLength(2);
    await undo(third);
    expect(await pathsTo(documentId)).toEqual(before);
  });

  it.each(['keep', 'overwrite'] as const)(
    "brings a file's text again after conflict and rollback, importing with %s",
    async (onConflict) => {
      await folder.write(FIRST, postText({ title: 'A', body: '旧' }));
      await run();
      const { documentId } = await postOf('A');
      await folder.write(FIRST, postText({ title: 'A', body: '新' }));
      const update = await run();
      await site.strapi.documents(POST).update({ documentId, data: { title: '编者的' } });
      await folder.write(FIRST, postText({ title: 'B', body: '新' }));
      await run();
      await undo(update);
      expect(await draftOf(documentId)).toMatchObject({ title: '编者的', body: '旧' });
      await run(onConflict);
      expect(await draftOf(documentId)).toMatchObject({
        title: onConflict === 'keep' ? '编者的' : 'B',
        body: '新',
      });
    }
  );

  it("keeps an editor's draft from the public when it takes an unpublishing back", async () => {
    await folder.write(FIRST, postText({ title: 'A' }));
    await folder.write(SECOND, postText({ title: '第二篇' }));
    await run();
    const { documentId } = await postOf('A');
    await site.strapi.documents(POST).update({ documentId, data: { title: '编者的' } });
    await folder.remove(FIRST);
    const { report } = await importInto(site.strapi, folder.root, { unpublishMissing: true });
    expect(await query(POST).count({ where: { documentId } })).toBe(1);
    await undo(report.run ?? 0);
    expect(await draftOf(documentId)).toMatchObject({ title: '编者的' });
    expect(
      await site.strapi.documents(POST).findOne({ documentId, status: 'published' })
    ).toMatchObject({ title: 'A' });
  });

  it('counts no run again while another rollback of it stands', async () => {
    await folder.write(FIRST, postText());
    const first = await run();
    const undone = (await undo(first)).report.run;
    const again = (await undo(undone)).report.run;
    const other = (await undo(first)).report.run;
    // Two rollbacks of the first run stand from here on.
    await undo(again);
    expect((await undo(other)).report).toMatchObject({ recreated: 0 });
    expect(await query(POST).count()).toBe(0);
    expect((await undo(first)).report).toMatchObject({ run: undone });
    expect((await undo(undone)).report).toMatchObject({ recreated: 1 });
    expect((await importInto(site.strapi, folder.root)).report).toMatchObject({ unchanged: 1 });
  });

  it('says of a run that was undone which run did it, and when, and does nothing', async () => {
    await folder.write(FIRST, postText());
    const first = await run();
    const { report } = await undo(first);
    const before = await query('plugin::front-matter.run').findMany({});
    expect((await undo(first)).report).toEqual({
      run: report.run,
      undone: first,
      undoneAt: expect.stringMatching(/^\d{4}-/u),
      restored: 0,
      removed: 0,
      recreated: 0,
      left: 0,
    });
    expect(await query('plugin::front-matter.run').findMany({})).toEqual(before);

    const told = await runArchive(['rollback', String(first)], site.database);
    expect(told).toMatchObject({ code: 0 });
    expect(told.stdout).toContain(`Run ${first} was undone by run ${report.run} at `);
    const listed = await runArchive(['runs'], site.database);
    expect(listed.stdout).toContain(`undone by run ${report.run}`);
  });
});
