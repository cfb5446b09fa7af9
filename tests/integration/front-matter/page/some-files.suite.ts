import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArchiveDetail } from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type { RunPage } from '../../../../src/plugins/front-matter/server/src/panel/run-contract';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed, tasksInSite } from './asking';

const ONE = '_posts/2022-03-03-one.md';

export const someFilesOfPage = suite('some files that the page imports alone', (current) => {
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let archive: ArchiveDetail;
  const { ask, add, have, until } = asking(current, () => token);
  tasksInSite(current);

  beforeAll(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'broadsheet-storage-'));
    current().strapi.config.set('plugin::front-matter.archives', {
      ...current().strapi.config.get<object>('plugin::front-matter.archives', {}),
      folder: storage,
    });
    process.env['ARCHIVES_FOLDER'] = storage;
    token = await signIn(current());
    folder = await archiveFolder();
    await folder.write(ONE, postText({ title: '第一篇' }));
    await folder.write('_posts/2022-03-04-two.md', postText({ title: '第二篇' }));
    archive = await add(await packed(folder.root), '新闻.tar.gz');
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await folder.drop();
    await rm(storage, { recursive: true, force: true });
  });

  const start = (files: unknown) => ask('post', `/archives/${archive.key}/import`).send({ files });

  it('are refused unless they are paths, and not too many', async () => {
    for (const files of ['one', [], [''], [1], Array(1001).fill('a'), ['a'.repeat(5000)]]) {
      const { body } = await start(files).expect(400);
      expect(body.error.message).toContain('files');
    }
  });

  it('become posts, in a task that is not taken for an import of all', async () => {
    const { body } = await start([ONE]).expect(200);
    const { key } = body.data as Task;
    const task = await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(task).toMatchObject({
      ...{ state: 'finished', message: null, fileCount: 1, total: 1 },
      counts: { found: 1, created: 1, missing: 0 },
    });
    const detail = (await ask('get', `/archives/${archive.key}`)).body.data as ArchiveDetail;
    expect(detail.lastImport).toBeNull();
    const all = await have(`/archives/${archive.key}/import`);
    expect(all).toMatchObject({ fileCount: null, counts: { found: 2, created: 1, unchanged: 1 } });
    const { runs } = (await ask('get', '/runs').expect(200)).body.data as RunPage;
    expect(runs.slice(0, 2).map(({ fileCount }) => fileCount)).toEqual([null, 1]);
  });

  it('fail with the path where one is not there', async () => {
    const { body } = await start(['_posts/none.md']).expect(200);
    const { key } = body.data as Task;
    const task = await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(task).toMatchObject({ state: 'failed', message: expect.stringContaining('none.md') });
  });
});
