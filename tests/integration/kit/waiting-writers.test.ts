import Database from 'better-sqlite3';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { signIn } from '../harness/sign-in';
import { statementsOf } from '../harness/statements';

const POST = 'api::post.post';
const PANEL = `/content-manager/collection-types/${POST}`;

const [sqlite] = databases;

/** This application's log, and what Strapi's own applications have. */
const JOURNALS = ['wal', 'delete'];

describe.each(JOURNALS)('writers of one SQLite file whose journal is "%s"', (journal) => {
  let site: TestSite;
  let other: Database.Database;
  let token: string;

  beforeAll(async () => {
    if (sqlite === undefined) throw new Error('SQLite is always there');
    site = await boot(sqlite);
    const [mode] = await site.strapi.db.connection.raw(`pragma journal_mode = ${journal}`);
    expect(mode).toEqual({ journal_mode: journal });
    token = await signIn(site);
    other = new Database(site.database.environment['DATABASE_FILENAME']);
  });
  afterAll(async () => {
    other.close();
    await site.close();
  });

  const insert = (key: string): void => {
    other.prepare('insert into strapi_core_store_settings (key) values (?)').run(key);
  };
  const hasKey = async (key: string): Promise<boolean> =>
    (await site.strapi.db.query('strapi::core-store').count({ where: { key } })) > 0;
  const save = (title: string) =>
    site.http.post(PANEL).set('Authorization', `Bearer ${token}`).send({ title });

  /** Holds the file's lock, as another process does, until a call. */
  const lock = (): (() => void) => {
    other.exec('begin immediate');
    insert(`locked-${Math.random()}`);
    return () => other.exec('commit');
  };

  /** Holds the file's lock for a moment, and does something meanwhile. */
  const whileLocked = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const release = lock();
    const working = work();
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    return working;
  };

  it('lets a transaction write that has read before another one committed', async () => {
    const written = site.strapi.db.transaction(async () => {
      await site.strapi.db.query(POST).count();
      // The other one waits for this transaction now, and not the other way round.
      expect(() => insert('between')).toThrow('locked');
      await site.strapi.db.query('strapi::core-store').create({ data: { key: 'after' } });
    });
    other.pragma('busy_timeout = 0');
    await written;
    expect(await hasKey('after')).toBe(true);
  });

  it('keeps a save waiting, and refuses none, while another process writes', async () => {
    const answers = await whileLocked(() =>
      Promise.all(['a', 'b', 'c'].map((title) => save(title)))
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('answers readers meanwhile', async () => {
    const release = lock();
    let isSaved = false;
    const saving = save('slow').then(() => {
      isSaved = true;
    });
    // However long these take here, nothing is saved before the lock is let go.
    const answers = [await site.http.get('/api/posts'), await site.http.get('/_health')];
    expect(answers.map(({ status }) => status)).toEqual([200, 204]);
    expect(isSaved).toBe(false);
    release();
    await saving;
    expect(isSaved).toBe(true);
  });

  it('keeps what is written outside transactions waiting, too', async () => {
    await whileLocked(() =>
      site.strapi.db.query('strapi::core-store').create({ data: { key: 'outside' } })
    );
    expect(await hasKey('outside')).toBe(true);
  });

  it('begins what only reads as a reader', async () => {
    const begun = async (work: () => Promise<unknown>) =>
      (await statementsOf(site.strapi, work)).flatMap(({ sql }) =>
        /^begin/i.test(sql) ? [sql] : []
      );
    expect(await begun(() => site.strapi.documents(POST).findMany({}))).toEqual(['BEGIN;']);
    expect(await begun(() => site.strapi.documents(POST).create({ data: { title: 'x' } }))).toEqual(
      ['BEGIN IMMEDIATE;']
    );
  });
});
