import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from './harness/browser';
import { serve, type ServedSite } from './harness/serve';
import { serveFiles, type ServedFiles } from './harness/serve-files';
import { signIn } from './harness/sign-in';

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');
const EXAMPLE = path.join(root, 'examples', 'astro');
const SAMPLE = path.join('tests', 'fixtures', 'sample-archive');
const SHOTS = path.join(root, '.tmp', 'screenshots');
const MANAGER = '/content-manager/collection-types/api::post.post';

interface Post {
  readonly documentId: string;
  readonly title: string;
  readonly path: string;
}

describeInBrowser('a static site that is built from the stream and the change feed', () => {
  let cms: ServedSite;
  let files: ServedFiles;
  let browser: Browser;
  let page: Page;
  let editor = '';
  let token = '';
  let posts: readonly Post[] = [];

  const send = async <Data>(method: string, address: string, body: object = {}): Promise<Data> => {
    const reply = await fetch(`${cms.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${editor}` },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${method} ${address}: ${await reply.text()}`);
    return ((await reply.json()) as { data: Data }).data;
  };
  /** Builds the site, and tells what was said meanwhile. */
  const build = async (): Promise<string> => {
    const { stdout, stderr } = await run('npm', ['run', 'build'], {
      cwd: EXAMPLE,
      env: {
        ...process.env,
        CMS_URL: cms.url,
        CMS_TOKEN: token,
        SITE_URL: 'https://news.example',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    return `${stdout}${stderr}`;
  };
  const fileAt = (address: string) => fetch(`${files.url}${address}`);
  const published = async (): Promise<readonly Post[]> => {
    const reply = await fetch(`${cms.url}/api/posts?pagination[pageSize]=100&fields=title,path`);
    return ((await reply.json()) as { data: Post[] }).data;
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    cms = await serve();
    // Some of its files are broken on purpose, so the import ends with 3.
    await run(process.execPath, ['dist/scripts/import-archive.js', 'import', SAMPLE], {
      cwd: root,
      env: cms.environment,
    }).catch((error: { code?: unknown }) => expect(error.code).toBe(3));
    editor = await signIn(cms);
    const permissions = ['plugin::permalinks.redirects.stream'];
    const made = { name: 'site', description: '', type: 'custom', lifespan: null, permissions };
    token = (await send<{ accessKey: string }>('POST', '/admin/api-tokens', made)).accessKey;
    await run('npm', ['ci'], { cwd: EXAMPLE });
    await rm(path.join(EXAMPLE, 'node_modules', '.astro'), { recursive: true, force: true });
    await build();
    posts = await published();
    files = await serveFiles(path.join(EXAMPLE, 'dist'));
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    files?.close();
    await cms?.close();
  });

  it('has each public post at the address that it has in the CMS', async () => {
    expect(posts.length).toBeGreaterThan(20);
    for (const { path: address, title } of posts) {
      const reply = await fileAt(address);
      expect([address, reply.status]).toEqual([address, 200]);
      await page.setContent(await reply.text());
      expect(await page.title()).toBe(title);
    }
  });

  it('leads on from an old address', async () => {
    await page.goto(`${files.url}/notes/plain/`);
    await page.waitForURL('**/plain-english.html');
    expect(await page.locator('h1').textContent()).toBe('A plain post in plain English');
    expect(await readFile(path.join(EXAMPLE, 'dist', '_redirects'), 'utf8')).toMatch(
      /^\/notes\/plain/mu
    );
    await page.screenshot({ path: path.join(SHOTS, 'example-post.png') });
  });

  it('lists the newest posts, those of a category, and what is searched for in one', async () => {
    await page.goto(files.url);
    expect(await page.locator('main li').count()).toBe(20);
    await page.screenshot({ path: path.join(SHOTS, 'example-home.png') });
    await page.getByRole('link', { name: /^All/u }).click();
    await page.getByRole('link', { name: 'Older' }).click();
    await page.waitForURL('**/page/2.html');
    expect(await page.locator('main li').count()).toBe(posts.length - 20);
    await page.goto(`${files.url}/search.html`);
    await page.getByText(`${posts.length} found`).waitFor();
    await page.getByLabel('Category').selectOption('notes');
    await page.getByLabel('Words').fill('plain');
    await page.getByText('1 found').waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'example-search.png') });
    await page.getByRole('link', { name: 'A plain post in plain English' }).click();
    await page.getByRole('link', { name: 'notes' }).click();
    await page.waitForURL('**/category/notes.html');
    expect(await page.locator('main li').count()).toBeGreaterThan(0);
  });

  it('tells of its posts by RSS and by a sitemap', async () => {
    const [feed, map] = await Promise.all(
      ['/rss.xml', '/sitemap-0.xml'].map(async (address) => (await fileAt(address)).text())
    );
    expect(feed).toContain(
      '<link>https://news.example/notes/markdown/2022/03/05/plain-english.html'
    );
    expect(map).toContain(
      'https://news.example/notes/markdown/2022/03/05/plain-english.html</loc>'
    );
  });

  it('asks at the next build for no more than what has changed', async () => {
    const [changed, hidden] = posts;
    if (changed === undefined || hidden === undefined) throw new Error('there are no posts');
    await send('POST', `${MANAGER}/${changed.documentId}/actions/publish`, { title: '改过的标题' });
    await send('POST', `${MANAGER}/${hidden.documentId}/actions/unpublish`);
    expect(await build()).toMatch(/\b2 posts have changed/u);
    expect(await (await fileAt(changed.path)).text()).toContain('<title>改过的标题</title>');
    expect((await fileAt(hidden.path)).status).toBe(404);
    expect((await fileAt(posts.at(-1)?.path ?? '')).status).toBe(200);
  });
});
