import { records } from '../../../../src/plugins/front-matter/server/src/ledger/records/records';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { statementsOf } from '../../harness/statements';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, rollBack, type Imported } from '../importing';

const POST = 'api::post.post';
const OLD = '_posts/2022-05-01-teh-harbour-opens.md';
const NEW = '_posts/2022-05-01-the-harbour-opens.md';
/** A file that stays where it is, so that the archive is not taken for another. */
const STAYS = '_posts/2022-01-01-stays.md';

const HARBOUR = [
  'The harbour opened for the season on Saturday. Two ferries lay at the quay, and the band of the',
  'fire brigade played until the rain came. The mayor said that the new pier had cost less than the',
  'council had feared, and that the timetable would be kept this year. From May on there is a boat',
  'every hour; the last one leaves the island at nine in the evening. Tickets are sold on board.',
].join('\n');

const SNAILS = [
  'A reader in the hills asks how to keep snails off her lettuce without any poison. Our gardener',
  'has tried everything over the years: coffee grounds, broken eggshells, copper tape and a family',
  'of ducks. The ducks were the best, and the worst for the lettuce. What has worked in three',
  'summers is to water in the morning instead of the evening, so that the bed is dry at night.',
].join('\n');

const harbour = (more = '', title = 'The harbour opens'): string =>
  postText({ title, date: '2022-05-01 08:00:00 +0800', body: `${HARBOUR}${more}` });

describe.each(databases)('a file that was renamed and edited since, on $name', (kind) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = await boot(kind);
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
    await folder.write(STAYS, postText({ title: '不动', body: '一月一日' }));
  });
  afterEach(() => folder.drop());
  afterAll(() => site.close());

  const run = (wish: Parameters<typeof importInto>[2] = {}): Promise<Imported> =>
    importInto(site.strapi, folder.root, wish);
  const documents = () => site.strapi.documents(POST);
  const bySlug = async (slug: string, status: 'draft' | 'published' = 'published') =>
    (await documents().findMany({ status, filters: { slug } }))[0];
  const idOf = async (slug: string): Promise<string> =>
    (await bySlug(slug, 'draft'))?.documentId ?? 'none';
  const said = ({ issues }: Imported, code: string) =>
    issues.filter((issue) => issue.code === code).map(({ path, message }) => ({ path, message }));
  const replace = async (from: string, to: string, text: string): Promise<void> => {
    await folder.remove(from);
    await folder.write(to, text);
  };
  /** Runs dry, then in earnest, and holds one against the other. */
  const runTwice = async (wish: Parameters<typeof importInto>[2] = {}): Promise<Imported> => {
    const dry = await run({ ...wish, dryRun: true });
    const real = await run(wish);
    expect(outcomes(dry)).toEqual(outcomes(real));
    expect(dry.issues).toEqual(real.issues);
    return real;
  };

  it('keeps its document, which takes up the edit, and its old address leads there', async () => {
    await folder.write(OLD, harbour());
    await run();
    const id = await idOf('teh-harbour-opens');
    await replace(OLD, NEW, harbour('\n\nDogs travel for nothing.'));
    const moved = await runTwice();
    expect(outcomes(moved)).toEqual({ updated: 1, unchanged: 1 });
    expect(said(moved, 'MOVED')).toEqual([
      { path: NEW, message: expect.stringMatching(`^The file was ${OLD} before.*\\(9\\d % of`) },
    ]);
    expect(await bySlug('the-harbour-opens')).toMatchObject({
      documentId: id,
      body: expect.stringContaining('Dogs travel'),
    });
    const url = '/linjiangribao/2022/05/01/teh-harbour-opens.html';
    const answer = await site.http.get('/api/permalinks/resolve').query({ url });
    expect(answer.body.data).toMatchObject({ documentId: id, status: 301 });
    expect(outcomes(await run())).toEqual({ unchanged: 2 });
    expect(await documents().count({})).toBe(2);
  });

  it('keeps it under another title and another date as well', async () => {
    await folder.write(OLD, harbour());
    await folder.write('_drafts/snails.md', postText({ title: 'Snails', body: SNAILS }));
    await run();
    const [harbourId, snailsId] = [await idOf('teh-harbour-opens'), await idOf('snails')];
    await replace(OLD, '_posts/2022-05-01-the-harbour-has-opened.md', harbour(' Soon.', 'Ferries'));
    await replace(
      '_drafts/snails.md',
      '_posts/2022-05-09-snails.md',
      postText({ title: 'Snails', date: '2022-05-09', body: SNAILS.replace('ducks', 'geese') })
    );
    expect(outcomes(await runTwice())).toEqual({ updated: 2, unchanged: 1 });
    expect((await bySlug('the-harbour-has-opened'))?.documentId).toBe(harbourId);
    expect((await bySlug('snails'))?.documentId).toBe(snailsId);
  });

  it('keeps it wherever the file is now, where the text itself has stayed', async () => {
    const body = `${HARBOUR}\n\n${SNAILS}`;
    await folder.write(OLD, harbour(`\n\n${SNAILS}`));
    await run();
    const id = await idOf('teh-harbour-opens');
    await replace(OLD, 'blog/_posts/2023-01-01-again.md', postText({ title: 'Again', body }));
    expect(outcomes(await runTwice())).toEqual({ updated: 1, unchanged: 1 });
    expect((await bySlug('again'))?.documentId).toBe(id);
  });

  it("keeps an editor's change, whatever the file says now", async () => {
    await folder.write(OLD, harbour());
    await run();
    const documentId = await idOf('teh-harbour-opens');
    const body = `${HARBOUR} An editor was here.`;
    await documents().update({ documentId, data: { excerpt: 'By an editor', body } });
    await documents().publish({ documentId });
    await replace(OLD, NEW, harbour(' And cats.', 'The harbour is open'));
    const moved = await runTwice();
    expect(outcomes(moved)).toEqual({ conflicts: 1, unchanged: 1 });
    expect(said(moved, 'MOVED')).toHaveLength(1);
    expect(said(moved, 'CONFLICT')).toEqual([
      { path: NEW, message: expect.stringContaining('body') },
    ]);
    expect(await bySlug('the-harbour-opens')).toMatchObject({
      documentId,
      excerpt: 'By an editor',
      title: 'The harbour is open',
      body,
    });
  });

  it('becomes a post of its own beside two that it may be, and both are named', async () => {
    const other = '_posts/2022-05-01-tehh-harbour-opens.md';
    await folder.write(OLD, harbour());
    await folder.write(other, harbour('', 'The harbour'));
    await run();
    await folder.remove(other);
    await replace(OLD, NEW, harbour(' Soon.'));
    const result = await runTwice({ name: 'archive' });
    expect(outcomes(result)).toEqual({ created: 1, unchanged: 1, missing: 2 });
    const [doubt] = said(result, 'MAYBE_MOVED');
    expect(doubt?.path).toBe(NEW);
    expect(doubt?.message).toContain(OLD);
    expect(doubt?.message).toContain(other);
    expect(await documents().count({})).toBe(4);
    expect(said(await run(), 'MAYBE_MOVED')).toEqual([]);
  });

  it('is told of as one of two, when two files are like the one that is gone', async () => {
    const other = '_posts/2022-05-01-our-harbour-opens.md';
    await folder.write(OLD, harbour());
    await run();
    await folder.write(other, harbour(' Late.'));
    await replace(OLD, NEW, harbour(' Soon.'));
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 2, unchanged: 1, missing: 1 });
    expect(said(result, 'MAYBE_MOVED').map(({ path }) => path)).toEqual([other, NEW]);
  });

  it('is the same however many files lie between it and another that is like it', async () => {
    await folder.write(OLD, harbour());
    await run();
    const last = '_posts/2023-12-31-teh-harbour-opens-again.md';
    await replace(OLD, '_posts/2022-02-02-harbour.md', harbour(' Soon.'));
    for (let index = 0; index < 200; index += 1) {
      const name = `_posts/2022-06-01-p${String(index).padStart(3, '0')}.md`;
      await folder.write(name, postText({ title: `第${index}篇`, body: `第${index}篇` }));
    }
    await folder.write(last, harbour(' Late.'));
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 202, unchanged: 1, missing: 1 });
    expect(said(result, 'MAYBE_MOVED').map(({ path }) => path)).toEqual([
      '_posts/2022-02-02-harbour.md',
      last,
    ]);
  });

  it('stands back behind a file with the very bytes, however late that comes', async () => {
    await folder.write(OLD, harbour());
    await run();
    const id = await idOf('teh-harbour-opens');
    await folder.write(NEW, harbour(' Soon.'));
    for (let index = 0; index < 200; index += 1) {
      const name = `_posts/2022-06-01-p${String(index).padStart(3, '0')}.md`;
      await folder.write(name, postText({ title: `第${index}篇`, body: `第${index}篇` }));
    }
    await replace(OLD, '_posts/2023-12-31-copy.md', harbour());
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 201, updated: 1, unchanged: 1 });
    expect(said(result, 'MAYBE_MOVED')).toEqual([]);
    expect((await bySlug('copy'))?.documentId).toBe(id);
  });

  it('is not the next part of a series, nor another post of the day', async () => {
    const part = (number: number, body: string): string =>
      postText({
        title: `A boat, part ${number}`,
        body: `Part ${number} of our series.\n\n${body}`,
      });
    await folder.write('_posts/2022-05-01-boat-part-1.md', part(1, HARBOUR));
    await run();
    await replace(
      '_posts/2022-05-01-boat-part-1.md',
      '_posts/2022-05-01-boat-part-2.md',
      part(2, SNAILS)
    );
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 1, unchanged: 1, missing: 1 });
    expect(said(result, 'MAYBE_MOVED')).toEqual([]);
  });

  it('is not the successor of what an editor has deleted', async () => {
    await folder.write(OLD, harbour());
    await run();
    await documents().delete({ documentId: await idOf('teh-harbour-opens') });
    await replace(OLD, NEW, harbour(' Soon.'));
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 1, unchanged: 1 });
    expect(said(result, 'MAYBE_MOVED')).toEqual([]);
  });

  it('stays deleted where an editor has deleted it, and the text itself has stayed', async () => {
    const body = `${HARBOUR}\n\n${SNAILS}`;
    await folder.write(OLD, harbour(`\n\n${SNAILS}`));
    await run();
    await documents().delete({ documentId: await idOf('teh-harbour-opens') });
    await replace(OLD, '_posts/2022-06-01-ferries.md', postText({ title: 'Ferries', body }));
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ conflicts: 1, unchanged: 1 });
    expect(result.issues.map(({ code }) => code)).toEqual(['MOVED', 'DELETED_BY_EDITOR']);
    expect(await documents().count({})).toBe(1);
  });

  it('is not another of the next week, under the same title and the same name', async () => {
    await folder.write('_posts/2022-05-02-lunch-menu.md', harbour(' Soup.', 'Lunch menu'));
    await run();
    const id = await idOf('lunch-menu');
    await replace(
      '_posts/2022-05-02-lunch-menu.md',
      '_posts/2022-05-09-lunch-menu.md',
      harbour(' Beef with potatoes.', 'Lunch menu')
    );
    const result = await runTwice();
    expect(outcomes(result)).toEqual({ created: 1, unchanged: 1, missing: 1 });
    expect(said(result, 'MAYBE_MOVED')).toHaveLength(1);
    expect(await documents().findOne({ documentId: id })).toMatchObject({
      body: expect.stringContaining('Soup'),
    });
  });

  it('keeps its document beside a file of its old name that is no post', async () => {
    await folder.write(OLD, harbour());
    await run();
    const id = await idOf('teh-harbour-opens');
    await folder.write(OLD.replace('_posts', 'blog/_posts'), postText({ date: 'soon' }));
    await replace(OLD, NEW, harbour(' Soon.'));
    expect(outcomes(await runTwice())).toEqual({ updated: 1, quarantined: 1, unchanged: 1 });
    expect((await bySlug('the-harbour-opens'))?.documentId).toBe(id);
  });

  it('is told of as one of two, though the import was cancelled between them', async () => {
    const last = 'zz/_posts/2022-05-01-teh-harbour-opens.markdown';
    await folder.write(OLD, harbour());
    await run();
    await replace(OLD, NEW, harbour(' Soon.'));
    for (let index = 0; index < 300; index += 1) {
      const name = `_posts/2022-06-01-p${String(index).padStart(3, '0')}.md`;
      await folder.write(name, postText({ title: `第${index}篇`, body: `第${index}篇` }));
    }
    await folder.write(last, harbour(' And cats.'));
    const controller = new AbortController();
    const first = await run({
      signal: controller.signal,
      onProgress: ({ created }) => {
        if (created > 0) controller.abort();
      },
    });
    expect(first.report).toMatchObject({ complete: false });
    expect(said(first, 'MAYBE_MOVED').map(({ path }) => path)).toEqual([NEW]);
    const second = await run();
    expect(said(second, 'MOVED')).toEqual([]);
    expect(said(second, 'MAYBE_MOVED').map(({ path }) => path)).toEqual([last]);
    expect(await documents().count({})).toBe(304);
  });

  it('gets its document back where it was taken for another, and the other is a post of its own', async () => {
    await folder.write(OLD, harbour());
    await run();
    const id = await idOf('teh-harbour-opens');
    await replace(OLD, NEW, harbour(' Soon.', 'Another'));
    expect(said(await run(), 'MOVED')).toHaveLength(1);
    await replace(NEW, OLD, harbour());
    expect(said(await run(), 'MOVED')).toHaveLength(1);
    expect(await bySlug('teh-harbour-opens')).toMatchObject({
      documentId: id,
      title: 'The harbour opens',
      body: expect.not.stringContaining('Soon'),
    });
    await folder.write(NEW, harbour(' Soon.', 'Another'));
    expect(outcomes(await runTwice())).toEqual({ created: 1, unchanged: 2 });
    expect((await bySlug('teh-harbour-opens'))?.documentId).toBe(id);
  });

  it('is not taken for what is where it was, in other code points', async () => {
    const [first, second] = [
      'a/_posts/2022-05-01-caf\u00e9.md',
      'b/_posts/2022-05-01-caf\u00e9.md',
    ];
    await folder.write(first, harbour(' One.', 'First'));
    await folder.write(second, postText({ title: 'Second', body: SNAILS }));
    await run();
    const [firstId] = (await documents().findMany({ filters: { title: 'First' } })).map(
      ({ documentId }) => documentId
    );
    await folder.remove(first);
    await replace(second, second.normalize('NFD'), postText({ title: 'Second', body: SNAILS }));
    await folder.write('_posts/2022-05-01-cafes.md', harbour(' One or two.', 'First'));
    const result = await runTwice();
    expect(said(result, 'MOVED').map(({ path }) => path)).toEqual(['_posts/2022-05-01-cafes.md']);
    expect(await bySlug('cafes')).toMatchObject({ documentId: firstId });
  });

  it('keeps its document though it could not be read for a while', async () => {
    await folder.write(OLD, harbour());
    await run();
    const id = await idOf('teh-harbour-opens');
    await replace(OLD, NEW, postText({ date: 'soon', body: HARBOUR }));
    expect(outcomes(await runTwice())).toEqual({ quarantined: 1, unchanged: 1, missing: 1 });
    await folder.write(NEW, harbour(' Soon.'));
    expect(outcomes(await runTwice())).toEqual({ updated: 1, unchanged: 1 });
    expect((await bySlug('the-harbour-opens'))?.documentId).toBe(id);
  });

  it('stays public when what is missing is taken from the public, or comes back to it', async () => {
    await folder.write(OLD, harbour());
    await run();
    await replace(OLD, NEW, harbour(' Soon.'));
    expect(outcomes(await runTwice({ unpublishMissing: true }))).toEqual({
      updated: 1,
      unchanged: 1,
    });
    await folder.remove(NEW);
    expect(outcomes(await run({ unpublishMissing: true }))).toEqual({ unchanged: 1, missing: 1 });
    expect(await bySlug('the-harbour-opens')).toBeUndefined();
    await folder.write(OLD, harbour(' At last.'));
    expect(outcomes(await runTwice({ unpublishMissing: true }))).toEqual({
      updated: 1,
      unchanged: 1,
    });
    expect(await bySlug('teh-harbour-opens')).toMatchObject({
      body: expect.stringContaining('At last.'),
    });
  });

  it('has the document as it was when the run is undone, and edits it again at the next', async () => {
    const query = (uid: string) => site.strapi.db.query(uid);
    const state = async () => {
      const posts = await query(POST).findMany({ orderBy: { id: 'asc' } });
      return posts.map(({ updatedAt: _, ...row }: Record<string, unknown>) => row);
    };
    await folder.write(OLD, harbour());
    await run();
    const before = await state();
    await replace(OLD, NEW, harbour(' Soon.', 'Harbour opens'));
    const moved = await run();
    const after = await state();
    const undone = await rollBack(site.strapi, moved.report.run);
    expect(undone.report).toMatchObject({ restored: 1, removed: 0, left: 0 });
    expect(await state()).toEqual(before);
    await rollBack(site.strapi, undone.report.run);
    expect(await state()).toEqual(after);
    const third = await rollBack(site.strapi, moved.report.run);
    expect(third.report.left).toBe(0);
    expect(outcomes(await run())).toEqual({ updated: 1, unchanged: 1 });
    expect(await state()).toEqual(after);
    expect(outcomes(await run())).toEqual({ unchanged: 2 });
  });

  it('is not looked for where nothing is gone, and no file is read for what has kept its name', async () => {
    const contentsAsked = async (): Promise<number> => {
      const sent = await statementsOf(site.strapi, () => run({ posts: ['old_post'] }));
      return sent.filter(({ sql }) => /^select (?!.*fingerprint).*checksum.*imported/u.test(sql))
        .length;
    };
    await folder.write(OLD, harbour());
    await folder.write('_posts/2022-05-02-snails.md', postText({ body: SNAILS }));
    await run();
    await folder.write('_posts/2022-05-03-new.md', postText({ body: SNAILS }));
    expect(await contentsAsked()).toBe(0);
    await replace(OLD, OLD.replace('_posts', 'old_post'), harbour(' Soon.'));
    expect(await contentsAsked()).toBe(0);
    await replace('_posts/2022-05-02-snails.md', '_posts/2022-05-02-snail.md', postText());
    expect(await contentsAsked()).toBe(1);
  });

  it('is not looked for where thousands are gone, which is told once', async () => {
    await folder.write(OLD, harbour());
    await run();
    const ledger = records(site.strapi);
    const [known] = await site.strapi.db
      .query('plugin::front-matter.record')
      .findMany({ where: { path: OLD } });
    const rows = Array.from({ length: 5_001 }, (_, index) => {
      const { id: _id, documentId: _own, ...row } = known;
      const fileName = `2021-01-01-gone-${index}.md`;
      const key = `${index}`.padStart(64, '0');
      return { ...row, key, path: `_posts/${fileName}`, fileName, imported: null };
    });
    await site.strapi.db.transaction(({ trx }) => ledger.insert(trx, rows));
    await folder.remove(OLD);
    expect(said(await run({ dryRun: true }), 'RENAMES_UNCHECKED')).toEqual([]);
    await folder.write(NEW, harbour(' Soon.'));
    const result = await runTwice();
    expect(outcomes(result)).toMatchObject({ created: 1, unchanged: 1 });
    expect(said(result, 'RENAMES_UNCHECKED')).toEqual([
      { path: '', message: expect.stringContaining('were not compared') },
    ]);
  });
});
