import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { bootOn, root, type TestSite } from '../harness/boot';
import { databases, type TestDatabase } from '../harness/databases';
import { importArchive, runScript } from '../harness/run-script';

const SAMPLE = path.join(root, 'tests', 'fixtures', 'sample-archive');

const run = promisify(execFile);

/** What is written in the README on building a frontend and on queries, by language. */
const snippets = async (language: string): Promise<readonly string[]> => {
  const text = await readFile(path.join(root, 'README.md'), 'utf8');
  const [, queries = ''] = /^## Query it\n(.*?)^## Addresses/msu.exec(text) ?? [];
  const blocks = queries.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'));
  return [...blocks].map(([, code = '']) => code);
};

const [kind] = databases;

describe('what the README says to frontends', () => {
  let database: TestDatabase;
  let site: TestSite;
  let address: string;
  /** Below the root, so that packages are found from it. */
  let folder: string;
  let document: string;

  beforeAll(async () => {
    if (kind === undefined) throw new Error('There is no database.');
    database = await kind.create();
    await importArchive([SAMPLE], database);
    document = (await runScript('delivery', ['openapi'], database)).stdout;
    site = await bootOn(database);
    const { httpServer } = site.strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
    const cache = path.join(root, '.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(path.join(cache, 'frontend-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await site.close();
  });

  /** Runs a snippet as a program of its own, and answers with the lines it prints. */
  const linesOf = async (code: string, name: string): Promise<readonly string[]> => {
    const file = path.join(folder, name);
    await writeFile(file, code.replaceAll('http://localhost:1337', address));
    return (await run(process.execPath, [file])).stdout.trimEnd().split('\n');
  };

  const bin = (name: string, words: readonly string[]) =>
    run(path.join(root, 'node_modules', '.bin', name), words, { cwd: folder });

  it('reads posts with the client of Strapi and with fetch alike, in ten lines', async () => {
    const codes = await snippets('js');
    expect(codes).toHaveLength(2);
    const newest = (await site.http.get('/api/posts?sort=date:desc&pagination[pageSize]=10')).body;
    const expected = [
      ...newest.data.map((post: { path: string; title: string }) => `${post.path} ${post.title}`),
      'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203030000000302 rizhichenbao',
    ];
    for (const [index, code] of codes.entries()) {
      expect(code.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
      expect(await linesOf(code, `snippet-${index}.mjs`)).toEqual(expected);
    }
  });

  it('asks GraphQL for what is there', async () => {
    for (const query of await snippets('graphql')) {
      const { body } = await site.http.post('/graphql').send({ query });
      expect(body.errors).toBeUndefined();
      for (const found of Object.values(body.data)) expect(found).toBeTruthy();
    }
  });

  it('makes types of what the site answers, by which mistakes are found', async () => {
    await writeFile(path.join(folder, 'openapi.json'), document);
    await bin('openapi-typescript', ['openapi.json', '--output', 'broadsheet.d.ts']);
    const [code = ''] = await snippets('ts');
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022'];
    const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', 'node'];
    const check = async (source: string): Promise<string> => {
      await writeFile(path.join(folder, 'reading.ts'), source);
      const words = [...options, ...modules, 'reading.ts'];
      return bin('tsc', words).then(
        () => '',
        ({ stdout }: { readonly stdout: string }) => stdout
      );
    };
    expect(await check(code)).toBe('');
    expect(await check(code.replace('first?.path', 'first?.path.length'))).toMatch(/TS\d+/u);
    expect(await check(code.replace("ask('/posts'", "ask('/pots'"))).toMatch(/TS2345/u);
    const numbered = `${code}const title: number | null | undefined = first?.title;\n`;
    expect(await check(numbered)).toMatch(/TS2322/u);
    const address = `${code}const { data: found } = await ask('/permalinks/resolve', 'url=/a');
const status: 200 | 301 | 410 = found.status;\n`;
    expect(await check(address)).toBe('');
  });

  it('is written to standard output, and nothing beside it', () => {
    expect(Object.keys(JSON.parse(document).paths)).toContain('/delivery/posts.ndjson');
  });
});
