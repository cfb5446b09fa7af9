import { spawn } from 'node:child_process';
import path from 'node:path';
import { bootOn, root } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';

const POSTS = 3_000;

describe.each(databases)('an import that is told to stop, on $name', (kind) => {
  let folder: ArchiveFolder;

  beforeAll(async () => {
    folder = await archiveFolder();
    for (let index = 0; index < POSTS; index += 1) {
      await folder.write(`_posts/2022-03-03-post-${index}.md`, postText({ title: `第${index}篇` }));
    }
  });
  afterAll(() => folder.drop());

  /** Sends the signal, twice as a terminal and npm do, once something has been written. */
  const importAndSignal = (environment: Readonly<Record<string, string>>, signal: NodeJS.Signals) =>
    new Promise<{ code: number | null; killedBy: string | null; stderr: string }>(
      (resolve, reject) => {
        const script = path.join(__dirname, 'signalled-import.cjs');
        const child = spawn(process.execPath, [script, root, folder.root], {
          cwd: root,
          env: { ...process.env, ...environment },
          stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        });
        let stderr = '';
        child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
        child.on('message', () => {
          child.kill(signal);
          child.kill(signal);
        });
        child.on('error', reject);
        child.on('close', (code, killedBy) => resolve({ code, killedBy, stderr }));
      }
    );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'finishes the current batch on %s, and says that it was cancelled',
    async (signal) => {
      const database = await startedDatabase(kind);
      const ended = await importAndSignal(database.environment, signal);
      expect(ended).toMatchObject({ code: 1, killedBy: null });
      expect(ended.stderr).toContain('Stopping after the current batch');
      const site = await bootOn(database);
      const run = await site.strapi.db.query('plugin::front-matter.run').findOne({});
      const records = await site.strapi.db.query('plugin::front-matter.record').count();
      expect(run).toMatchObject({ status: 'cancelled', lock: null, counts: { created: records } });
      // The batch that was being written when the signal came, the second, is there as a whole.
      expect(records).toBe(180);
      expect(await site.strapi.db.query('api::post.post').count()).toBe(2 * records);
      await site.close();
    }
  );
});
