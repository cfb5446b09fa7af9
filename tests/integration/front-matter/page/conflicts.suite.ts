import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Conflict,
  ConflictPage,
  SettleRequest,
} from '../../../../src/plugins/front-matter/server/src/panel/conflict-contract';
import { conflictRecords } from '../../../../src/plugins/front-matter/server/src/ledger/records/find-conflicts';
import type { ArchiveDetail } from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type {
  ListedIssue,
  Task,
} from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import { suite } from '../../harness/on-each-database';
import { planOf, statementsOf } from '../../harness/statements';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed, tasksInSite } from './asking';

const POST = 'api::post.post';
const ONE = '_posts/2022-03-03-one.md';
const TWO = '_posts/2022-03-04-two.md';

export const conflictsOfPage = suite('conflicts of an archive', (current, kind) => {
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let archive: ArchiveDetail;
  const { ask, add, have, until } = asking(current, () => token);
  tasksInSite(current);
  const query = (name: string) => current().strapi.db.query(name as typeof POST);
  const documents = () => current().strapi.documents(POST);

  const post = async (slug: string, status: 'draft' | 'published' = 'draft') => {
    const found = await documents().findFirst({
      filters: { slug: { $eq: slug } },
      status,
      populate: ['categories', 'tags'],
    });
    if (found === null) throw new Error(`There is no ${status} of ${slug}.`);
    return found;
  };
  const edit = async (slug: string, data: Record<string, unknown>): Promise<void> => {
    const { documentId } = await post(slug);
    await documents().update({ documentId, data });
    await documents().publish({ documentId });
  };
  const renew = async (): Promise<void> => {
    archive = await add(await packed(folder.root), '新闻.tar.gz', `&archive=${archive.key}`);
  };
  const importAgain = (): Promise<Task> => have(`/archives/${archive.key}/import`);
  const list = async (after = 0): Promise<ConflictPage> =>
    (await ask('get', `/archives/${archive.key}/conflicts?after=${after}`).expect(200)).body.data;
  const look = async (file: string): Promise<Conflict> => {
    const { conflicts } = await list();
    const id = conflicts.find((each) => each.path === file)?.id;
    return (await ask('get', `/archives/${archive.key}/conflicts/${id}`).expect(200)).body.data;
  };
  const settle = async (request: SettleRequest): Promise<Task> => {
    const { body } = await ask('post', `/archives/${archive.key}/settle`).send(request).expect(200);
    const { key } = body.data as Task;
    return until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
  };
  /** A decision about some of what was looked at. */
  const decide = (
    { path: file, checksum, details }: Conflict,
    sides: Readonly<Record<string, 'archive' | 'site'>>
  ): SettleRequest => ({
    files: [
      {
        path: file,
        checksum: checksum ?? '',
        fields: Object.fromEntries(
          details.flatMap(({ attribute, seen }) => {
            const side = sides[attribute];
            return side === undefined ? [] : [[attribute, { side, seen }]];
          })
        ),
      },
    ],
  });
  const issuesOf = async ({ key }: Task, code: string): Promise<readonly ListedIssue[]> =>
    (await ask('get', `/tasks/${key}/issues?code=${code}`).expect(200)).body.data.issues;
  const rollBack = (run: number | null): Promise<Task> => have(`/runs/${run}/rollback`);

  beforeAll(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'broadsheet-storage-'));
    const { config } = current().strapi;
    const settings = config.get<object>('plugin::front-matter.archives', {});
    config.set('plugin::front-matter.archives', { ...settings, folder: storage });
    process.env['ARCHIVES_FOLDER'] = storage;
    token = await signIn(current());
  });
  beforeEach(async () => {
    for (const name of ['record', 'run', 'change', 'task', 'archive', 'term'] as const) {
      await query(`plugin::front-matter.${name}`).deleteMany({});
    }
    for (const name of ['post', 'category', 'tag'] as const) {
      await query(`api::${name}.${name}`).deleteMany({});
    }
    await query('plugin::permalinks.address').deleteMany({});
    folder = await archiveFolder();
    await folder.write(ONE, postText({ title: '第一篇', body: '一\n二\n三' }));
    await folder.write(TWO, postText({ title: '第二篇' }));
    archive = await add(await packed(folder.root), '新闻.tar.gz');
    await importAgain();
  });
  afterEach(() => folder.drop());
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await rm(storage, { recursive: true, force: true });
  });

  /** An editor and the archive change title, body and tags of a post; the archive alone its category. */
  const disagree = async (): Promise<void> => {
    await edit('one', { title: '编者的题', body: '一\n编者\n三', tags: [], excerpt: '编者按' });
    await folder.write(
      ONE,
      postText({
        title: '归档的题',
        body: '一\n归档\n三',
        tags: '归档标签',
        categories: 'qinglanwanbao',
      })
    );
    await renew();
    expect((await importAgain()).counts).toMatchObject({ conflicts: 1, unchanged: 1 });
  };
  const EDITED = { title: '编者的题', body: '一\n编者\n三', tags: [], excerpt: '编者按' };

  it('are listed with their posts, their fields, and the run that found them', async () => {
    expect(await list()).toMatchObject({ conflicts: [], count: 0, next: null });
    await disagree();
    const { body } = await ask('get', '/runs').expect(200);
    const [{ number, startedAt }] = body.data.runs;
    await importAgain();
    const page = await list();
    expect(page).toMatchObject({ count: 1, next: null });
    expect(page.conflicts).toEqual(
      [
        {
          id: expect.any(Number),
          path: ONE,
          documentId: (await post('one')).documentId,
          locale: null,
          title: '编者的题',
          fields: ['title', 'body', 'tags'].toSorted(),
          since: { run: number, at: startedAt },
        },
      ].map((each) => ({ ...each, fields: expect.arrayContaining(each.fields) }))
    );
    expect(await list(page.conflicts[0]?.id)).toMatchObject({ conflicts: [], count: 1 });
  });

  it('are shown field by field, with both sides and what was imported last', async () => {
    await disagree();
    const conflict = await look(ONE);
    expect(conflict).toMatchObject({ path: ONE, obstacle: null, next: null });
    const details = new Map(conflict.details.map((each) => [each.attribute, each]));
    expect(details.get('title')).toMatchObject({
      state: 'conflict',
      archive: { kind: 'text', text: '归档的题', isCut: false },
      site: { kind: 'text', text: '编者的题' },
      imported: { kind: 'text', text: '第一篇' },
    });
    expect(details.get('body')).toMatchObject({
      state: 'conflict',
      archive: { text: '一\n归档\n三' },
      site: { text: '一\n编者\n三' },
    });
    expect(details.get('tags')).toMatchObject({
      state: 'conflict',
      archive: { kind: 'names', names: ['归档标签'] },
      site: { kind: 'empty' },
      imported: { kind: 'names', names: ['临江日报新闻'] },
    });
    expect(details.get('excerpt')).toMatchObject({ state: 'site', site: { text: '编者按' } });
    expect(details.has('categories')).toBe(false);
    expect(details.has('slug')).toBe(false);
  });

  it('are settled field by field, in the draft and in what is public, and are none afterwards', async () => {
    await disagree();
    const conflict = await look(ONE);
    const task = await settle(
      decide(conflict, { title: 'archive', body: 'site', tags: 'archive' })
    );
    expect(task).toMatchObject({ state: 'finished', settles: true, counts: { updated: 1 } });
    expect(task.startedBy).toBe('Lin Wang');
    expect(await issuesOf(task, 'CONFLICT_SETTLED')).toHaveLength(1);
    for (const status of ['draft', 'published'] as const) {
      expect(await post('one', status)).toMatchObject({
        title: '归档的题',
        body: '一\n编者\n三',
        tags: [{ name: '归档标签' }],
        categories: [{ slug: 'qinglanwanbao' }],
        excerpt: '编者按',
      });
    }
    expect(await list()).toMatchObject({ conflicts: [], count: 0 });
    expect((await importAgain()).counts).toMatchObject({ found: 2, unchanged: 2, conflicts: 0 });

    // What was kept is still the editor's: a further change of the file is a conflict again.
    await folder.write(
      ONE,
      postText({
        title: '归档的题',
        body: '一\n再改\n三',
        tags: '归档标签',
        categories: 'qinglanwanbao',
      })
    );
    await renew();
    expect((await importAgain()).counts).toMatchObject({ conflicts: 1 });
    expect((await list()).conflicts[0]?.fields).toEqual(['body']);
    expect(await post('one')).toMatchObject({ body: '一\n编者\n三' });
  });

  it('leave alone what an editor’s draft alone has, when the archive’s is taken', async () => {
    const { documentId } = await post('one');
    await documents().update({ documentId, data: { title: '草稿的题' } });
    await folder.write(ONE, postText({ title: '归档的题', body: '一\n二\n三' }));
    await renew();
    await importAgain();
    await settle(decide(await look(ONE), { title: 'archive' }));
    expect(await post('one', 'draft')).toMatchObject({ title: '归档的题' });
    // As an overwriting import leaves it: what is public was not the editor's draft.
    expect(await post('one', 'published')).toMatchObject({ title: '第一篇' });
  });

  it('stay for the fields that nothing is decided about', async () => {
    await disagree();
    await settle(decide(await look(ONE), { title: 'archive' }));
    expect(await post('one')).toMatchObject({ title: '归档的题', body: '一\n编者\n三' });
    const { conflicts } = await list();
    expect(conflicts[0]?.fields?.toSorted()).toEqual(['body', 'tags']);
    const details = (await look(ONE)).details.filter(({ state }) => state === 'conflict');
    expect(details.map(({ attribute }) => attribute).toSorted()).toEqual(['body', 'tags']);
  });

  it('are there again, with the editor’s version, once their settling is rolled back', async () => {
    await disagree();
    const before = await list();
    const run = await settle(
      decide(await look(ONE), { title: 'archive', body: 'site', tags: 'archive' })
    );
    expect((await rollBack(run.run)).state).toBe('finished');
    for (const status of ['draft', 'published'] as const) {
      expect(await post('one', status)).toMatchObject(EDITED);
    }
    const { conflicts } = await list();
    expect(conflicts).toEqual([
      { ...before.conflicts[0], fields: expect.arrayContaining(['title', 'body', 'tags']) },
    ]);
    expect((await importAgain()).counts).toMatchObject({ conflicts: 1, unchanged: 1 });
    expect(await post('one')).toMatchObject(EDITED);
  });

  it('are settled again when the rollback of their settling is rolled back', async () => {
    await disagree();
    const run = await settle(
      decide(await look(ONE), { title: 'archive', body: 'site', tags: 'archive' })
    );
    const undone = await rollBack(run.run);
    await rollBack(undone.run);
    expect(await post('one')).toMatchObject({ title: '归档的题', body: '一\n编者\n三' });
    expect(await list()).toMatchObject({ conflicts: [], count: 0 });
    expect((await importAgain()).counts).toMatchObject({ unchanged: 2 });
  });

  it('are left, and said to be, where an editor saves between looking and settling', async () => {
    await disagree();
    const conflict = await look(ONE);
    await edit('one', { title: '又改的题' });
    const task = await settle(decide(conflict, { title: 'archive', body: 'archive' }));
    expect(task.counts).toMatchObject({ conflicts: 1 });
    expect(await issuesOf(task, 'DECISION_OUTDATED')).toEqual([
      expect.objectContaining({ path: ONE, message: expect.stringContaining('title') }),
    ]);
    expect(await post('one')).toMatchObject({ title: '又改的题', body: '一\n归档\n三' });
    expect((await list()).conflicts[0]?.fields).toEqual(expect.arrayContaining(['title', 'tags']));
  });

  it('are left where the file has changed between looking and settling', async () => {
    await disagree();
    const conflict = await look(ONE);
    await folder.write(ONE, postText({ title: '更新的题', body: '一\n归档\n三' }));
    await renew();
    const task = await settle(decide(conflict, { title: 'archive', body: 'archive' }));
    expect(task.counts).toMatchObject({ conflicts: 1 });
    expect(await issuesOf(task, 'DECISION_OUTDATED')).toHaveLength(1);
    expect(await post('one')).toMatchObject({ title: '编者的题', body: '一\n编者\n三' });
  });

  const disagreeTwice = async (): Promise<void> => {
    await edit('one', { title: '编者一' });
    await edit('two', { title: '编者二' });
    await folder.write(ONE, postText({ title: '归档一', body: '一\n二\n三' }));
    await folder.write(TWO, postText({ title: '归档二' }));
    await renew();
    await importAgain();
  };

  it.each([
    ['archive', '归档一', '归档二'],
    ['site', '编者一', '编者二'],
  ] as const)('are settled all alike, for the %s', async (side, one, two) => {
    await disagreeTwice();
    const { look: seen, count } = await list();
    expect(count).toBe(2);
    const task = await settle({ all: { side, ...seen } });
    expect(task).toMatchObject({ state: 'finished', total: 2, counts: { found: 2, conflicts: 0 } });
    expect(await post('one')).toMatchObject({ title: one });
    expect(await post('two')).toMatchObject({ title: two });
    expect(await list()).toMatchObject({ count: 0 });
    expect((await importAgain()).counts).toMatchObject({ unchanged: 2 });
    await ask('post', `/archives/${archive.key}/settle`)
      .send({ all: { side, ...seen } })
      .expect(400);
    await rollBack(task.run);
    expect(await post('one')).toMatchObject({ title: '编者一' });
    expect(await post('two')).toMatchObject({ title: '编者二' });
    expect(await list()).toMatchObject({ count: 2 });
  });

  it('are not settled alike where an editor has saved since, or another run has found them', async () => {
    await disagreeTwice();
    const { look: seen } = await list();
    await edit('two', { excerpt: '编者按' });
    const task = await settle({ all: { side: 'archive', ...seen } });
    expect(task.counts).toMatchObject({ updated: 1, conflicts: 1 });
    expect(await post('one')).toMatchObject({ title: '归档一' });
    expect(await post('two')).toMatchObject({ title: '编者二' });
    expect(await issuesOf(task, 'DECISION_OUTDATED')).toHaveLength(1);
    const later = await list();
    await importAgain();
    const again = await settle({ all: { side: 'archive', ...later.look } });
    expect(again.counts).toMatchObject({ conflicts: 1 });
    expect(await post('two')).toMatchObject({ title: '编者二' });
  });

  it('are settled as decided though the archive is to overwrite', async () => {
    await disagreeTwice();
    const conflict = await look(ONE);
    await ask('put', `/archives/${archive.key}`)
      .send({ options: { ...archive.options, onConflict: 'overwrite' } })
      .expect(200);
    await settle(decide(conflict, { title: 'site' }));
    expect(await post('one')).toMatchObject({ title: '编者一' });
    expect(await post('two')).toMatchObject({ title: '编者二' });
  });

  it('say why there is nothing to decide where the document or the file is gone', async () => {
    await disagreeTwice();
    const { conflicts, look: seen } = await list();
    const [one, two] = conflicts;
    await documents().delete({ documentId: one?.documentId ?? '' });
    await folder.remove(TWO);
    await renew();
    const of = async (id: number | undefined) =>
      (await ask('get', `/archives/${archive.key}/conflicts/${id}`).expect(200)).body.data;
    expect(await of(one?.id)).toMatchObject({ obstacle: 'deleted', details: [], next: two?.id });
    expect(await of(two?.id)).toMatchObject({ obstacle: 'no-file', checksum: null });
    const task = await settle({ all: { side: 'archive', ...seen } });
    expect(task.state).toBe('finished');
    expect(await issuesOf(task, 'DECISION_OUTDATED')).toContainEqual(
      expect.objectContaining({ path: TWO })
    );
    expect(await post('two')).toMatchObject({ title: '编者二' });
  });

  it('are found by an index, however many files an archive has', async () => {
    await disagreeTwice();
    const { strapi } = current();
    const { db } = strapi;
    const rows = Array.from({ length: 4_000 }, (_, index) => ({
      ...{ document_id: `d${index}`, key: `k${index}`, archive: '新闻', path: `p${index}` },
      ...{ file_name: `f${index}`, status: 'imported', checksum: 'x', fingerprint: 'x', run: 1 },
    }));
    await db.connection.batchInsert('front_matter_records', rows, 80);
    const table = kind.name === 'mysql' ? 'table ' : '';
    await db.connection.raw(`analyze ${table}front_matter_records`);
    const ledger = conflictRecords(strapi, '新闻');
    for (const work of [() => ledger.page(0, 25), () => ledger.count()]) {
      const [sent] = await statementsOf(strapi, work);
      const plan = sent === undefined ? [] : await planOf(strapi, sent);
      expect(JSON.stringify(plan)).toContain('front_matter_records_in_conflict');
    }
    const { rows: found } = await ledger.page(0, 25);
    expect(found).toHaveLength(2);
  });

  it('are asked for by whoever knows how', async () => {
    await disagreeTwice();
    const address = `/archives/${archive.key}`;
    const wrong = [
      {},
      { all: { side: 'both', lookedAt: new Date().toISOString(), run: 1 } },
      { files: [] },
      { files: [{ path: ONE, checksum: 'x', fields: { title: { side: 'archive' } } }] },
      { files: [], all: { side: 'site', lookedAt: 'now', run: 1 } },
    ];
    for (const body of wrong) await ask('post', `${address}/settle`).send(body).expect(400);
    for (const id of ['999999', 'x', '-1', '1e99']) {
      await ask('get', `${address}/conflicts/${id}`).expect(404);
    }
    await ask('get', `${address}/conflicts?after=x`).expect(200);
    await ask('get', '/archives/none/conflicts').expect(404);
    await folder.write('_posts/2022-03-05-new.md', postText({ title: '新篇' }));
    await renew();
    for (const file of ['_posts/none.md', '_posts/2022-03-05-new.md']) {
      await ask('post', `${address}/settle`)
        .send({ files: [{ path: file, checksum: 'x', fields: {} }] })
        .expect(404);
    }
    const odd = JSON.parse('{"constructor":{"side":"archive","seen":"x"}}');
    await settle({ files: [{ path: ONE, checksum: 'x', fields: odd }] });
    expect(await post('one')).toMatchObject({ title: '编者一' });
  });
});
