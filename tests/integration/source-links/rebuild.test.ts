import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rebuildSources } from '../../../src/plugins/source-links/server/src/rebuild/rebuild-sources';
import { type DatabaseKind, databases, type TestDatabase } from '../harness/databases';
import { ARTICLE_SOURCES, makeOtherApp, type OtherApp } from './other-app';
import { end, start } from './run-command';

const ARTICLE = 'api::article.article';
const MANY = 600;

const config = (...providers: object[]) => ({ contentTypes: ARTICLE_SOURCES, providers });
/** The wire's codes were known without what copies share, and its addresses not at all. */
const before = config({ name: 'wire', hosts: ['wire.example'], code: 'W-[0-9]+' });
const after = config({
  name: 'wire',
  hosts: ['wire.example'],
  code: 'W-(?<key>[0-9]+)',
  address: 'https://{host}/story/{code}',
});
const story = (number: number) => `https://wire.example/story/W-${number}`;

interface Row {
  readonly headline: string;
  readonly reference: string | null;
  readonly address: string | null;
  readonly story: string | null;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
}

describe.each(databases)('rebuilding sources on $name', (kind: DatabaseKind) => {
  let app: OtherApp;
  let database: TestDatabase;
  let stored: Row[];

  const rowsOf = async (rules: object): Promise<Row[]> => {
    const { strapi } = await app.boot(rules);
    const rows = await strapi.db
      .query(ARTICLE as never)
      .findMany({ orderBy: { id: 'asc' } } as never);
    await strapi.destroy();
    return rows as unknown as Row[];
  };
  const run = (...words: string[]) => end(start(app, database, 'rebuild', ...words));

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database);
    const { strapi } = await app.boot(before);
    const articles = strapi.documents(ARTICLE as 'api::post.post');
    for (const data of [
      { headline: 'code', reference: 'W-1' },
      { headline: 'address', address: story(2) },
      { headline: 'both', reference: 'W-3', address: story(4) },
      { headline: 'neither' },
      { headline: 'unknown', reference: 'X-1', address: 'https://paper.example/a?utm_medium=x' },
    ]) {
      await articles.create({ data, status: 'published', locale: 'en' } as never);
    }
    const data = Array.from({ length: MANY }, (_, index) => ({
      documentId: `many${String(index).padStart(20, '0')}`,
      locale: 'en',
      headline: 'many',
      reference: `W-${1000 + index}`,
      publishedAt: null,
    }));
    await strapi.db.query(ARTICLE as never).createMany({ data } as never);
    await strapi.destroy();
    stored = await rowsOf(before);
  });
  afterAll(() => app.remove());

  it('says what it would change, and changes nothing', async () => {
    await app.configure(after);
    const { code, summary, lines } = await run('--dry-run');
    expect(code).toBe(3);
    expect(summary).toMatchObject({
      finished: true,
      dryRun: true,
      rows: 10 + MANY,
      changed: 6 + MANY,
      codes: 2,
      urls: 2 + MANY,
      keys: 6 + MANY,
      problems: 2,
    });
    expect(lines[0]).toMatch(/"reference" is "W-3", but "address" is the address of "W-4"/);
    expect(await rowsOf(after)).toEqual(stored);
  });

  it('goes on where it was stopped', async () => {
    const { strapi } = await app.boot(after);
    const stop = new AbortController();
    const onProblem = async () => stop.abort();
    const cut = await rebuildSources(strapi, { dryRun: false, signal: stop.signal, onProblem });
    await strapi.destroy();
    expect(cut.rows).toBeLessThan(10 + MANY);
    const { summary } = await run();
    expect(summary).toMatchObject({ finished: true, rows: 10 + MANY });
    expect(Number(summary?.['changed']) + cut.changed).toBe(6 + MANY);
  });

  it('has made what follows from the rules, in drafts and published rows alike', async () => {
    const rows = await rowsOf(after);
    const of = (headline: string) => rows.filter((row) => row.headline === headline);
    for (const status of [0, 1]) {
      expect(of('code')[status]).toMatchObject({
        reference: 'W-1',
        address: story(1),
        story: '1',
      });
      expect(of('address')[status]).toMatchObject({
        reference: 'W-2',
        address: story(2),
        story: '2',
      });
      expect(of('both')[status]).toMatchObject({
        reference: 'W-3',
        address: story(4),
        story: '3',
      });
    }
    expect(of('neither')).toEqual(stored.filter(({ headline }) => headline === 'neither'));
    expect(of('unknown')).toEqual(stored.filter(({ headline }) => headline === 'unknown'));
    expect(of('many').map((row) => row.story)).toEqual(
      Array.from({ length: MANY }, (_, index) => String(1000 + index))
    );
  });

  it('has let no document be shown as modified', async () => {
    const times = (rows: readonly Row[]) => rows.map(({ updatedAt }) => updatedAt);
    expect(times(await rowsOf(after))).toEqual(times(stored));
  });

  it('finds nothing more to do, and reports what is left to look at', async () => {
    const report = path.join(app.home, 'report.ndjson');
    const { code, summary } = await run('--report', report);
    expect(code).toBe(3);
    expect(summary).toMatchObject({ changed: 0, problems: 2 });
    const reported = (await readFile(report, 'utf8')).trim().split('\n');
    expect(reported.map((line) => (JSON.parse(line) as { status?: string }).status).sort()).toEqual(
      ['draft', 'published', undefined]
    );
  });

  it('is well where nothing contradicts itself, and wrong with words of other commands', async () => {
    await app.configure(before);
    expect((await run('--dry-run')).code).toBe(0);
    for (const words of [['--again'], ['now'], ['--report']]) {
      const { code, err } = await run(...words);
      expect([words, code]).toEqual([words, 2]);
      expect(err).toContain('--dry-run');
    }
  });
});
