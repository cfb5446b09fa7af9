import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { emptySite } from '../harness/empty-site';
import { archiveFolder, postText, type ArchiveFolder, type PostParts } from './archive-folder';
import { importInto, rollBack, type Imported } from './importing';

const POST = 'api::post.post';
const OLDER = '_posts/2022-03-03-older.md';
const NEWER = '_posts/2022-03-04-newer.md';
const SHARED = '/shared/';

const BEFORE = '2022-03-03 08:35:15 +0800';
const AFTER = '2022-03-04 08:35:15 +0800';

/** A post at the address that others have, too. */
const shared = (title: string, date: string, more: PostParts = {}): string =>
  postText({ title, date, ...more, header: [`permalink: ${SHARED}`, ...(more.header ?? [])] });

import { appendFileSync } from 'node:fs';
const log = (...a: unknown[]) => appendFileSync('/tmp/trial.log', a.map((x) => typeof x === 'string' ? x : JSON.stringify(x, null, 1)).join(' ') + '\n');
describe.each(databases)('trial, on $name', (kind) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = await boot(kind);
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
  });
  afterEach(() => folder.drop());
  afterAll(() => site.close());

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
  /** Adds a redirect to a document, as an editor does in the panel. */
  const redirect = async (documentId: string): Promise<void> => {
    const addresses = site.strapi.plugin('permalinks').service<{
      handOver(uid: string, handover: object): Promise<boolean>;
    }>('addresses');
    expect(await addresses.handOver(POST, { path: SHARED, from: null, documentId })).toBe(true);
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
    `PATH_SHARED ${NEWER}: The address ${SHARED} leads to this post, and ${OLDER} asks for it as well.`,
    `PATH_TAKEN ${OLDER}: The address ${SHARED} leads to ${NEWER}: that post is newer.`,
  ];
  const writeBoth = async (): Promise<void> => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(NEWER, shared('新', AFTER));
  };
  const count = (uid: string): Promise<number> => site.strapi.db.query(uid).count();


  const [FIRST, SECOND] = ['_posts/a/2022-03-03-same.md', '_posts/b/2022-03-03-same.md'];
  const PAGE = '/linjiangribao/2022/03/03/same.html';
  const same = (title: string, time: string, more: PostParts = {}) =>
    postText({ title, date: `2022-03-03 ${time} +0800`, ...more });
  const slugOf = async (title: string): Promise<unknown> => {
    const rows: { slug: string }[] = await site.strapi.db.query(POST).findMany({ where: { title } });
    return [...new Set(rows.map(({ slug }) => slug))].join();
  };
  const rec = async (path: string) => site.strapi.db.query('plugin::front-matter.record').findOne({ where: { path } });

  it('A1 unpublish missing', async () => {
    await writeBoth();
    await run();
    await folder.write('_posts/2022-03-01-x.md', postText({ title: 'x' }));
    await folder.write('_posts/2022-03-01-y.md', postText({ title: 'y' }));
    await run();
    await folder.remove(NEWER);
    const dry = await importInto(site.strapi, folder.root, { dryRun: true, unpublishMissing: true });
    const real = await importInto(site.strapi, folder.root, { unpublishMissing: true });
    log('A1 dry', told(dry), 'real', told(real), await shownAt(SHARED));
  });
  it('A2 rollback of creation', async () => {
    await folder.write(FIRST, same('旧', '08:00:00'));
    await run();
    log('A2 slug', await slugOf('旧'), await pathOf('旧'));
    await folder.write(SECOND, same('新', '09:00:00'));
    const second = (await run()).report.run;
    log('A2 slug', await slugOf('旧'), await pathOf('旧'));
    const back = await rollBack(site.strapi, second);
    log('A2 after rollback slug', await slugOf('旧'), await pathOf('旧'), await shownAt(PAGE), back);
    await folder.remove(SECOND);
    log('A2 import', told(await run()), await slugOf('旧'));
  });
  it('A2b editor deletes winner', async () => {
    await folder.write(FIRST, same('旧', '08:00:00'));
    await folder.write(SECOND, same('新', '09:00:00'));
    await run();
    await site.strapi.documents(POST).delete({ documentId: await idOf('新') });
    const dry = await importInto(site.strapi, folder.root, { dryRun: true });
    const real = await run();
    log('A2b', told(dry), told(real), await slugOf('旧'), await pathOf('旧'), await shownAt(PAGE));
  });
  it('A3 editor has unpublished the newer', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await folder.write(NEWER, postText({ title: '新', date: AFTER, header: ['permalink: /w/'] }));
    await run();
    await site.strapi.documents(POST).unpublish({ documentId: await idOf('新') });
    log('A3 before', await shownAt(SHARED));
    await folder.write(NEWER, shared('新', AFTER));
    const real = await run();
    log('A3 after', await shownAt(SHARED), told(real));
  });
  it('A4 agreed slug', async () => {
    const P = '_posts/2022-03-03-a.md';
    await folder.write(P, postText({ title: '甲' }));
    const first = (await run()).report.run;
    const documentId = await idOf('甲');
    await site.strapi.documents(POST).update({ documentId, data: { slug: 'x' } });
    await site.strapi.documents(POST).publish({ documentId });
    await folder.move(P, '_posts/2022-03-03-x.md');
    await folder.write('_posts/2022-03-03-x.md', postText({ title: '甲', header: ['slug: x'] }));
    const r2 = await run();
    log('A4 r2', r2.report, (await rec('_posts/2022-03-03-x.md'))?.imported?.slug ?? (await rec('_posts/2022-03-03-x.md'))?.imported);
    await rollBack(site.strapi, r2.report.run);
    const r = await site.strapi.db.query('plugin::front-matter.record').findMany({});
    log('A4 after rollback', r.map((one: any) => one.imported?.slug ?? one.imported), await slugOf('甲'));
    const gone = await rollBack(site.strapi, first);
    log('A4 rollback first', gone, await slugOf('甲'));
  });
  it('A5 two archives same path', async () => {
    await folder.write(NEWER, shared('新', AFTER));
    await run();
    const other = await archiveFolder();
    await other.write(OLDER, shared('旧', BEFORE));
    await other.write(NEWER, postText({ title: '别', date: AFTER }));
    const real = await importInto(site.strapi, other.root, { name: 'other' });
    log('A5', told(real));
    await other.drop();
  });
  it('A7 category deleted', async () => {
    await folder.write(OLDER, postText({ title: '旧', date: BEFORE, header: ['permalink: /linjiangribao/'] }));
    const r = await run();
    log('A7', told(r), await site.strapi.db.query('plugin::permalinks.address').findMany({ where: { kind: 'path' }, select: ['address', 'targetType'] }));
    const cats = await site.strapi.documents('api::category.category').findMany({});
    for (const c of cats) await site.strapi.documents('api::category.category').delete({ documentId: c.documentId });
    await run();
    log('A7 after', await site.strapi.db.query('plugin::permalinks.address').findMany({ where: { kind: 'path' }, select: ['address', 'targetType'] }), await shownAt('/linjiangribao/'), await site.strapi.db.query('plugin::front-matter.contest').findMany({}));
  });
  it('A8 same archive twice under two names', async () => {
    await writeBoth();
    await run();
    const second = await importInto(site.strapi, folder.root, { name: 'copy', allowDuplicates: true } as object);
    log('A8', told(second), await shownAt(SHARED));
  });
  it('A9 both formerly asked', async () => {
    await folder.write(OLDER, shared('旧', BEFORE));
    await run();
    await folder.write(OLDER, postText({ title: '旧', date: BEFORE, header: ['permalink: /old-now/'] }));
    await run();
    await folder.write(NEWER, shared('新', AFTER));
    log('A9', told(await run()), await shownAt(SHARED));
    await folder.write(NEWER, postText({ title: '新', date: AFTER, header: ['permalink: /new-now/'] }));
    log('A9', told(await run()), await shownAt(SHARED));
  });
  it('A6 many', async () => {
    const COUNT = 1500;
    for (let index = 0; index < COUNT; index += 1) {
      await folder.write(`_posts/2022-03-0${3 + (index % 5)}-p${index}.md`, shared(`p${index}`, BEFORE));
    }
    const durations: number[] = [];
    const t0 = performance.now();
    await run();
    log('A6 first', performance.now() - t0);
    const t1 = performance.now();
    await run();
    log('A6 unchanged', performance.now() - t1);
    await site.strapi.db.query('plugin::front-matter.contest').updateMany({ where: {}, data: { due: true } });
    const t2 = performance.now();
    await run();
    log('A6 one settle of', COUNT, performance.now() - t2, durations);
  });
});
