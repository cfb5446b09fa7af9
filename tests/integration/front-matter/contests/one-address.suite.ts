import type { TestSite } from '../../harness/boot';
import { emptySite } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder, type PostParts } from '../archive-folder';
import { importInto, rollBack, type Imported } from '../importing';

const POST = 'api::post.post';
const OLDER = '_posts/2022-03-03-older.md';
const NEWER = '_posts/2022-03-04-newer.md';
const SHARED = '/shared/';

const BEFORE = '2022-03-03 08:35:15 +0800';
const AFTER = '2022-03-04 08:35:15 +0800';

/** A post at the address that others have, too. */
const shared = (title: string, date: string, more: PostParts = {}): string =>
  postText({ title, date, ...more, header: [`permalink: ${SHARED}`, ...(more.header ?? [])] });

export const oneAddress = suite('posts with one address', (current) => {
  let site: TestSite;
  let token: string;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = current();
    token = await signIn(site);
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
  });
  afterEach(() => folder.drop());

  /** The title of the post that visitors get, and how. */
  const shownAt = async (url: string): Promise<string | null> => {
    const { body } = await site.http.get('/api/permalinks/resolve').query({ url });
    const documentId = (body as { data: { documentId: string } | null }).data?.documentId;
    if (documentId === undefined) return null;
    const post = await site.strapi.documents(POST).findOne({ documentId, status: 'published' });
    return post?.title ?? null;
  };
  const pathOf = async (title: string): Promise<unknown> => {
    const { body } = await site.http.get('/api/posts').query({ 'filters[title][$eq]': title });
    return (body as { data: { path: string }[] }).data[0]?.path;
  };
  const idOf = async (title: string): Promise<string> => {
    const [post] = await site.strapi.documents(POST).findMany({ filters: { title } });
    if (post === undefined) throw new Error(`There is no post called ${title}.`);
    return post.documentId;
  };
  /** Adds a redirect to a document, as an editor does in the panel, instead of another's. */
  const redirect = async (documentId: string): Promise<void> => {
    const uid = 'plugin::permalinks.address';
    await site.strapi.db.query(uid).deleteMany({ where: { address: '/shared' } });
    const { status } = await site.http
      .post(`/permalinks/addresses/${POST}/${documentId}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ path: SHARED });
    expect(status).toBe(200);
  };
  const run = (): Promise<Imported> => importInto(site.strapi, folder.root);
  /** Imports dry first, and holds what that says against what is said in earnest. */
  const runBoth = async (): Promise<Imported> => {
    const dry = await importInto(site.strapi, folder.root, { dryRun: true });
    const real = await run();
    expect(dry.issues).toEqual(real.issues);
    return real;
  };
  const told = ({ issues }: Imported): string[] =>
    issues
      .filter(({ code }) => code.startsWith('PATH_') || code === 'SLUG_TAKEN')
      .map(({ code, path, message }) => `${code} ${path}: ${message}`)
      .sort();
  const BOTH = [
    `PATH_CONTESTED ${NEWER}: The address ${SHARED} leads to this post, and ${OLDER} asks for it as well.`,
    `PATH_TAKEN ${OLDER}: The address ${SHARED} leads to ${NEWER}: that post is newer.`,
  ];
  const writeBoth = async (): Promise<void> => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(NEWER, shared('新', AFTER));
  };
  const count = (uid: string): Promise<number> => site.strapi.db.query(uid).count();

  it('show the newer one, and the report names both files', async () => {
    await writeBoth();
    const real = await runBoth();
    expect(told(real)).toEqual(BOTH);
    expect(real.issues.find(({ code }) => code === 'PATH_CONTESTED')?.severity).toBe('info');
    expect(await shownAt(SHARED)).toBe('新');
  });

  it('show the newer one where its file is the first', async () => {
    const [first, second] = ['_posts/2022-03-03-a.md', '_posts/2022-03-03-b.md'];
    await folder.write(first, shared('新', AFTER));
    await folder.write(second, shared('旧', BEFORE));
    expect(told(await runBoth())).toEqual([
      expect.stringMatching(`^PATH_CONTESTED ${first}: .* and ${second} asks`),
      expect.stringMatching(`^PATH_TAKEN ${second}: .* leads to ${first}: that post is newer`),
    ]);
    expect(await shownAt(SHARED)).toBe('新');
  });

  it('show that of two with one date whose path is the later one', async () => {
    const paths = ['_posts/2022-03-03-a.md', '_posts/2022-03-03-b.md', '_posts/2022-03-03-B.md'];
    for (const path of paths) await folder.write(path, shared(path, BEFORE));
    expect(told(await runBoth())).toHaveLength(4);
    expect(await shownAt(SHARED)).toBe('_posts/2022-03-03-b.md');
  });

  it('are one pair each with the newest, however many files lie between them', async () => {
    const COUNT = 1200;
    await folder.write('_posts/2022-03-01-a.md', shared('最新', '2022-03-09 08:00:00 +0800'));
    await folder.write('_posts/2022-03-05-m.md', shared('中', '2022-03-05 08:00:00 +0800'));
    await folder.write('_posts/2022-03-09-z.md', shared('最旧', '2022-03-01 08:00:00 +0800'));
    for (let index = 0; index < COUNT; index += 1) {
      await folder.write(`_posts/2022-03-0${3 + (index % 5)}-p${index}.md`, postText());
    }
    const real = await runBoth();
    expect(await shownAt(SHARED)).toBe('最新');
    expect(told(real).map((line) => line.split(':')[0])).toEqual([
      'PATH_CONTESTED _posts/2022-03-01-a.md',
      'PATH_CONTESTED _posts/2022-03-01-a.md',
      'PATH_TAKEN _posts/2022-03-05-m.md',
      'PATH_TAKEN _posts/2022-03-09-z.md',
    ]);
    expect(told(await run())).toEqual([]);
  });

  it.each([
    ['the older one first', [OLDER, NEWER]],
    ['the newer one first', [NEWER, OLDER]],
  ])('show the newer one, imported in two runs, %s', async (_, order) => {
    const texts = new Map([
      [OLDER, shared('旧', BEFORE)],
      [NEWER, shared('新', AFTER)],
    ]);
    const [first = '', second = ''] = order;
    await folder.write(first, texts.get(first) ?? '');
    expect(told(await runBoth())).toEqual([]);
    await folder.write(second, texts.get(second) ?? '');
    expect(told(await runBoth())).toEqual(BOTH);
    expect(await shownAt(SHARED)).toBe('新');
    expect(told(await runBoth())).toEqual([]);
  });

  it('change places when a date does, though the other file is not read', async () => {
    await writeBoth();
    await run();
    await folder.write(NEWER, shared('新', '2022-03-02 08:00:00 +0800'));
    expect(told(await runBoth())).toEqual([
      expect.stringMatching(`^PATH_CONTESTED ${OLDER}: .* and ${NEWER} asks`),
      expect.stringMatching(`^PATH_TAKEN ${NEWER}: .* leads to ${OLDER}: that post is newer`),
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
    await folder.write(OLDER, shared('旧', '2022-03-01 08:00:00 +0800'));
    expect(told(await runBoth())).toHaveLength(2);
    expect(await shownAt(SHARED)).toBe('新');
  });

  it('give the address to the other one when one of them goes elsewhere', async () => {
    await writeBoth();
    await run();
    await folder.write(
      NEWER,
      postText({ title: '新', date: AFTER, header: ['permalink: /elsewhere/'] })
    );
    expect(told(await runBoth())).toEqual([
      expect.stringMatching(`^PATH_TAKEN ${NEWER}: .*: this post has another address now`),
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
    expect(await shownAt('/elsewhere/')).toBe('新');
  });

  it('show none that the generator does not, and show it once it does', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(NEWER, shared('新', AFTER, { header: ['published: false'] }));
    expect(told(await runBoth())).toEqual([
      expect.stringContaining(`PATH_CONTESTED ${OLDER}`),
      expect.stringMatching(`^PATH_TAKEN ${NEWER}: .* leads to ${OLDER}: this post is not shown`),
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
    await folder.write(NEWER, shared('新', AFTER));
    expect(told(await runBoth())).toEqual(BOTH);
    expect(await shownAt(SHARED)).toBe('新');
  });

  it('go before those that only redirect from the address, however new these are', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(
      NEWER,
      postText({ title: '新', date: AFTER, header: [`redirect_from: ${SHARED}`] })
    );
    expect(told(await runBoth())).toEqual([
      expect.stringContaining(`PATH_CONTESTED ${OLDER}`),
      expect.stringMatching(`^PATH_TAKEN ${NEWER}: .* the own address of that post`),
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it("leave an editor's redirect as it is, and his own documents", async () => {
    const documentId = (
      await site.strapi.documents(POST).create({ data: { title: '站内' }, status: 'published' })
    ).documentId;
    await redirect(documentId);
    await writeBoth();
    expect(told(await runBoth())).toEqual([
      `PATH_TAKEN ${OLDER}: The address ${SHARED} leads to another document already.`,
      `PATH_TAKEN ${NEWER}: The address ${SHARED} leads to another document already.`,
    ]);
    expect(await shownAt(SHARED)).toBe('站内');
  });

  it("leave an editor's redirect as it is that leads to an imported post", async () => {
    await folder.write(OLDER, postText({ title: '旧', date: BEFORE }));
    await run();
    const documentId = await idOf('旧');
    await redirect(documentId);
    await folder.write(NEWER, shared('新', AFTER));
    expect(told(await runBoth())).toEqual([
      `PATH_TAKEN ${NEWER}: The address ${SHARED} leads to another document already.`,
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('give the address to the other one where an editor has deleted the newer', async () => {
    await writeBoth();
    await run();
    await site.strapi.documents(POST).delete({ documentId: await idOf('新') });
    await runBoth();
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('are of two archives with one rule, and each report names the archive of the other', async () => {
    await folder.write(NEWER, shared('新', AFTER));
    await run();
    const other = await archiveFolder();
    await other.write(OLDER, shared('旧', BEFORE));
    const real = await importInto(site.strapi, other.root, { name: 'other' });
    expect(told(real)).toEqual([
      `PATH_CONTESTED : The address ${SHARED} leads to ${NEWER} of the archive "archive", and ${OLDER} asks for it as well.`,
      expect.stringMatching(
        `^PATH_TAKEN ${OLDER}: .* leads to ${NEWER} of the archive "archive": that`
      ),
    ]);
    expect(await shownAt(SHARED)).toBe('新');
    await other.write(OLDER, shared('旧', '2022-03-05 08:00:00 +0800'));
    await importInto(site.strapi, other.root, { name: 'other' });
    expect(await shownAt(SHARED)).toBe('旧');
    await other.drop();
  });

  it('have the address that they would have without a run that is undone, in any order', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    const first = (await run()).report.run;
    await folder.write(NEWER, shared('新', AFTER));
    const second = (await run()).report.run;
    const undone = (await rollBack(site.strapi, second)).report.run;
    expect(await shownAt(SHARED)).toBe('旧');
    await rollBack(site.strapi, undone);
    expect(await shownAt(SHARED)).toBe('新');
    const without = (await rollBack(site.strapi, first)).report.run;
    expect(await shownAt(SHARED)).toBe('新');
    await rollBack(site.strapi, without);
    expect(await shownAt(SHARED)).toBe('新');
    await rollBack(site.strapi, second);
    expect(await shownAt(SHARED)).toBe('旧');
    await rollBack(site.strapi, first);
    expect(await shownAt(SHARED)).toBeNull();
    expect(await count('plugin::permalinks.address')).toBe(0);
  });

  it('change places again when a run that changed a date is undone', async () => {
    await writeBoth();
    await run();
    await folder.write(OLDER, shared('旧', '2022-03-05 08:00:00 +0800'));
    const { report } = await run();
    expect(await shownAt(SHARED)).toBe('旧');
    const undone = (await rollBack(site.strapi, report.run)).report.run;
    expect(await shownAt(SHARED)).toBe('新');
    await rollBack(site.strapi, undone);
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('show the one that visitors see, where an editor has taken the newer from the public', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(NEWER, postText({ title: '新', date: AFTER, header: ['permalink: /w/'] }));
    await run();
    await site.strapi.documents(POST).unpublish({ documentId: await idOf('新') });
    await folder.write(NEWER, shared('新', AFTER));
    expect(told(await runBoth())).toEqual([
      expect.stringContaining(`PATH_CONTESTED ${OLDER}`),
      expect.stringMatching(`^PATH_TAKEN ${NEWER}: .* this post is not shown`),
    ]);
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('give the address to the other one where an editor takes the newer from the public', async () => {
    await writeBoth();
    await run();
    await site.strapi.documents(POST).unpublish({ documentId: await idOf('新') });
    await runBoth();
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('are foreseen where a file is missing, and its document taken from the public', async () => {
    await writeBoth();
    for (const name of ['x', 'y']) {
      await folder.write(`_posts/2022-03-01-${name}.md`, postText({ title: name }));
    }
    await run();
    await folder.remove(NEWER);
    const dry = await importInto(site.strapi, folder.root, {
      dryRun: true,
      unpublishMissing: true,
    });
    const real = await importInto(site.strapi, folder.root, { unpublishMissing: true });
    expect(dry.issues).toEqual(real.issues);
    expect(told(real)).toHaveLength(2);
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('keep their places while a file is damaged', async () => {
    const broken = '---\ntitle: \u0000 "x\n- a\n  b: {\n---\nx';
    await folder.write(OLDER, shared('旧', BEFORE));
    await run();
    await folder.write(OLDER, broken);
    expect((await run()).report.quarantined).toBe(1);
    await folder.write(NEWER, shared('新', AFTER));
    expect(told(await runBoth())).toEqual(BOTH);
    expect(await shownAt(SHARED)).toBe('新');
    await site.strapi.documents(POST).delete({ documentId: await idOf('新') });
    await run();
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('leave an editor what he has taken from the one and given to the other', async () => {
    await writeBoth();
    await run();
    await redirect(await idOf('旧'));
    await folder.write(NEWER, shared('新', AFTER, { body: '另一段' }));
    await runBoth();
    expect(await shownAt(SHARED)).toBe('旧');
  });

  it('are settled by the next run where one was cut short', async () => {
    await writeBoth();
    const signal = new AbortController();
    await importInto(site.strapi, folder.root, {
      signal: signal.signal,
      onProgress: () => signal.abort(),
    });
    expect(await shownAt(SHARED)).toBe('旧');
    expect(told(await runBoth())).toEqual(BOTH);
    expect(await shownAt(SHARED)).toBe('新');
  });

  describe('that also have one slug', () => {
    const [FIRST, SECOND] = ['_posts/a/2022-03-03-same.md', '_posts/b/2022-03-03-same.md'];
    const PAGE = '/linjiangribao/2022/03/03/same.html';
    const same = (title: string, time: string) =>
      postText({ title, date: `2022-03-03 ${time} +0800` });
    const slugOf = async (title: string): Promise<unknown> => {
      const rows: { slug: string }[] = await site.strapi.db
        .query(POST)
        .findMany({ where: { title } });
      return [...new Set(rows.map(({ slug }) => slug))].join();
    };

    it('show the newer one there, which has the slug, and the other one elsewhere', async () => {
      await folder.write(FIRST, same('旧', '08:00:00'));
      await folder.write(SECOND, same('新', '09:00:00'));
      expect(told(await runBoth())).toEqual([
        expect.stringContaining(`PATH_CONTESTED ${SECOND}`),
        expect.stringContaining(`PATH_TAKEN ${FIRST}`),
        `SLUG_TAKEN ${FIRST}: The slug "same" is another document's: this one is "same-2".`,
      ]);
      expect(await shownAt(PAGE)).toBe('新');
      expect(await pathOf('新')).toBe(PAGE);
      expect(await pathOf('旧')).toBe('/linjiangribao/2022/03/03/same-2.html');
      expect(await shownAt('/linjiangribao/2022/03/03/same-2.html')).toBe('旧');
      expect((await run()).report).toMatchObject({ unchanged: 2 });
    });

    it('leave the page to the one that has it since an earlier run, and both are named', async () => {
      await folder.write(FIRST, same('旧', '08:00:00'));
      await run();
      await folder.write(SECOND, same('新', '09:00:00'));
      const second = await runBoth();
      expect(told(second)).toEqual([
        expect.stringMatching(`^PATH_CONTESTED ${FIRST}: .* and ${SECOND} asks for it as well`),
        expect.stringMatching(
          `^PATH_TAKEN ${SECOND}: .* leads to ${FIRST}: this post is newer, but`
        ),
        expect.stringMatching(`^SLUG_TAKEN ${SECOND}: .* this one is "same-2"`),
      ]);
      expect([await shownAt(PAGE), await slugOf('旧'), await slugOf('新')]).toEqual([
        '旧',
        'same',
        'same-2',
      ]);
      await rollBack(site.strapi, second.report.run);
      expect([await shownAt(PAGE), await slugOf('旧')]).toEqual(['旧', 'same']);
    });

    it('keep what they have exchanged when one is changed, and when that is undone', async () => {
      await folder.write(FIRST, same('旧', '08:00:00'));
      await folder.write(SECOND, same('新', '09:00:00'));
      const { report: first } = await run();
      await folder.write(FIRST, same('旧', '10:00:00'));
      const real = await runBoth();
      expect(real.report).toMatchObject({ updated: 1, conflicts: 0 });
      expect([await shownAt(PAGE), await slugOf('旧')]).toEqual(['新', 'same-2']);
      const { report, issues } = await rollBack(site.strapi, real.report.run);
      expect(issues).toEqual([]);
      expect(report).toMatchObject({ restored: 1, left: 0 });
      const gone = await rollBack(site.strapi, first.run);
      expect(gone.report).toMatchObject({ removed: 2, left: 0 });
      expect(await count('plugin::permalinks.address')).toBe(0);
    });

    it('leave the page where it is whose slug an editor has chosen', async () => {
      await folder.write(FIRST, same('旧', '08:00:00'));
      await run();
      const documentId = await idOf('旧');
      await site.strapi.documents(POST).update({ documentId, data: { slug: 'chosen' } });
      await site.strapi.documents(POST).publish({ documentId });
      await folder.write(SECOND, same('新', '09:00:00'));
      await runBoth();
      expect(await slugOf('旧')).toBe('chosen');
      expect(await shownAt(PAGE)).toBe('新');
    });
  });
});
