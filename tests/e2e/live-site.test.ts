import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from './harness/browser';
import { serve, type ServedSite } from './harness/serve';
import { signIn } from './harness/sign-in';

const MANAGER = '/content-manager/collection-types/api::post.post';
const ROOT = path.join(__dirname, '..', '..');
const run = promisify(execFile);

interface Post {
  readonly documentId: string;
  readonly title: string;
  readonly excerpt: string | null;
  readonly body: string | null;
}

describeInBrowser('an editor whose site is alive', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-live-'));
    await mkdir(path.join(folder, '_posts'));
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    // Leaving a changed form asks.
    page.on('dialog', (asked) => void asked.accept());
    token = await signIn(site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async <Data>(address: string): Promise<Data> => {
    const reply = await fetch(`${site.url}${address}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!reply.ok) throw new Error(`${address}: ${await reply.text()}`);
    return (await reply.json()) as Data;
  };
  const now = async (documentId: string): Promise<Post> =>
    (await ask<{ data: Post }>(`${MANAGER}/${documentId}`)).data;
  /** Writes the archive's one post and imports it, as a command beside the site. */
  const importPost = async (title: string, body: string, name = 'live'): Promise<string> => {
    const header = `---\nlayout: post\ntitle: "${title}"\ndate: 2022-03-03 08:00:00 +0800\n---\n`;
    await writeFile(path.join(folder, '_posts', `2022-03-03-${name}.md`), `${header}${body}\n`);
    const command = ['dist/scripts/import-archive.js', 'import', folder, '--archive', 'live'];
    await run(process.execPath, command, { cwd: ROOT, env: site.environment });
    const { results } = await ask<{ results: Post[] }>(
      `${MANAGER}?filters[title][$eq]=${encodeURIComponent(title)}`
    );
    return results[0]?.documentId ?? '';
  };
  const field = (name: string): Locator => page.locator(`[name="${name}"]`);
  const open = async (documentId: string, title: string): Promise<void> => {
    await page.goto(`${site.url}/admin${MANAGER}/${documentId}`);
    await page.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('[name="title"]')?.value === text,
      title
    );
  };
  const save = async (): Promise<number> => {
    const answered = page.waitForResponse(
      (response) => response.url().includes(MANAGER) && response.request().method() === 'PUT'
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    return (await answered).status();
  };

  it('saves a post that an import has changed meanwhile, and takes nothing of it back', async () => {
    const documentId = await importPost('第一版', '<p>原文</p>');
    await open(documentId, '第一版');
    await field('excerpt').fill('编辑写的摘要');
    await importPost('第二版', '<p>更正</p>');
    expect(await now(documentId)).toMatchObject({ title: '第二版', excerpt: null });
    expect(await save()).toBe(200);
    const saved = await now(documentId);
    expect(saved).toMatchObject({ title: '第二版', excerpt: '编辑写的摘要' });
    expect(saved.body).toMatch(/更正/u);
  });

  it('is shown both versions where the import has changed the same field', async () => {
    const documentId = await importPost('第三版', '<p>更正</p>');
    await open(documentId, '第三版');
    await field('title').fill('编辑的标题');
    await importPost('第四版', '<p>更正</p>');
    expect(await save()).toBe(409);
    await page.getByText('Two versions').first().waitFor();
    expect(await field('title').inputValue()).toBe('编辑的标题');
    expect(await now(documentId)).toMatchObject({ title: '第四版' });
  });

  it('loses nothing that was typed when the server dies, and saves it when it is back', async () => {
    const documentId = await importPost('停电', '<p>正文</p>', 'power');
    await open(documentId, '停电');
    await field('excerpt').fill('断电之前写的');
    await site.die();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForTimeout(1000);
    expect(await field('excerpt').inputValue()).toBe('断电之前写的');
    await field('excerpt').fill('断电之后还在写');
    await page.waitForTimeout(1500);
    await site.comeBack();
    // With the browser closed meanwhile, as far as the page knows.
    await page.reload({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await field('excerpt').inputValue()).toBe('断电之后还在写');
    expect(await save()).toBe(200);
    expect(await now(documentId)).toMatchObject({ title: '停电', excerpt: '断电之后还在写' });
  });
});
