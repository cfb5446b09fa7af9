import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  ArchiveDetail,
  Overview,
} from '../../../../src/plugins/front-matter/server/src/panel/contract';
import type { Task } from '../../../../src/plugins/front-matter/server/src/panel/task-contract';
import { root } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { asking, packed } from './asking';

const POST = 'api::post.post';
export const runsOfPage = suite('an import that the page has started', (current, kind) => {
  // Enough to take some seconds.
  const COUNT = kind.name === 'sqlite' ? 10_000 : 2_000;
  let site = current;
  let folder: ArchiveFolder;
  let storage = '';
  let token = '';
  let archive: ArchiveDetail;
  const { ask, add, have, until } = asking(
    () => site(),
    () => token
  );
  const posts = () =>
    site()
      .strapi.db.query(POST)
      .count({ where: { publishedAt: null } });
  const rowOf = (key: string) =>
    site().strapi.db.query('plugin::front-matter.task').findOne({ where: { key } });

  /** Starts it, and waits until its run has begun. */
  const begin = async (): Promise<string> => {
    const { body } = await ask('post', `/archives/${archive.key}/import`).expect(200);
    const { key } = body.data as Task;
    await until<Task>(
      `/tasks/${key}`,
      ({ run, finishedAt }) => run !== null || finishedAt !== null
    );
    return key;
  };
  const configure = (): void => {
    const { config } = site().strapi;
    const settings = config.get<object>('plugin::front-matter.archives', {});
    config.set('plugin::front-matter.archives', { ...settings, folder: storage });
  };

  beforeAll(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'broadsheet-storage-'));
    process.env['ARCHIVES_FOLDER'] = storage;
    configure();
    token = await signIn(current());
    folder = await archiveFolder();
    for (let index = 0; index < COUNT; index += 1) {
      await folder.write(`_posts/2022-03-03-post-${index}.md`, postText({ title: `第${index}篇` }));
    }
    archive = await add(await packed(folder.root));
  });
  beforeEach(async () => {
    await site().strapi.db.query(POST).deleteMany({});
    for (const name of ['record', 'run', 'change', 'task'] as const) {
      await site().strapi.db.query(`plugin::front-matter.${name}`).deleteMany({});
    }
    for (const name of ['category', 'tag'] as const) {
      await site().strapi.db.query(`api::${name}.${name}`).deleteMany({});
    }
    await site().strapi.db.query('plugin::front-matter.term').deleteMany({});
    await site().strapi.db.query('plugin::permalinks.address').deleteMany({});
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await folder.drop();
    await rm(storage, { recursive: true, force: true });
  });

  it('is seen at work by all, and refuses another beside it', async () => {
    const key = await begin();
    const { running } = (await ask('get', '/archives').expect(200)).body.data as Overview;
    expect(running).toMatchObject({ kind: 'import', startedBy: 'Lin Wang', task: key });
    const { body } = await ask('post', `/archives/${archive.key}/import`).expect(400);
    expect(body.error.message).toContain(archive.name);
    const done = await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(done).toMatchObject({ state: 'finished', counts: { created: COUNT }, total: COUNT });
    const after = (await ask('get', '/archives').expect(200)).body.data as Overview;
    expect(after.running).toBeNull();
  });

  it('stops after the batch in hand when it is cancelled, and goes on when it is asked for again', async () => {
    const key = await begin();
    const { body } = await ask('post', `/tasks/${key}/cancel`).expect(200);
    expect(body.data.isCancelled).toBe(true);
    const stopped = await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(stopped.state).toBe('cancelled');
    const { created = 0 } = stopped.counts;
    expect(created).toBeLessThan(COUNT);
    expect(await posts()).toBe(created);
    const rest = await have(`/archives/${archive.key}/import`);
    expect(rest).toMatchObject({ state: 'finished', counts: { created: COUNT - created } });
    expect(await posts()).toBe(COUNT);
  });

  it('goes on while the server is started again', async () => {
    const key = await begin();
    const restarted = await site().restart();
    site = () => restarted;
    configure();
    const done = await until<Task>(`/tasks/${key}`, ({ finishedAt }) => finishedAt !== null);
    expect(done).toMatchObject({ state: 'finished', counts: { created: COUNT } });
    expect(await posts()).toBe(COUNT);
  });

  it('is said to have been interrupted when its process dies, and goes on when it is asked for again', async () => {
    const key = await begin();
    const { pid } = await rowOf(key);
    process.kill(pid, 'SIGKILL');
    const dead = await until<Task>(
      `/tasks/${key}`,
      ({ state }) => state !== 'running' && state !== 'starting'
    );
    expect(['failed', 'interrupted']).toContain(dead.state);
    const rest = await have(`/archives/${archive.key}/import`);
    expect(rest.state).toBe('finished');
    expect(await posts()).toBe(COUNT);
  });

  it('does not begin beside one from the command line, and says who is at work', async () => {
    const child = spawn(
      process.execPath,
      ['dist/scripts/import-archive.js', 'import', folder.root],
      {
        cwd: root,
        env: { ...process.env, ...site().database.environment },
        stdio: 'ignore',
      }
    );
    const ended = once(child, 'exit');
    const overview = await until<Overview>('/archives', ({ running }) => running !== null);
    expect(overview.running).toMatchObject({ kind: 'import', task: null });
    const { body } = await ask('post', `/archives/${archive.key}/import`).expect(400);
    expect(body.error.message).toContain('is at work, started by');
    await ended;
    const { runs } = (await ask('get', '/runs').expect(200)).body.data;
    expect(runs[0]).toMatchObject({ kind: 'import', state: 'finished', task: null });
    await until<Overview>('/archives', ({ running }) => running === null);
  });
});
