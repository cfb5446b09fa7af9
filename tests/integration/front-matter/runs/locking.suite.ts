import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import path from 'node:path';
import { runs as ledger } from '../../../../src/plugins/front-matter/server/src/ledger/runs';
import { listRuns } from '../../../../src/plugins/front-matter/server/src/run/list-runs';
import { startRun } from '../../../../src/plugins/front-matter/server/src/run/start-run';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { runArchive } from '../../harness/run-script';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, type Imported } from '../importing';

const RUN = 'plugin::front-matter.run';

export const locking = suite('two imports at a time', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = current();
    folder = await archiveFolder();
    await folder.write('_posts/2022-03-03-first.md', postText());
  });
  beforeEach(() => site.strapi.db.query(RUN).deleteMany({}));
  afterAll(async () => {
    await folder.drop();
  });

  const now = () => new Date().toISOString();
  const running = (parts: Record<string, unknown>) =>
    site.strapi.db.query(RUN).create({
      data: {
        kind: 'import',
        archive: 'other',
        startedBy: 'root',
        host: hostname(),
        pid: process.pid,
        startedAt: now(),
        beatAt: now(),
        options: {},
        status: 'running',
        lock: 'writer',
        ...parts,
      },
    });
  const livingProcess = async (): Promise<ChildProcess> => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    return child;
  };

  it('are refused: the second says whose turn it is, and does nothing', async () => {
    const child = await livingProcess();
    const { id } = await running({ pid: child.pid });
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow(
      `Run ${id} (import of other) is still at work: process ${child.pid}`
    );
    expect(await site.strapi.db.query(RUN).count()).toBe(1);
    child.kill();
  });

  it('are refused across hosts while the other shows itself', async () => {
    await running({ host: 'elsewhere', pid: 1 });
    await expect(importInto(site.strapi, folder.root)).rejects.toThrow('on elsewhere');
  });

  it('take the lock of a process that has died, and tell that it was interrupted', async () => {
    const child = await livingProcess();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const { id } = await running({ pid: child.pid });
    await importInto(site.strapi, folder.root);
    expect(await site.strapi.db.query(RUN).findOne({ where: { id } })).toMatchObject({
      status: 'interrupted',
      lock: null,
    });
  });

  it('take the lock of a process that had the number of this one before it, as in a container', async () => {
    const { id } = await running({ startedAt: new Date(Date.now() - 86_400_000).toISOString() });
    await importInto(site.strapi, folder.root);
    expect(await site.strapi.db.query(RUN).findOne({ where: { id } })).toMatchObject({
      status: 'interrupted',
    });
  });

  it('are listed as what they are: one that has died was interrupted', async () => {
    const child = await livingProcess();
    await running({ pid: child.pid });
    const list = () => listRuns(site.strapi, 1);
    expect(await list()).toMatchObject([{ status: 'running' }]);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(await list()).toMatchObject([{ status: 'interrupted' }]);
  });

  it('take the lock of another host that has been silent for minutes', async () => {
    const { id } = await running({
      host: 'elsewhere',
      beatAt: new Date(Date.now() - 3 * 60_000).toISOString(),
    });
    await importInto(site.strapi, folder.root);
    expect(await site.strapi.db.query(RUN).findOne({ where: { id } })).toMatchObject({
      status: 'interrupted',
    });
  });

  it('are settled by the database when they start at the same moment', async () => {
    const start = () => startRun(site.strapi, { kind: 'import', archive: 'a', options: {} });
    const started = await Promise.allSettled([start(), start(), start()]);
    const refused = started.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused as PromiseRejectedResult[]) {
      expect(reason).toMatchObject({ name: 'BusyError' });
    }
  });

  it('make the command end with 1 and a message', async () => {
    const child = await livingProcess();
    await running({ pid: child.pid });
    const { code, stderr } = await runArchive(
      ['import', folder.root, '--archive', 'archive'],
      site.database
    );
    expect(code).toBe(1);
    expect(stderr).toContain('is still at work');
    expect(stderr).not.toContain('at Object.');
    child.kill();
  });

  it('undo a batch of a run whose lock was taken from it', async () => {
    const mine = await startRun(site.strapi, { kind: 'import', archive: 'a', options: {} });
    await site.strapi.db
      .query(RUN)
      .updateMany({ where: { number: mine.number }, data: { lock: null } });
    await expect(ledger(site.strapi).heartbeat(mine.number)).rejects.toThrow('was taken for dead');
  });

  describe('of which the second has looked what is known before the first was done', () => {
    /** Imports an archive; another import goes in front when it has looked, and is about to take the lock. */
    const importBehind = async (
      name: string | null,
      inFront: () => Promise<Imported>
    ): Promise<{ readonly first: Imported | null; readonly second: Imported }> => {
      let first: Imported | null = null;
      let isAsked = false;
      const release = site.strapi.db.lifecycles.subscribe({
        models: [RUN],
        async beforeCreate() {
          if (isAsked) return;
          isAsked = true;
          first = await inFront();
        },
      });
      const second = await importInto(site.strapi, folder.root, { name }).finally(release);
      return { first, second };
    };

    it('look again: what the first has imported is unchanged', async () => {
      const { first, second } = await importBehind('raced', () =>
        importInto(site.strapi, folder.root, { name: 'raced' })
      );
      expect(first && outcomes(first)).toEqual({ created: 1 });
      expect(outcomes(second)).toEqual({ unchanged: 1 });
    });

    it('refuse an archive that has come to have the name of another, and leave the lock', async () => {
      const other = await archiveFolder();
      await other.write('_posts/2022-03-03-other.md', postText());
      await expect(
        importBehind(null, () =>
          importInto(site.strapi, other.root, { name: path.basename(folder.root) })
        )
      ).rejects.toMatchObject({ name: 'AnotherArchiveError' });
      expect(await listRuns(site.strapi, 1)).toMatchObject([{ status: 'failed', lock: null }]);
      await other.drop();
    });
  });
});
