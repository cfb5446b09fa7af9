import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const MANAGER = '/content-manager/collection-types/api::post.post';
const ROOT = path.join(__dirname, '..', '..', '..');
const run = promisify(execFile);

interface Row {
  readonly documentId: string;
  readonly title: string;
}

describeInBrowser('an editor of posts that an archive had', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;
  let folder: string;

  const ask = async <Data>(address: string, method = 'GET', body?: object): Promise<Data> => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`${address}: ${await reply.text()}`);
    return (await reply.json()) as Data;
  };
  const idOf = async (title: string): Promise<string> => {
    const found = `${MANAGER}?filters[title][$eq]=${encodeURIComponent(title)}`;
    return (await ask<{ results: Row[] }>(found)).results[0]?.documentId ?? '';
  };
  const write = (name: string, title: string) =>
    writeFile(
      path.join(folder, '_posts', `2022-03-03-${name}.md`),
      `---\nlayout: post\ntitle: "${title}"\ntags: [甲, 乙]\n---\n<p>正文</p>\n`
    );

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-origin-'));
    await mkdir(path.join(folder, '_posts'));
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    // Leaving a changed form asks.
    page.on('dialog', (asked) => void asked.accept());
    token = await signIn(site);
    await write('first', '开工第一天');
    await write('second', '开工第二天');
    const command = ['dist/scripts/import-archive.js', 'import', folder, '--archive', 'harbour'];
    await run(process.execPath, command, { cwd: ROOT, env: site.environment });
    await ask(MANAGER, 'POST', { title: '自己写的' });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const field = (name: string): Locator => page.locator(`[name="${name}"]`);
  const open = async (title: string): Promise<void> => {
    await page.goto(`${site.url}/admin${MANAGER}/${await idOf(title)}`);
    await page.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('[name="title"]')?.value === text,
      title
    );
  };
  const said = (text: string): Locator => page.getByText(text, { exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const save = async (): Promise<void> => {
    const done = page.waitForResponse(
      (reply) => reply.url().includes(MANAGER) && reply.request().method() === 'PUT'
    );
    await button('Save').click();
    expect((await done).status()).toBe(200);
  };

  it('sees the archive, the file and its front matter beside the form', async () => {
    await open('开工第一天');
    await said('Where it came from').waitFor();
    await said('harbour').waitFor();
    await said('_posts/2022-03-03-first.md').waitFor();
    await said('Nobody has changed it since.').waitFor();
    await button('File header').click();
    await page.getByText('title: "开工第一天"').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('sees nothing of the kind beside what was written here', async () => {
    await open('自己写的');
    await page.waitForLoadState('networkidle');
    expect(await said('Where it came from').count()).toBe(0);
  });

  it('takes the archive’s title into the form, and saves it or not', async () => {
    await open('开工第一天');
    await field('title').fill('我的标题');
    await save();
    await said('Changed since import').waitFor();
    await button('Compare Title').click();
    await page.getByRole('dialog').getByText('The archive’s version', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').locator('textarea').first().inputValue()).toBe(
      '开工第一天'
    );
    expect(await seriousViolations(page)).toEqual([]);
    await button('Take the archive’s version').click();
    expect(await field('title').inputValue()).toBe('开工第一天');
    await said('It is in the form now. Save to keep it.').waitFor();
    expect(await idOf('我的标题')).not.toBe('');
    await save();
    await page.getByText('nothing that you may read is different').waitFor();
    expect(await idOf('我的标题')).toBe('');
  });

  it('takes the archive’s tags, in their order', async () => {
    const documentId = await idOf('开工第二天');
    const { results } = await ask<{ results: Row[] }>(
      '/content-manager/collection-types/api::tag.tag?sort=name:asc'
    );
    await ask(`${MANAGER}/${documentId}`, 'PUT', { tags: { set: results.slice(0, 1) } });
    await open('开工第二天');
    await button('Compare Tags').click();
    const shown = page.getByRole('dialog').locator('textarea');
    expect(await shown.first().inputValue()).toBe('甲\n乙');
    await button('Take the archive’s version').click();
    await save();
    await page.getByText('nothing that you may read is different').waitFor();
  });

  it('finds in a list what an archive has, and what was changed since', async () => {
    await page.goto(`${site.url}/admin${MANAGER}`);
    const cell = (text: string) => page.locator('[role="gridcell"]', { hasText: text });
    const choose = async (name: string, option: string): Promise<void> => {
      await page.getByRole('combobox', { name }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await button('Filters').click();
    await choose('Select field', 'Archive');
    await choose('Archive', 'harbour');
    await button('Add filter').click();
    await cell('开工第一天').waitFor();
    await cell('自己写的').waitFor({ state: 'detached' });
    // The list remembers its filters.
    await button('Filters').click();
    await choose('Select field', 'Changed since import');
    await choose('Changed since import', 'No');
    await button('Add filter').click();
    await cell('开工第一天').waitFor({ state: 'detached' });
    await page.goto(`${site.url}/admin${MANAGER}?filters[$and][0][__archive][$null]=true`);
    await cell('自己写的').waitFor();
    expect(await cell('开工第一天').count()).toBe(0);
    await button('Filters').click();
    await choose('Select field', 'Archive');
    await choose('Select filter', 'is any: imported');
    await button('Add filter').click();
    await cell('自己写的').waitFor({ state: 'detached' });
  });

  it('reads all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await open('开工第一天');
    await said('来源归档').waitFor();
    await button('文件头').waitFor();
  });
});
