import { rename } from 'node:fs/promises';
import type { TestSite } from '../../harness/boot';
import { emptiedTypes } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { statementsOf } from '../../harness/statements';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, type Imported } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const FILE = '_posts/2022-03-03-NW202203030000000302.md';
const SLUG = 'NW202203030000000302';

export const reimport = suite('an archive that is imported again', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const run = (wish: Parameters<typeof importInto>[2] = {}): Promise<Imported> =>
    importInto(site.strapi, folder.root, wish);
  const rows = () =>
    site.strapi.db
      .query(POST)
      .findMany({ populate: ['categories', 'tags'], orderBy: { id: 'asc' } });
  const documents = () => site.strapi.documents(POST);
  const only = async (status: 'draft' | 'published' = 'published') => {
    const found = await documents().findMany({ status, populate: ['categories', 'tags'] });
    expect(found).toHaveLength(1);
    const [post] = found;
    if (post === undefined) throw new Error('There is no post.');
    return post;
  };
  /** What an editor does in the panel: saves, and publishes. */
  const edit = async (data: Record<string, unknown>) => {
    const { documentId } = await only('draft');
    await documents().update({ documentId, data });
    await documents().publish({ documentId });
  };

  it('changes nothing when nothing has changed', async () => {
    await folder.write(FILE, postText());
    expect(outcomes(await run())).toEqual({ created: 1 });
    const before = await rows();
    expect(outcomes(await run())).toEqual({ unchanged: 1 });
    expect(await rows()).toEqual(before);
  });

  it('is looked for in the ledger file by file, and not at all when it comes for the first time', async () => {
    const questions = async (): Promise<number> => {
      const sent = await statementsOf(site.strapi, () => run());
      return sent.filter(({ sql }) => /^select .*front_matter_records.* \S*key\S* in /.test(sql))
        .length;
    };
    await folder.write(FILE, postText());
    expect(await questions()).toBe(0);
    expect(await questions()).toBe(1);
  });

  it('takes up what the archive changed, on the site and in the draft', async () => {
    await folder.write(FILE, postText());
    await run();
    await folder.write(FILE, postText({ title: '改过的标题', categories: 'qinglanwanbao' }));
    expect(outcomes(await run())).toEqual({ updated: 1 });
    for (const status of ['draft', 'published'] as const) {
      expect(await only(status)).toMatchObject({
        title: '改过的标题',
        slug: SLUG,
        categories: [{ slug: 'qinglanwanbao' }],
      });
    }
    const [draft, published] = await rows();
    expect(draft.updatedAt).toEqual(published.updatedAt);
  });

  it("merges an editor's change with one of the archive to something else", async () => {
    await folder.write(FILE, postText());
    await run();
    await edit({ excerpt: '编者按' });
    await folder.write(FILE, postText({ body: '<p>新正文</p>' }));
    expect(outcomes(await run())).toEqual({ updated: 1 });
    expect(await only()).toMatchObject({ excerpt: '编者按', body: '<p>新正文</p>' });
  });

  it("keeps an editor's side of a conflict, names the attribute, and says so until it is settled", async () => {
    await folder.write(FILE, postText());
    await run();
    await edit({ title: '编者的标题' });
    await folder.write(FILE, postText({ title: '档案的标题', body: '<p>新正文</p>' }));
    const conflict = await run();
    expect(outcomes(conflict)).toEqual({ conflicts: 1 });
    expect(conflict.issues).toContainEqual(
      expect.objectContaining({
        path: FILE,
        code: 'CONFLICT',
        message: expect.stringContaining('title'),
      })
    );
    expect(await only()).toMatchObject({ title: '编者的标题', body: '<p>新正文</p>' });

    expect(outcomes(await run())).toEqual({ conflicts: 1 });
    expect(outcomes(await run({ onConflict: 'overwrite' }))).toEqual({ updated: 1 });
    expect(await only()).toMatchObject({ title: '档案的标题' });
    expect(outcomes(await run())).toEqual({ unchanged: 1 });
  });

  it("does not publish an editor's unfinished draft", async () => {
    await folder.write(FILE, postText());
    await run();
    const { documentId } = await only('draft');
    await documents().update({ documentId, data: { title: '未完稿' } });
    await folder.write(FILE, postText({ body: '<p>新正文</p>' }));
    expect(outcomes(await run())).toEqual({ updated: 1 });
    expect(await only('draft')).toMatchObject({ title: '未完稿', body: '<p>新正文</p>' });
    expect(await only('published')).toMatchObject({ title: '开工第一天', body: '<p>新正文</p>' });
  });

  it('leaves deleted what an editor has deleted, and tells when the file changes', async () => {
    await folder.write(FILE, postText());
    await run();
    await documents().delete({ documentId: (await only()).documentId });
    expect(outcomes(await run())).toEqual({ unchanged: 1 });
    await folder.write(FILE, postText({ title: '改过的标题' }));
    const { issues, report } = await run();
    expect(report.conflicts).toBe(1);
    expect(issues.map(({ code }) => code)).toEqual(['DELETED_BY_EDITOR']);
    expect(await rows()).toEqual([]);
    expect(outcomes(await run())).toEqual({ unchanged: 1 });
  });

  it('keeps the document of a file that moves to another folder with another footer', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText());
    await run();
    const before = await rows();
    await folder.move(FILE, 'old_post/2022-03-03-NW202203030000000302.md');
    const footer =
      '\n\n<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203030000000302>\n\n' +
      '[返回临江日报新闻](//news.example/category/linjiangribao.html)｜[返回首页](//news.example/)';
    await folder.write(
      'old_post/2022-03-03-NW202203030000000302.md',
      postText({ body: `<p>正文</p>${footer}` })
    );
    const moved = await run({ posts: ['old_post'] });
    expect(moved.report).toMatchObject({ created: 0, updated: 1, missing: 0 });
    expect(moved.issues.map(({ code }) => code)).toContain('MOVED');
    const after = await rows();
    expect(after.map(({ id }: { id: number }) => id)).toEqual(
      before.map(({ id }: { id: number }) => id)
    );
    expect(after[0]).toMatchObject({ slug: SLUG, body: '<p>正文</p>', sourceCode: SLUG });
    expect(outcomes(await run({ posts: ['old_post'] }))).toEqual({ unchanged: 2 });
  });

  it('knows a renamed file by its bytes', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText({ title: '不动' }));
    await run();
    await folder.move(FILE, '_posts/2022-03-03-renamed.md');
    const renamed = await run();
    expect(renamed.report).toMatchObject({ created: 0, missing: 0 });
    expect(await rows()).toHaveLength(4);
  });

  it('takes one of two files that were made of one for it, and the other for a new post', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText({ title: '不动' }));
    await run();
    await folder.remove(FILE);
    await folder.write('_posts/2022-03-04-one.md', postText());
    await folder.write('_posts/2022-03-04-two.md', postText());
    expect(outcomes(await run())).toEqual({ created: 1, updated: 1, unchanged: 1 });
    expect(outcomes(await run())).toEqual({ unchanged: 3 });
    expect(await rows()).toHaveLength(6);
  });

  it('takes a copy of a file that is still there for another post', async () => {
    await folder.write(FILE, postText());
    await run();
    await folder.write('_posts/2022-03-04-copy.md', postText());
    expect(outcomes(await run())).toEqual({ created: 1, unchanged: 1 });
  });

  it('reports a file that is gone and keeps its document', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText());
    await run();
    await folder.remove(FILE);
    const { report, issues } = await run();
    expect(report).toMatchObject({ found: 1, unchanged: 1, missing: 1 });
    expect(issues).toContainEqual(expect.objectContaining({ path: FILE, code: 'MISSING' }));
    expect(await rows()).toHaveLength(4);
  });

  it('takes a post whose file is gone from the public when told to, and gives it back', async () => {
    const text = postText();
    await folder.write(FILE, text);
    await folder.write('_posts/2022-03-05-stays.md', postText());
    await run();
    await folder.remove(FILE);
    expect(outcomes(await run({ unpublishMissing: true }))).toEqual({ unchanged: 1, missing: 1 });
    expect(await documents().count({ status: 'published' })).toBe(1);
    expect(await documents().count({ status: 'draft' })).toBe(2);
    expect(outcomes(await run({ unpublishMissing: true }))).toEqual({ unchanged: 1, missing: 1 });
    await folder.write(FILE, text);
    expect(outcomes(await run())).toEqual({ unchanged: 1, updated: 1 });
    expect(await documents().count({ status: 'published' })).toBe(2);
  });

  it('leaves public what an editor has published again though its file is missing', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText({ title: '不动' }));
    await run();
    await folder.remove(FILE);
    await run({ unpublishMissing: true });
    const [post] = await documents().findMany({ filters: { slug: SLUG } });
    await documents().publish({ documentId: post?.documentId ?? '' });
    expect(outcomes(await run({ unpublishMissing: true }))).toEqual({ unchanged: 1, missing: 1 });
    expect(await documents().count({ status: 'published' })).toBe(2);
  });

  it('does not miss the file of a document that an editor has deleted', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-05-stays.md', postText({ title: '不动' }));
    await run();
    const [post] = await documents().findMany({ filters: { slug: SLUG } });
    await documents().delete({ documentId: post?.documentId ?? '' });
    await folder.remove(FILE);
    const { report, issues } = await run();
    expect([report.missing, issues]).toEqual([0, []]);
  });

  it('finds a category again that an editor has renamed', async () => {
    await folder.write(FILE, postText());
    await run();
    const [category] = await site.strapi.documents('api::category.category').findMany();
    if (category === undefined) throw new Error('There is no category.');
    await site.strapi
      .documents('api::category.category')
      .update({ documentId: category.documentId, data: { name: '临江日报', slug: 'linjiang' } });
    await folder.write('_posts/2022-03-05-next.md', postText({ title: '第二篇' }));
    await run();
    expect(await site.strapi.documents('api::category.category').count({})).toBe(1);
    const posts = await documents().findMany({ populate: ['categories'] });
    expect(posts.map(({ categories }) => categories?.[0]?.name)).toEqual(['临江日报', '临江日报']);
  });

  it('tries a quarantined file again on every run', async () => {
    await folder.write(FILE, postText({ date: 'soon' }));
    expect(outcomes(await run())).toEqual({ quarantined: 1 });
    expect(outcomes(await run())).toEqual({ quarantined: 1 });
    await folder.write(FILE, postText());
    expect(outcomes(await run())).toEqual({ created: 1 });
  });

  it('publishes a post whose draft days are over', async () => {
    await folder.write(FILE, postText({ header: ['published: false'] }));
    await run();
    expect(await rows()).toHaveLength(1);
    await folder.write(FILE, postText());
    expect(outcomes(await run())).toEqual({ updated: 1 });
    const published = await only('published');
    expect(published.publishedAt).toBe('2022-03-03T00:35:15.000Z');
  });

  it('gives two posts of one slug two slugs, the first its own, and says so', async () => {
    await folder.write('_posts/2022-03-03-same.md', postText());
    await folder.write(
      '_posts/2022-03-04-same.md',
      postText({ title: '另一篇', date: '2022-03-04 09:00:00 +0800' })
    );
    const { issues } = await run();
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ['_posts/2022-03-04-same.md', 'SLUG_TAKEN'],
    ]);
    const posts = await documents().findMany({ sort: 'slug' });
    expect(posts.map(({ slug }) => slug)).toEqual(['same', 'same-2']);
    expect(outcomes(await run())).toEqual({ unchanged: 2 });
  });

  it('gives a post whose slug cannot be one another, and says so', async () => {
    await folder.write(FILE, postText({ header: ['slug: a/b?'] }));
    const { issues } = await run();
    expect(issues).toMatchObject([
      { code: 'SLUG_INVALID', message: '"a/b?" cannot be a slug: this document is "a-b-".' },
    ]);
    expect((await only('published')).slug).toBe('a-b-');
  });

  it('keeps the very bytes of a file whose line ends were repaired', async () => {
    const text = postText().replaceAll('\n', '\r');
    await folder.write(FILE, text);
    expect(outcomes(await run())).toEqual({ created: 1 });
    const record = await site.strapi.db.query('plugin::front-matter.record').findOne({});
    expect(record.raw).toBe(Buffer.from(text).toString('base64'));
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    await folder.write(FILE, postText());
    await folder.write('_posts/2022-03-04-broken.md', postText({ date: 'soon' }));
    const dry = await run({ dryRun: true });
    expect(dry.report.run).toBeNull();
    expect(outcomes(dry)).toEqual({ created: 1, quarantined: 1 });
    for (const uid of emptiedTypes(site.strapi)) {
      expect(await site.strapi.db.query(uid).count()).toBe(0);
    }
    expect(outcomes(await run())).toEqual(outcomes(dry));
  });

  it('fails where the folder is gone before it is read, and imports it once it is back', async () => {
    await folder.write(FILE, postText());
    const importer = site.strapi.service('plugin::front-matter.importer');
    const archive = await importer.open(folder.root, {
      dialect: 'auto',
      posts: [],
      timezone: null,
    });
    const elsewhere = `${folder.root}-elsewhere`;
    await rename(folder.root, elsewhere);
    try {
      await expect(run({ name: 'archive', ...{ archive } })).rejects.toThrow('There is no ');
    } finally {
      await rename(elsewhere, folder.root);
    }
    expect(outcomes(await run())).toEqual({ created: 1 });
  });

  it('refuses another archive of the same name until it is given one', async () => {
    await folder.write(FILE, postText());
    await run();
    await folder.move(FILE, '_posts/2022-03-09-something-else.md');
    await folder.write('_posts/2022-03-09-something-else.md', postText({ title: '另一个档案' }));
    const importer = site.strapi.service('plugin::front-matter.importer');
    const archive = await importer.open(folder.root, {
      dialect: 'auto',
      posts: [],
      timezone: null,
    });
    const asking = { ...archive, name: 'archive' };
    await expect(run({ name: null, ...{ archive: asking } })).rejects.toThrow(
      'An archive called "archive" was imported before'
    );
    expect(await site.strapi.db.query('plugin::front-matter.run').count()).toBe(1);
  });
});
