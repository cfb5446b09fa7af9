import type { Importer } from '../../../../src/plugins/front-matter/server/src/services/importer';
import type { ReportIssue } from '../../../../src/plugins/front-matter/server/src/run/report-issue';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const FIRST = '_posts/2022-03-03-NW202203030000000302.md';
const SECOND = '_posts/2022-03-04-second.md';

export const rollback = suite('a run that is undone', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const run = async (): Promise<number> => {
    const { report } = await importInto(site.strapi, folder.root);
    if (report.run === null) throw new Error('The import left no run.');
    return report.run;
  };
  const undo = async (number: number) => {
    const issues: ReportIssue[] = [];
    const importer = site.strapi.service('plugin::front-matter.importer') as Importer;
    const report = await importer.rollback({
      run: number,
      signal: new AbortController().signal,
      onIssue: (issue) => issues.push(issue),
    });
    return { report, issues };
  };
  const query = (uid: string) => site.strapi.db.query(uid);
  /** Everything an import leaves, but for the ids of rows. */
  const state = async () => {
    const posts = await query(POST).findMany({
      populate: ['categories', 'tags'],
      orderBy: [{ documentId: 'asc' }, { publishedAt: 'asc' }],
    });
    const addresses = await query('plugin::permalinks.address').findMany({
      select: ['key', 'state', 'targetDocumentId'],
      orderBy: { key: 'asc' },
    });
    const strip = ({ id: _, ...row }: { id: number }) => row;
    return {
      posts: posts.map(
        (post: { id: number; categories: { id: number }[]; tags: { id: number }[] }) => ({
          ...strip(post),
          categories: post.categories.map(strip),
          tags: post.tags.map(strip),
        })
      ),
      addresses: addresses.map(strip),
    };
  };
  const documentOf = async (slug: string): Promise<string> =>
    (await query(POST).findOne({ where: { slug } })).documentId;

  it('leaves nothing of an import that nobody has touched', async () => {
    await folder.write(FIRST, postText());
    await folder.write(SECOND, postText({ title: '第二篇', categories: 'qinglanwanbao' }));
    const { report } = await undo(await run());
    expect(report).toMatchObject({ removed: 2, restored: 0, left: 0 });
    for (const uid of [
      POST,
      'api::category.category',
      'api::tag.tag',
      'plugin::permalinks.address',
      'plugin::front-matter.record',
      'plugin::front-matter.term',
    ]) {
      expect(await query(uid).count()).toBe(0);
    }
    expect((await importInto(site.strapi, folder.root)).report.created).toBe(2);
  });

  it('leaves what an editor has changed, and says so', async () => {
    await folder.write(FIRST, postText());
    await folder.write(SECOND, postText({ title: '第二篇' }));
    const number = await run();
    await site.strapi
      .documents(POST)
      .update({ documentId: await documentOf('second'), data: { excerpt: '编者按' } });
    const { report, issues } = await undo(number);
    expect(report).toMatchObject({ removed: 1, left: 1 });
    expect(issues).toEqual([expect.objectContaining({ path: SECOND, code: 'EDITED_SINCE' })]);
    expect(await query(POST).count()).toBe(2);
    expect(await query('api::category.category').count()).toBe(1);
  });

  it('leaves a category that something else is filed under', async () => {
    await folder.write(FIRST, postText());
    const number = await run();
    const [category] = await site.strapi.documents('api::category.category').findMany();
    await site.strapi
      .documents(POST)
      .create({ data: { title: '编者的', categories: [category?.documentId ?? ''] } });
    await undo(number);
    expect(await query('api::category.category').count()).toBe(1);
    expect(await query('api::tag.tag').count()).toBe(0);
  });

  it('gives back what it changed, to the last attribute, and to the time', async () => {
    await folder.write(FIRST, postText());
    await run();
    const before = await state();
    await folder.write(FIRST, postText({ title: '改过', body: '<p>新</p>', categories: 'other' }));
    const { report } = await undo(await run());
    expect(report).toMatchObject({ restored: 1, removed: 0, left: 0 });
    expect((await state()).posts).toEqual(before.posts);
  });

  it('gives back what it published', async () => {
    await folder.write(FIRST, postText({ header: ['published: false'] }));
    await run();
    await folder.write(FIRST, postText());
    const number = await run();
    expect(await query(POST).count()).toBe(2);
    await undo(number);
    expect(await query(POST).count()).toBe(1);
  });

  it("gives back its own attributes only, where an editor's came after", async () => {
    await folder.write(FIRST, postText());
    await run();
    await folder.write(FIRST, postText({ title: '档案的', body: '<p>新</p>' }));
    const number = await run();
    const documentId = await documentOf('NW202203030000000302');
    await site.strapi.documents(POST).update({ documentId, data: { title: '编者的' } });
    const { report, issues } = await undo(number);
    expect(report).toMatchObject({ restored: 1, left: 1 });
    expect(issues[0]?.message).toContain('title');
    const draft = await site.strapi.documents(POST).findOne({ documentId, status: 'draft' });
    expect(draft).toMatchObject({ title: '编者的', body: '<p>正文</p>' });
  });

  it('is undone itself: everything is as the import had left it', async () => {
    await folder.write(FIRST, postText());
    await folder.write(SECOND, postText({ title: '第二篇' }));
    const number = await run();
    const before = await state();
    const undone = await undo(number);
    const { report } = await undo(undone.report.run);
    expect(report).toMatchObject({ recreated: 2, left: 0 });
    const after = await state();
    const withoutTimes = ({ posts }: Awaited<ReturnType<typeof state>>) =>
      posts.map((post) => ({
        ...post,
        categories: post.categories.map(({ ...row }) => ({
          ...row,
          createdAt: 0,
          updatedAt: 0,
          publishedAt: 0,
        })),
        tags: post.tags.map(({ ...row }) => ({
          ...row,
          createdAt: 0,
          updatedAt: 0,
          publishedAt: 0,
        })),
      }));
    expect(withoutTimes(after)).toEqual(withoutTimes(before));
    expect(after.addresses).toEqual(before.addresses);
    expect((await importInto(site.strapi, folder.root)).report).toMatchObject({
      unchanged: 2,
      created: 0,
    });
  });

  it('is undone where its file has moved since, and is due again for its new name', async () => {
    await folder.write(FIRST, postText());
    await folder.write(SECOND, postText({ title: '第二篇' }));
    await run();
    await folder.write(FIRST, postText({ title: '改过' }));
    const number = await run();
    await folder.move(FIRST, `sub/${FIRST}`);
    await run();
    const { report } = await undo(number);
    expect(report).toMatchObject({ restored: 1, left: 0 });
    const documentId = await documentOf('NW202203030000000302');
    const titleOf = async () => (await site.strapi.documents(POST).findOne({ documentId }))?.title;
    expect(await titleOf()).toBe('开工第一天');
    await undo(report.run);
    expect(await titleOf()).toBe('改过');
  });

  it('is undone where its file was renamed afterwards, with the bytes that it had then', async () => {
    await folder.write(FIRST, postText());
    await run();
    await folder.write(FIRST, postText({ title: '改过' }));
    const number = await run();
    await folder.move(FIRST, '_posts/2022-03-03-renamed.md');
    await run();
    const { report } = await undo(number);
    expect(report).toMatchObject({ restored: 1, left: 0 });
    expect(await query(POST).findMany({ select: ['title'] })).toEqual([
      expect.objectContaining({ title: '开工第一天' }),
      expect.objectContaining({ title: '开工第一天' }),
    ]);
  });

  it('keeps deleted what an editor had deleted, when its undoing is undone', async () => {
    await folder.write(FIRST, postText());
    await folder.write(SECOND, postText({ title: '第二篇' }));
    const number = await run();
    await site.strapi.documents(POST).delete({ documentId: await documentOf('second') });
    const undone = await undo(number);
    expect(undone.report).toMatchObject({ removed: 1, left: 0 });
    expect((await undo(undone.report.run)).report).toMatchObject({ recreated: 1, left: 0 });
    expect((await importInto(site.strapi, folder.root)).report).toMatchObject({
      unchanged: 2,
      created: 0,
    });
  });

  it('is undone once: a second time finds nothing', async () => {
    await folder.write(FIRST, postText());
    await run();
    await folder.write(FIRST, postText({ title: '改过' }));
    const number = await run();
    await undo(number);
    expect((await undo(number)).report).toMatchObject({ restored: 0, removed: 0, left: 0 });
  });

  it('has to be one that there is', async () => {
    await expect(undo(999_999)).rejects.toThrow('There is no run 999999');
  });
});
