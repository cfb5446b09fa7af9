import { access, appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArchiveDetail } from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed } from './asking';

const POST = 'api::post.post';

/** Its title is mended. */
const MENDED = '---\nlayout: post\ntitle: 第二篇: 续\ndate: 2022-03-04 08:00:00 +0800\n---\n正文';

/** Its header is no YAML, and nobody knows what was meant. */
const BROKEN = '---\nlayout: post\ntitle: 第三篇\nseries: [一, 二\n---\n正文';

export const archives = suite('an archive that the page imports', (current) => {
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let archive: ArchiveDetail;
  const { ask, add, have, until, upload } = asking(current, () => token);
  const posts = () =>
    current()
      .strapi.db.query(POST)
      .count({ where: { publishedAt: null } });
  const storageNow = async (name: string) => readdir(path.join(storage, name)).catch(() => []);
  /** Waits until one archive has files: those before go once it is said that the newer ones are there. */
  const storageOfOne = async (): Promise<string[]> => {
    for (let time = 0; time < 100; time += 1) {
      const names = await storageNow('archives');
      if (names.length === 1) return names;
      await pause(100);
    }
    return storageNow('archives');
  };

  beforeAll(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'broadsheet-storage-'));
    current().strapi.config.set('plugin::front-matter.archives', {
      ...current().strapi.config.get<object>('plugin::front-matter.archives', {}),
      folder: storage,
    });
    process.env['ARCHIVES_FOLDER'] = storage;
    token = await signIn(current());
    folder = await archiveFolder();
    await folder.write('_posts/2022-03-03-one.md', postText({ title: '第一篇' }));
    await folder.write('_posts/2022-03-04-two.md', MENDED);
    await folder.write('_posts/2022-03-05-broken.md', BROKEN);
    archive = await add(await packed(folder.root), '新闻.tar.gz');
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await folder.drop();
    await rm(storage, { recursive: true, force: true });
  });

  it('is unpacked, opened and named after its file', () => {
    expect(archive).toMatchObject({
      name: '新闻',
      origin: 'upload',
      state: 'ready',
      message: null,
      files: 4,
      addedBy: 'Lin Wang',
      opened: { dialect: 'Jekyll', found: 3 },
      problem: null,
      preview: null,
      lastImport: null,
      options: { dialect: 'auto', onConflict: 'keep', allowDuplicates: false },
    });
  });

  it('tells of a folder of posts that it does not have', async () => {
    const options = { ...archive.options, posts: ['_gone'] };
    await ask('put', `/archives/${archive.key}`).send({ options }).expect(200);
    const { body } = await ask('get', `/archives/${archive.key}`).expect(200);
    expect(body.data.opened.issues).toEqual(
      expect.arrayContaining([
        { code: 'FOLDER_MISSING', message: expect.stringContaining('"_gone"') },
      ])
    );
    await ask('put', `/archives/${archive.key}`).send({ options: archive.options }).expect(200);
  });

  it('is previewed: counts, the first posts, and what there is to say, with nothing written', async () => {
    const task = await have(`/archives/${archive.key}/preview`);
    expect(task).toMatchObject({
      kind: 'preview',
      state: 'finished',
      message: null,
      run: null,
      startedBy: 'Lin Wang',
      total: 3,
      counts: { found: 3, created: 2, repaired: 1, quarantined: 1 },
    });
    expect(task.posts).toContainEqual(
      expect.objectContaining({ title: '第一篇', isPublished: true, categories: ['linjiangribao'] })
    );
    expect(task.codes[0]).toMatchObject({ severity: 'error', count: 1 });
    const { body } = await ask('get', `/tasks/${task.key}/issues`).expect(200);
    expect(body.data.issues).toContainEqual(
      expect.objectContaining({ path: '_posts/2022-03-05-broken.md', severity: 'error' })
    );
    expect(body.data.issues).toContainEqual(
      expect.objectContaining({
        path: '_posts/2022-03-04-two.md',
        line: 3,
        before: expect.stringContaining('第二篇: 续'),
        after: expect.stringContaining('第二篇: 续'),
      })
    );
    expect(await posts()).toBe(0);
    expect(await current().strapi.db.query('plugin::front-matter.run').count()).toBe(0);
  });

  it('shows a file of its own as it stands, and no other', async () => {
    const file = (name: string) =>
      ask('get', `/archives/${archive.key}/file?path=${encodeURIComponent(name)}`);
    expect((await file('_posts/2022-03-05-broken.md').expect(200)).body.data).toMatchObject({
      text: BROKEN,
      isCut: false,
    });
    for (const name of ['../../../etc/passwd', '/etc/passwd', '_posts', '', '_posts/none.md']) {
      await file(name).expect(404);
    }
    await file('a\0').expect(400);
  });

  it('is imported by whoever asked, in a run that the history has', async () => {
    const task = await have(`/archives/${archive.key}/import`);
    expect(task).toMatchObject({ kind: 'import', state: 'finished', counts: { created: 2 } });
    expect(await posts()).toBe(2);
    const { body } = await ask('get', '/runs').expect(200);
    expect(body.data.runs[0]).toMatchObject({
      number: task.run,
      kind: 'import',
      archive: '新闻',
      state: 'finished',
      startedBy: 'Lin Wang',
      undoneBy: null,
      task: task.key,
    });
  });

  it('gives its report as JSON and as a table', async () => {
    const task = (await until<ArchiveDetail>(`/archives/${archive.key}`, () => true)).lastImport;
    const report = (format: string) => ask('get', `/tasks/${task?.key}/report?format=${format}`);
    const json = await report('json').buffer().expect(200);
    expect(JSON.parse(json.text ?? String(json.body))).toMatchObject({
      archive: '新闻',
      created: 2,
      quarantined: 1,
      issues: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    });
    const csv = await report('csv').buffer().expect(200);
    expect(csv.text).toContain('_posts/2022-03-05-broken.md,');
    expect(csv.headers['content-disposition']).toContain('.csv');
  });

  it('takes a newer version under its name, whose posts are the same', async () => {
    await folder.write('_posts/2022-03-05-broken.md', postText({ title: '第三篇' }));
    const before = await storageNow('archives');
    const newer = await add(await packed(folder.root), 'new.tar.gz', `&archive=${archive.key}`);
    expect(newer).toMatchObject({ key: archive.key, name: '新闻', place: 'new.tar.gz' });
    const now = await storageOfOne();
    expect(now).toHaveLength(1);
    expect(now).not.toEqual(before);
    const task = await have(`/archives/${archive.key}/import`);
    expect(task).toMatchObject({ counts: { found: 3, created: 1, unchanged: 2 } });
    expect(await posts()).toBe(3);
  });

  it('says what a rollback would undo, and undoes it', async () => {
    const [run] = (await ask('get', '/runs').expect(200)).body.data.runs;
    const undoing = (await ask('get', `/runs/${run.number}/undoing`).expect(200)).body.data;
    expect(undoing).toMatchObject({ run: run.number, made: 1, changed: 0, editedSince: 0 });
    const task = await have(`/runs/${run.number}/rollback`);
    expect(task).toMatchObject({
      kind: 'rollback',
      state: 'finished',
      undoes: run.number,
      counts: { removed: 1, left: 0 },
    });
    expect(await posts()).toBe(2);
    await ask('post', `/runs/${run.number}/rollback`).expect(400);
    const [, undone] = (await ask('get', '/runs').expect(200)).body.data.runs;
    expect(undone).toMatchObject({ number: run.number, undoneBy: task.run });
    const { lastImport, lastUndoneBy } = (await ask('get', `/archives/${archive.key}`)).body.data;
    expect([lastImport.run, lastUndoneBy]).toEqual([run.number, task.run]);
  });

  it('counts among what a rollback would leave what an editor has saved since', async () => {
    const { strapi } = current();
    const first = await strapi.db.query(POST).findOne({ where: { title: '第一篇' } });
    await strapi
      .documents(POST)
      .update({ documentId: first.documentId, data: { title: '改过的' } as object });
    const runs = (await ask('get', '/runs').expect(200)).body.data.runs;
    const { number } = runs.at(-1);
    const undoing = (await ask('get', `/runs/${number}/undoing`).expect(200)).body.data;
    expect(undoing).toMatchObject({ made: 1, editedSince: 1, goneSince: 0 });
  });

  it('has options that are kept, and refuses those that are none', async () => {
    const put = (body: object) => ask('put', `/archives/${archive.key}`).send(body);
    const options = { ...archive.options, timezone: 'Asia/Shanghai', onConflict: 'overwrite' };
    const changed = (await put({ name: '旧闻', options }).expect(200)).body.data;
    expect(changed).toMatchObject({ name: '旧闻', options, opened: { timezone: 'Asia/Shanghai' } });
    const wrong = (await put({ options: { ...options, timezone: 'Mars/Sea' } }).expect(200)).body;
    expect(wrong.data).toMatchObject({
      opened: null,
      problem: expect.stringContaining('Mars/Sea'),
    });
    for (const body of [
      { name: '' },
      { name: 'x'.repeat(256) },
      { options: { dialect: 'none' } },
      { options: { shell: 'rm' } },
      { root: '/etc' },
      [],
    ]) {
      await put(body).expect(400);
    }
    await put({ name: '新闻', options: archive.options }).expect(200);
  });

  it('tells why an import has failed', async () => {
    const options = { ...archive.options, locale: 'xx' };
    await ask('put', `/archives/${archive.key}`).send({ options }).expect(200);
    const task = await have(`/archives/${archive.key}/import`);
    const message = expect.stringContaining('xx');
    expect(task).toMatchObject({ state: 'failed', failure: 'options', message });
    await ask('put', `/archives/${archive.key}`).send({ options: archive.options }).expect(200);
  });

  it('is forgotten with its files, and its posts stay', async () => {
    await ask('delete', `/archives/${archive.key}`).expect(200);
    await ask('get', `/archives/${archive.key}`).expect(404);
    expect(await storageNow('archives')).toEqual([]);
    expect(await posts()).toBe(2);
  });

  it('leaves nothing of what cannot be unpacked, and says why', async () => {
    await upload(Buffer.from('not an archive')).expect(400);
    await upload(Buffer.alloc(0)).expect(400);
    const broken = await add((await packed(folder.root)).subarray(0, 200));
    expect(broken).toMatchObject({ state: 'refused', opened: null });
    expect(broken.message).not.toBe('');
    expect(await storageNow('archives')).toEqual([]);
    expect(await storageNow('incoming')).toEqual([]);
    await ask('post', `/archives/${broken.key}/import`).expect(400);
    await ask('delete', `/archives/${broken.key}`).expect(200);
    await expect(access(path.join(storage, 'archives'))).resolves.toBeUndefined();
  });

  it('keeps its files where a newer version is refused, and says why', async () => {
    const kept = await add(await packed(folder.root));
    const files = await storageNow('archives');
    const broken = (await packed(folder.root)).subarray(0, 200);
    const after = await add(broken, 'newer.tar.gz', `&archive=${kept.key}`);
    const { place, addedAt, opened, files: count } = kept;
    expect(after).toMatchObject({ state: 'ready', place, addedAt, opened, files: count });
    expect(after.message).toMatch(/\w/u);
    expect(await storageNow('archives')).toEqual(files);
    expect(await storageNow('incoming')).toEqual([]);
    // What can be unpacked and is no archive is none either.
    const other = await archiveFolder();
    await other.write('photos/readme.txt', 'no posts');
    const wrong = await add(await packed(other.root), 'wrong.tar.gz', `&archive=${kept.key}`);
    expect(wrong).toMatchObject({ state: 'ready', place, addedAt, opened, files: count });
    expect(wrong.message).toMatch(/no newer version.*has no posts/u);
    await other.remove('_config.yml');
    await other.write('notes/one.md', '# One');
    const plain = await add(await packed(other.root), 'plain.tar.gz', `&archive=${kept.key}`);
    expect(plain).toMatchObject({ state: 'ready', place, addedAt, opened, files: count });
    expect(plain.message).toMatch(/no newer version.*plain folder of Markdown/u);
    await other.drop();
    expect(await storageNow('archives')).toEqual(files);
    // Its posts are on the site under another name.
    const options = { ...kept.options, allowDuplicates: true };
    await ask('put', `/archives/${kept.key}`).send({ options }).expect(200);
    expect(await have(`/archives/${kept.key}/preview`)).toMatchObject({ state: 'finished' });
    await ask('delete', `/archives/${kept.key}`).expect(200);
  });

  it('gives way to a newer version, whatever that is, where it has no posts itself', async () => {
    const other = await archiveFolder();
    await other.write('photos/readme.txt', 'no posts');
    const first = await add(await packed(other.root));
    expect(first).toMatchObject({ state: 'ready', opened: null });
    const next = await add(await packed(other.root), 'next.tar.gz', `&archive=${first.key}`);
    expect(next).toMatchObject({ state: 'ready', place: 'next.tar.gz', message: null });
    await other.drop();
    await ask('delete', `/archives/${first.key}`).expect(200);
  });

  it('is as it was when the server has ended in the middle of unpacking', async () => {
    const { strapi } = current();
    const kept = await add(await packed(folder.root));
    const rows = () => strapi.db.query('plugin::front-matter.archive');
    // A container gives the next process the number of the one before it.
    await rows().update({
      where: { key: kept.key },
      data: { state: 'unpacking', upload: 'of-one-before', pid: process.pid },
    });
    const found = await until<ArchiveDetail>(`/archives/${kept.key}`, () => true);
    expect(found).toMatchObject({ state: 'ready', message: expect.stringContaining('again') });
    await rows().update({
      where: { key: kept.key },
      data: { state: 'unpacking', upload: 'elsewhere', host: 'elsewhere', beatAt: new Date() },
    });
    await ask('post', `/archives/${kept.key}/preview`).expect(400);
    await upload(await packed(folder.root), 'a.zip', `&archive=${kept.key}`).expect(400);
    await ask('delete', `/archives/${kept.key}`).expect(400);
    await rows().update({ where: { key: kept.key }, data: { beatAt: new Date(0) } });
    const newer = await add(await packed(folder.root), 'a.tar.gz', `&archive=${kept.key}`);
    expect(newer).toMatchObject({ state: 'ready', place: 'a.tar.gz', message: null });
    expect(await storageOfOne()).toHaveLength(1);
    await ask('delete', `/archives/${kept.key}`).expect(200);
  });

  it('has another name than others, and is refused under that of another whose posts are there', async () => {
    const first = await add(await packed(folder.root), 'posts.tar.gz');
    const second = await add(await packed(folder.root), 'Posts.zip');
    expect([first.name, second.name]).toEqual(['posts', 'Posts-2']);
    // Its posts are on the site already, under the name that the archive had first.
    expect(await have(`/archives/${second.key}/import`)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('"新闻"'),
      counts: {},
    });
    await ask('put', `/archives/${first.key}`).send({ name: '新闻' }).expect(200);
    const other = await archiveFolder();
    await other.write('_posts/2021-01-01-other.md', postText({ title: '别处' }));
    const wrong = await add(await packed(other.root), 'wrong.zip', `&archive=${first.key}`);
    expect(wrong.state).toBe('ready');
    expect(await have(`/archives/${first.key}/import`)).toMatchObject({ state: 'failed' });
    await other.drop();
    for (const { key } of [first, second]) await ask('delete', `/archives/${key}`).expect(200);
  });

  it('is previewed whatever its texts hold, and keeps the newest preview alone', async () => {
    const odd = await archiveFolder();
    const text =
      '---\nlayout: post\ntitle: 奇怪\ndate: 2022-03-03\nodd: "a\\0b\\uD800"\n---\n正\0文';
    await odd.write('_posts/2022-03-03-odd.md', text);
    const added = await add(await packed(odd.root), 'odd.tar.gz');
    const tasks = () => current().strapi.db.query('plugin::front-matter.task');
    for (const _ of [1, 2]) {
      const task = await have(`/archives/${added.key}/preview`);
      expect(task).toMatchObject({ state: 'finished', message: null });
      // As a process that dies leaves it.
      await appendFile(path.join(storage, 'tasks', task.key, 'issues.jsonl'), '{"path":"_po');
      await ask('get', `/tasks/${task.key}/issues`).expect(200);
      const report = await ask('get', `/tasks/${task.key}/report?format=csv`).buffer().expect(200);
      expect(report.text).toContain('path,');
    }
    expect(await tasks().count({ where: { archiveKey: added.key } })).toBe(1);
    await odd.drop();
    await ask('delete', `/archives/${added.key}`).expect(200);
  });

  it('is worked on by one task at a time', async () => {
    const again = await add(await packed(folder.root));
    const asked = await Promise.all(
      [0, 1, 2].map(() => ask('post', `/archives/${again.key}/preview`))
    );
    expect(asked.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    for (const { status, body } of asked.filter((each) => each.status !== 200)) {
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/is being (?:worked on|made)/);
    }
    const { key } = (asked.find(({ status }) => status === 200)?.body as { data: Task }).data;
    await ask('delete', `/archives/${again.key}`).expect(400);
    await ask('put', `/archives/${again.key}`).send({ name: '另一名' }).expect(400);
    await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    await ask('delete', `/archives/${again.key}`).expect(200);
  });
});
