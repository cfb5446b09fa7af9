import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { join } from '../harness/join';
import { serve, type ServedSite } from '../harness/serve';

const SHOTS = path.join(__dirname, '..', '..', '..', '.cache', 'screenshots', 'archives');

const header = (title: string): string =>
  `layout: post\ntitle: ${title}\ndate: 2022-03-03 08:00:00 +0800\ncategories: 港口`;

/** As a crawler leaves them: one that is well, one that is mended, one that nobody can read. */
const POSTS: Readonly<Record<string, string>> = {
  '2022-03-03-one.md': `---\n${header('港口开航')}\n---\n<p>第一段</p>\n`,
  '2022-03-04-two.md': `---\n${header('货轮：续: 下')}\n---\n<p>第二段</p>\n`,
  '2022-03-05-three.md': `---\n${header('船期')}\nseries: [一, 二\n---\n<p>第三段</p>\n`,
};

describeInBrowser('somebody who has never imported anything', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-archives-'));
    process.env['ARCHIVES_FOLDER'] = path.join(folder, 'storage');
    await mkdir(path.join(folder, 'news', '_posts'), { recursive: true });
    for (const [name, text] of Object.entries(POSTS)) {
      await writeFile(path.join(folder, 'news', '_posts', name), text);
    }
    await writeFile(path.join(folder, 'news', '_config.yml'), 'timezone: Asia/Shanghai\n');
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const pack = (): string => {
    const file = path.join(folder, 'news.tar.gz');
    execFileSync('tar', ['-czf', file, '-C', folder, 'news']);
    return file;
  };
  const shoot = async (name: string): Promise<void> => {
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 1600 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
      expect(await seriousViolations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
  };
  const button = (name: string, on: Page | Locator = page): Locator =>
    on.getByRole('button', { name, exact: true });

  it('finds the page in the menu, and reads what it is for', async () => {
    await page.getByRole('link', { name: 'Archives' }).click();
    await page.getByRole('heading', { name: 'Archives', exact: true }).waitFor();
    await page.getByText('There are no archives yet. Add one above.').waitFor();
    await page.getByText('Nothing was imported yet.').waitFor();
    await shoot('empty');
  });

  it('is told what cannot be uploaded', async () => {
    const wrong = path.join(folder, 'wrong.zip');
    await writeFile(wrong, 'not a zip at all');
    await page.locator('input[type="file"]').setInputFiles(wrong);
    await page.getByRole('alert').getByText('neither a zip nor a tar.gz').waitFor();
    await shoot('refused');
  });

  it('uploads an archive, and sees what was found in it', async () => {
    await page.locator('input[type="file"]').setInputFiles(pack());
    await page.getByText('Files of posts').waitFor();
    await page.getByText('Asia/Shanghai').first().waitFor();
    await shoot('found');
  });

  it('is told beside the button when a folder that they name is not there', async () => {
    const form = page.locator('form').filter({ hasText: 'Name of the archive' });
    await form.getByText('More options').click();
    const folders = form.getByRole('textbox', { name: 'Further folders of posts' });
    await folders.fill('no-such-folder');
    await button('Save', form).click();
    await form.getByRole('alert').getByText('no folder "no-such-folder"').waitFor();
    await page.getByText('See “More options”, “Further folders of posts”.').waitFor();
    await shoot('folder-missing');
    await folders.fill('');
    await button('Save', form).click();
    await form.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('looks at a preview: what becomes of the posts, and what is wrong with them', async () => {
    await button('Preview').click();
    await page.getByText('The preview is ready. Nothing was written.').waitFor();
    await page.getByRole('heading', { name: 'Posts as they will be' }).waitFor();
    await page.getByText('港口开航').first().waitFor();
    await shoot('preview');
  });

  it('opens a file at the line that is wrong', async () => {
    await page
      .getByRole('button', { name: /Show _posts\/2022-03-05-three\.md:\d+/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.cm-content', { hasText: 'series: [一, 二' }).waitFor();
    await shoot('file');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is told how far it was looked for what hardly any issue is, and has it looked on', async () => {
    let pages = 0;
    const issues = /\/front-matter\/tasks\/[^/]+\/issues\?.*path=nowhere/u;
    await page.route(issues, async (route) => {
      pages += 1;
      const data = { issues: [], next: String(pages), looked: pages / 20 };
      await route.fulfill({ json: { data } });
    });
    await page.getByRole('textbox', { name: 'Part of the file’s path' }).fill('nowhere');
    await page.getByText('None found in the first 25 % of the report.').waitFor();
    expect(pages).toBe(5);
    await button('Look on').click();
    await page.getByText('None found in the first 50 % of the report.').waitFor();
    expect(pages).toBe(10);
    await page.unroute(issues);
    await page.getByRole('textbox', { name: 'Part of the file’s path' }).fill('');
    await page.getByText(/issues? shown/u).waitFor();
  });

  it('imports, and finds the posts', async () => {
    await button('Import').click();
    const dialog = page.getByRole('alertdialog', { name: /Import/u });
    await dialog.getByText('As the preview has it, it comes to', { exact: false }).waitFor();
    await shoot('import-dialog');
    await button('Import', dialog).click();
    await page.getByText('The import is done.').waitFor();
    await shoot('imported');
    await page.getByRole('link', { name: 'Open the posts' }).click();
    await page.getByText('港口开航').first().waitFor();
  });

  it('rolls the import back once they have read what that undoes', async () => {
    await page.getByRole('link', { name: 'Archives' }).click();
    await button('Roll back run 1').click();
    const dialog = page.getByRole('alertdialog', { name: 'Roll back run 1?' });
    await dialog.getByText('2 documents that it made are removed.').waitFor();
    await shoot('rollback-dialog');
    await button('Roll back', dialog).click();
    await page.getByText('The rollback is done.').waitFor();
    await shoot('rolled-back');
    const address = page.url();
    await page.getByRole('link', { name: 'Content Manager' }).click();
    await page.getByRole('link', { name: 'Post', exact: true }).click();
    await page.getByText('No content found').waitFor();
    expect(await page.getByText('港口开航').count()).toBe(0);
    // The page of a task has the same ending as the route that it asks.
    const task = `${site.url}/front-matter/tasks/*`;
    await page.route(task, async (route) => {
      const response = await route.fetch();
      const { data } = await response.json();
      const failed = { state: 'failed', failure: 'database-gone', message: 'connect ECONNREFUSED' };
      await route.fulfill({ response, json: { data: { ...data, ...failed } } });
    });
    await page.goto(address);
    await page
      .getByText('The database did not answer. Try again in a while', { exact: false })
      .waitFor();
    expect(await page.getByText('ECONNREFUSED').isVisible()).toBe(false);
    await page.getByText('What was said').click();
    await page.getByText('connect ECONNREFUSED').waitFor();
    await shoot('failed');
    await page.unroute(task);
    await page.reload();
    await page.getByText('The rollback is done.').waitFor();
    await page.getByRole('link', { name: 'All archives' }).click();
    await page.getByText('Undone by run 2').waitFor();
    await shoot('history');
  });

  it('has all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.reload();
    await page.getByRole('heading', { name: '归档', exact: true }).waitFor();
    await shoot('chinese');
    await page.evaluate(() => localStorage.removeItem('strapi-admin-language'));
  });

  it('sees and reaches none of it without the permission', async () => {
    const user = await join(site, 'strapi-author');
    const other = await logIn(browser, { ...site, editor: user });
    await other.getByRole('link', { name: 'Content Manager' }).waitFor();
    expect(await other.getByRole('link', { name: 'Archives' }).count()).toBe(0);
    const refused = other.waitForResponse((response) => response.url().includes('/admin/'));
    await other.goto(`${site.url}/admin/plugins/front-matter`);
    await refused;
    await other.getByText("You don't have the permissions", { exact: false }).waitFor();
    expect(await other.getByText('Add an archive').count()).toBe(0);
    await other.context().close();
  });
});
