import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArchiveDetail } from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import type {
  DeskFile,
  DeskReading,
  UnreadPage,
} from '../../../../src/plugins/front-matter/server/src/panel/desk-contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';
import { asking, packed, tasksInSite } from './asking';

const POST = 'api::post.post';

const BROKEN = '_posts/2022-03-05-broken.md';
const TWIN = '_posts/2022-03-06-twin.md';
const NO_NAME = '_posts/no-date.md';
const BYTES = '_posts/2022-03-07-bytes.md';

/** Its header is no YAML, and nobody knows what was meant. */
const BROKEN_TEXT = '---\nlayout: post\ntitle: 第三篇\nseries: [一, 二\n---\n正文';
const MENDED_TEXT = '---\nlayout: post\ntitle: 第三篇\nseries: [一, 二]\n---\n改好的正文';

export const desk = suite('files that could not be read', (current) => {
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let archive: ArchiveDetail;
  const { ask, add, have, until } = asking(current, () => token);
  tasksInSite(current);

  const onDesk = (rest = '') => `/archives/${archive.key}/desk${rest}`;
  const list = async (): Promise<UnreadPage> =>
    (await ask('get', onDesk()).expect(200)).body.data as UnreadPage;
  const stateOf = async (file: string) =>
    (await list()).files.find((each) => each.path === file)?.state;
  const open = async (file: string): Promise<DeskFile> =>
    (await ask('get', onDesk(`/file?path=${encodeURIComponent(file)}`)).expect(200)).body
      .data as DeskFile;
  const readText = async (text: string, file = BROKEN): Promise<DeskReading> =>
    (await ask('post', onDesk('/reading')).send({ path: file, text }).expect(200)).body
      .data as DeskReading;
  const save = (body: object) => ask('put', onDesk('/correction')).send(body);
  const withdraw = (checksum: string) => ask('delete', onDesk(`/correction?checksum=${checksum}`));
  const importAlone = async (file: string): Promise<Task> => {
    const started = await ask('post', `/archives/${archive.key}/import`)
      .send({ files: [file] })
      .expect(200);
    const { key } = started.body.data as Task;
    return until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
  };
  const correctedSince = async (): Promise<number> =>
    ((await ask('get', `/archives/${archive.key}`).expect(200)).body.data as ArchiveDetail)
      .correctedSince;
  const importAll = () => have(`/archives/${archive.key}/import`);
  const posts = () =>
    current().strapi.documents(POST).findMany({ status: 'published', sort: 'title' });
  const titles = async () => (await posts()).map(({ title }) => title);
  const record = (file: string) =>
    current()
      .strapi.db.query('plugin::front-matter.record')
      .findOne({ where: { path: file } });

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
    await folder.write(BROKEN, BROKEN_TEXT);
    await folder.write(NO_NAME, postText({ title: '无日期' }));
    await writeFile(
      path.join(folder.root, BYTES),
      Buffer.concat([Buffer.from('---\ntitle: x\n---\n'), Buffer.from([0xff, 0xfe, 0x81, 0x0a])])
    );
    archive = await add(await packed(folder.root), '新闻.tar.gz');
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await folder.drop();
    await rm(storage, { recursive: true, force: true });
  });

  it('are none before anything has looked for them', async () => {
    expect(await list()).toEqual({ files: [], next: null, task: null });
  });

  it('are listed after a preview, each with what is wrong, and whether its text can mend it', async () => {
    await have(`/archives/${archive.key}/preview`);
    const { files, next, task } = await list();
    expect(task?.kind).toBe('preview');
    expect(next).toBeNull();
    expect(files.map((file) => [file.path, file.state, file.isCorrectable])).toEqual([
      [BROKEN, 'waiting', true],
      [BYTES, 'waiting', true],
      [NO_NAME, 'waiting', false],
    ]);
    expect(files[0]?.issues).toContainEqual(
      expect.objectContaining({ severity: 'error', line: expect.any(Number) })
    );
  });

  it('are shown as they stand, with the places of what is wrong', async () => {
    expect(await open(BROKEN)).toMatchObject({
      ...{ path: BROKEN, text: BROKEN_TEXT, encoding: 'utf-8', isCorrectable: true },
      ...{ isTooLong: false, correction: null },
      reading: { status: 'quarantined', post: null },
    });
    expect(await open(NO_NAME)).toMatchObject({ isCorrectable: false });
    const lossy = await open(BYTES);
    expect(lossy).toMatchObject({ encoding: null, isCorrectable: true });
    expect(lossy.text).toContain('\ufffd');
  });

  it('are no files beside those of the archive', async () => {
    for (const file of ['../../../etc/passwd', '/etc/passwd', '_config.yml', '_posts/none.md']) {
      await ask('get', onDesk(`/file?path=${encodeURIComponent(file)}`)).expect(404);
      await ask('post', onDesk('/reading')).send({ path: file, text: 'x' }).expect(404);
    }
  });

  it('are read as one types, as an import would read them, and nothing is kept', async () => {
    expect(await readText(MENDED_TEXT)).toMatchObject({
      status: 'ok',
      post: { title: '第三篇', slug: 'broken', isPublished: true, bodyStart: '改好的正文' },
    });
    expect(await readText(BROKEN_TEXT)).toMatchObject({ status: 'quarantined', post: null });
    const repaired = await readText('---\ntitle: 第三篇: 续\n---\n正文');
    expect(repaired).toMatchObject({ status: 'repaired', post: { title: '第三篇: 续' } });
    expect(repaired.issues).toContainEqual(expect.objectContaining({ line: 2 }));
    // What fits the text of a file need not fit the content type.
    const nul = await readText('---\ntitle: "a\\0b"\n---\n正文');
    expect(nul).toMatchObject({ status: 'quarantined', post: null });
    expect(await stateOf(BROKEN)).toBe('waiting');
  });

  it('are refused what no request has room for, or no database keeps', async () => {
    const { checksum } = await open(BROKEN);
    const long = '字'.repeat(200_000);
    for (const [text, reason] of [
      [long, '480 KiB'],
      ['a\0b', 'NUL'],
      [7, 'text'],
    ] as const) {
      const { body } = await save({ path: BROKEN, text, checksum }).expect(400);
      expect(body.error.message).toContain(reason);
    }
    await ask('post', onDesk('/reading')).send({ path: BROKEN, text: long }).expect(400);
    await save({ path: BROKEN, text: MENDED_TEXT, checksum: 'abc' }).expect(400);
    await save({ path: BROKEN, text: MENDED_TEXT, checksum: 'a'.repeat(64) }).expect(400);
    expect(await current().strapi.db.query('plugin::front-matter.correction').count()).toBe(0);
  });

  it('become posts once they are corrected, at once and alone', async () => {
    const { checksum } = await open(BROKEN);
    await save({ path: BROKEN, text: MENDED_TEXT, checksum }).expect(200);
    expect(await stateOf(BROKEN)).toBe('corrected');
    const task = await importAlone(BROKEN);
    expect(task).toMatchObject({ state: 'finished', counts: { found: 1, created: 1 } });
    expect(task.codes).toContainEqual(expect.objectContaining({ code: 'CORRECTED', count: 1 }));
    expect(await titles()).toEqual(['第三篇']);
    expect(await stateOf(BROKEN)).toBe('imported');
    expect(await open(BROKEN)).toMatchObject({
      text: BROKEN_TEXT,
      correction: { text: MENDED_TEXT, madeBy: 'Lin Wang' },
      reading: { status: 'ok' },
    });
  });

  it('are known by their own bytes, which stay in the ledger', async () => {
    const { checksum } = await open(BROKEN);
    const { raw, header, ...known } = await record(BROKEN);
    expect(known).toMatchObject({ status: 'imported', checksum });
    expect(Buffer.from(String(raw), 'base64').toString()).toBe(BROKEN_TEXT);
    expect(header).toContain('[一, 二]');
  });

  it('are unchanged when all is imported again, and stay on the list as posts', async () => {
    const all = await importAll();
    expect(all.counts).toMatchObject({ created: 1, unchanged: 1, quarantined: 2 });
    expect((await importAll()).counts).toMatchObject({ created: 0, unchanged: 2 });
    expect((await list()).task?.kind).toBe('import');
    expect(await stateOf(BROKEN)).toBeUndefined();
  });

  it('are read again once their correction is another', async () => {
    const { checksum } = await open(BROKEN);
    const text = MENDED_TEXT.replace('第三篇', '第三篇（改）');
    await save({ path: BROKEN, text, checksum }).expect(200);
    expect(await correctedSince()).toBe(1);
    const preview = await have(`/archives/${archive.key}/preview`);
    expect(preview.counts).toMatchObject({ updated: 1 });
    expect(preview.posts.map(({ title }) => title)).toContain('第三篇（改）');
    expect(await correctedSince()).toBe(0);
    expect((await importAlone(BROKEN)).counts).toMatchObject({ updated: 1 });
    expect(await titles()).toEqual(['第一篇', '第三篇（改）']);
  });

  it('are corrected wherever the archive has the same bytes, from the command line as well', async () => {
    await folder.write(TWIN, BROKEN_TEXT);
    const imported = await importInto(current().strapi, folder.root, { name: archive.name });
    expect(outcomes(imported)).toEqual({ created: 1, unchanged: 2, quarantined: 2 });
    expect(imported.issues).toContainEqual(
      expect.objectContaining({ code: 'CORRECTED', path: TWIN, severity: 'info' })
    );
  });

  it('are not read as corrected once their own bytes are others', async () => {
    await folder.write(TWIN, `${BROKEN_TEXT}。`);
    const imported = await importInto(current().strapi, folder.root, { name: archive.name });
    expect(outcomes(imported)).toEqual({ unchanged: 2, quarantined: 3 });
    await folder.remove(TWIN);
  });

  it('are not saved over a file that has changed since it was opened', async () => {
    const { checksum } = await open(BROKEN);
    const { root } = await current()
      .strapi.db.query('plugin::front-matter.archive')
      .findOne({ where: { key: archive.key } });
    const stored = path.join(String(root), BROKEN);
    expect(stored.startsWith(storage)).toBe(true);
    const before = await readFile(stored);
    await writeFile(stored, 'another');
    const { body } = await save({ path: BROKEN, text: MENDED_TEXT, checksum }).expect(400);
    expect(body.error.message).toContain('has changed');
    await writeFile(stored, before);
  });

  it('are as they stood once their correction is withdrawn', async () => {
    const { checksum } = await open(BROKEN);
    await withdraw(checksum).expect(200);
    await withdraw(checksum).expect(404);
    expect(await open(BROKEN)).toMatchObject({
      correction: null,
      reading: { status: 'quarantined' },
    });
    expect((await importAlone(BROKEN)).counts).toMatchObject({ quarantined: 1 });
    expect((await record(BROKEN)).status).toBe('quarantined');
  });

  it('are no posts any more once the run that made them is undone', async () => {
    const { checksum } = await open(BYTES);
    await save({ path: BYTES, text: postText({ title: '重写' }), checksum }).expect(200);
    const { run } = await importAlone(BYTES);
    expect(await titles()).toContain('重写');
    const { body } = await ask('post', `/runs/${run}/rollback`).expect(200);
    const { key } = body.data as Task;
    await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(await titles()).not.toContain('重写');
    expect(await stateOf(BYTES)).toBe('corrected');
    expect((await importAlone(BYTES)).counts).toMatchObject({ created: 1 });
  });
});
