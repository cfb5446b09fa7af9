import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Run } from '../../../../src/plugins/front-matter/server/src/ledger/runs';
import { randomFrom } from '../../../../scripts/make-archive/random';
import { boot, bootOn, root, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { dumpAddresses, dumpDocuments, dumpLedger } from '../dump';
import { importInto } from '../importing';

const POSTS = 5_000;

/** A server's databases take the same code, and their imports take longer. */
const KILLS = { sqlite: 20, postgres: 10, mysql: 10 } as const;

/** A batch takes some ten milliseconds: some kills come before its end, and some after. */
const LONGEST = 50;

interface Attempt {
  readonly signal: NodeJS.Signals | null;
  /** How many files had been imported when it began. */
  readonly before: number;
}

/** Starts an import and kills it some time after it has begun to write one of its first batches. */
const importAndDie = (
  folder: string,
  environment: Readonly<Record<string, string>>,
  { batch, delay }: { readonly batch: number; readonly delay: number }
) =>
  new Promise<Attempt>((resolve, reject) => {
    const script = path.join(__dirname, 'killed-import.cjs');
    const child = spawn(process.execPath, [script, root, folder, String(batch)], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let before = 0;
    child.on('message', (message: { readonly before?: number; readonly writing?: true }) => {
      before = message.before ?? before;
      if (message.writing === true) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (_, signal) => resolve({ signal, before }));
  });

const dump = async ({ strapi }: TestSite) => ({
  ...(await dumpDocuments(strapi)),
  ...(await dumpLedger(strapi)),
  addresses: await dumpAddresses(strapi),
});

describe.each(databases)('an import that is killed again and again, on $name', (kind) => {
  let folder: ArchiveFolder;

  beforeAll(async () => {
    folder = await archiveFolder();
    const random = randomFrom(7);
    for (let index = 0; index < POSTS; index += 1) {
      const day = `2022-0${1 + random.below(9)}-1${random.below(10)}`;
      const slug = random.below(20) === 0 ? 'same' : `post-${index}`;
      const text = postText({
        title: `第${index}篇`,
        date: `${day} 08:00:00 +0800`,
        categories: `category-${random.below(30)}`,
        tags: `标签${random.below(60)}`,
        body: `<p>${'正文'.repeat(random.below(400))}</p>`,
      });
      await folder.write(`part-${index % 7}/_posts/${day}-${slug}.md`, text);
    }
  });
  afterAll(() => folder.drop());

  it('ends as one that was never killed', async () => {
    const database = await startedDatabase(kind);
    const random = randomFrom(Date.now() % 1_000_000);
    const attempts: Attempt[] = [];
    for (let attempt = 0; attempt < KILLS[kind.name]; attempt += 1) {
      const moment = { batch: 1 + random.below(3), delay: random.below(LONGEST) };
      attempts.push(await importAndDie(folder.root, database.environment, moment));
    }
    // Who finds files left to import shows that the one before died while it wrote.
    const inTheMiddle = attempts
      .slice(1)
      .filter(({ before }, index) => attempts[index]?.signal === 'SIGKILL' && before < POSTS);
    expect(inTheMiddle.length).toBeGreaterThan(KILLS[kind.name] * 0.7);
    expect(new Set(attempts.map(({ before }) => before)).size).toBeGreaterThan(2);
    const killed = await bootOn(database);
    const { report } = await importInto(killed.strapi, folder.root);
    expect(report.found).toBe(report.created + report.unchanged);
    const after = await dump(killed);
    const runs: Run[] = await killed.strapi.db.query('plugin::front-matter.run').findMany({});
    for (const { number, status, counts } of runs) {
      const created = await killed.strapi.db
        .query('plugin::front-matter.record')
        .count({ where: { createdRun: number } });
      expect([number, status, counts?.['created'] ?? 0]).toEqual([number, status, created]);
    }
    await killed.close();

    const unharmed = await boot(kind);
    await importInto(unharmed.strapi, folder.root);
    const expected = await dump(unharmed);
    await unharmed.close();
    expect(after).toEqual(expected);
  }, 600_000);
});
