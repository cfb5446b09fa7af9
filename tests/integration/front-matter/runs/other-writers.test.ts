import Database from 'better-sqlite3';
import { engineOf } from '../../../../src/kit/src/database';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { statementsOf } from '../../harness/statements';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';

const POSTS = 800;

describe.each(databases)('an import beside others who write, on $name', (kind) => {
  const isSqlite = kind.name === 'sqlite';
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    folder = await archiveFolder();
    for (let index = 0; index < POSTS; index += 1) {
      await folder.write(`_posts/2022-03-03-post-${index}.md`, postText());
    }
  });
  beforeEach(async () => {
    site = await boot(kind);
  });
  afterEach(() => site.close());
  afterAll(() => folder.drop());

  const write = (key: string): Promise<unknown> =>
    site.strapi.db.query('strapi::core-store').create({ data: { key } });
  /** Writes by a connection of its own, as another process does. */
  const writeBeside = (key: string): void => {
    if (!isSqlite) return;
    const other = new Database(site.database.environment['DATABASE_FILENAME']);
    other.prepare('insert into strapi_core_store_settings (key) values (?)').run(key);
    other.close();
  };
  const importAll = async (onProgress: () => void): Promise<void> => {
    const imported = await importInto(site.strapi, folder.root, { onProgress });
    expect(outcomes(imported)).toEqual({ created: POSTS });
  };
  /** How many files had been counted when each transaction ended, and at the end. */
  const steps = async (onProgress: () => void): Promise<number[]> => {
    const sent = await statementsOf(site.strapi, () => importAll(onProgress));
    return sent
      .filter(({ sql }) => /^update \S*front_matter_runs. set .counts./.test(sql))
      .map(({ bindings }) => (JSON.parse(String(bindings[0])) as { found: number }).found);
  };

  it('knows whether they do', async () => {
    const othersWrite = await engineOf(site.strapi.db).watchWriters(site.strapi.db);
    expect(await othersWrite()).toBe(false);
    await write('own');
    expect(await othersWrite()).toBe(false);
    writeBeside('other');
    expect(await othersWrite()).toBe(isSqlite);
    await write('own, again');
    expect(await othersWrite()).toBe(isSqlite);
  });

  it('writes hundreds of posts at a time while nobody else does', async () => {
    expect(await steps(() => undefined)).toEqual([60, 180, 420, POSTS, POSTS]);
  });

  it('lets them in between, where they have to wait for it', async () => {
    let written = 0;
    const counts = await steps(() => {
      written += 1;
      writeBeside(`${written}`);
    });
    const inHalves = isSqlite ? [660] : [];
    expect(counts).toEqual([60, 180, 420, ...inHalves, POSTS, POSTS]);
  });

  it('rests after each transaction for as long as they take to look again', async () => {
    if (!isSqlite) return;
    const rests: number[] = [];
    let ended: number | null = null;
    const hear = ({ sql }: { sql: string }): void => {
      if (/^begin/i.test(sql) && ended !== null) rests.push(performance.now() - ended);
      if (/^commit/i.test(sql)) ended = performance.now();
    };
    site.strapi.db.connection.on('query', hear);
    await importAll(() => writeBeside('during'));
    site.strapi.db.connection.removeListener('query', hear);
    // From the second batch on others have been seen to write.
    expect(Math.min(...rests.slice(-3))).toBeGreaterThan(24);
  });
});
