import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databases, type TestDatabase } from '../../harness/databases';
import { runArchive, runScript } from '../../harness/run-script';
import { startedDatabase } from '../../harness/database/started-database';

const POSTS = 400;
const [sqlite] = databases;

describe('a command whose output nobody reads, as in `runs | head`', () => {
  let folder: string;
  let database: TestDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-unread-'));
    await mkdir(path.join(folder, '_posts'));
    for (let index = 0; index < POSTS; index += 1) {
      const name = `2022-01-01-post-${String(index).padStart(3, '0')}.md`;
      const text = `---\ntitle: Post ${index}\ndate: 2022-01-01 10:00:00 +0800\n---\nbody\n`;
      await writeFile(path.join(folder, '_posts', name), text);
    }
    if (sqlite === undefined) throw new Error('there is no database to run on');
    database = await startedDatabase(sqlite);
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is an import that writes everything, and closes its run', async () => {
    const words = ['import', folder, '--timezone', 'UTC'];
    const { code, stderr } = await runScript('import-archive', words, database, 'stdout');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('EPIPE') });
    const { stdout } = await runArchive(['runs'], database);
    expect(stdout).toContain(`finished  ${POSTS} found, ${POSTS} created`);
  });

  it('is an import of which nobody hears anything at all', async () => {
    const words = ['import', folder, '--timezone', 'UTC'];
    expect(await runScript('import-archive', words, database, 'both')).toMatchObject({ code: 0 });
    const { stdout } = await runArchive(['runs'], database);
    expect(stdout).toContain(`finished  ${POSTS} found, ${POSTS} unchanged`);
  });

  it.each([
    ['import-archive', ['runs']],
    ['import-archive', ['--help']],
    ['import-archive', ['rollback', '--help']],
    ['permalinks', ['check']],
    ['permalinks', ['rebuild']],
    ['permalinks', ['export']],
    ['source-links', ['rebuild']],
    ['delivery', ['check']],
    ['delivery', ['rebuild']],
    ['delivery', ['--version']],
    ['source-links', ['--help']],
  ] as const)('ends quietly: %s %j', async (script, words) => {
    expect(await runScript(script, words, database, 'stdout')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('ends quietly, and early: read', async () => {
    const words = ['read', folder, '--timezone', 'UTC'];
    const { code, stderr } = await runScript('import-archive', words, undefined, 'stdout');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
