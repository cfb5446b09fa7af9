import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { join } from '../harness/join';
import { serve, type ServedSite } from '../harness/serve';

const SHOTS = path.join(__dirname, '..', '..', '..', '.cache', 'screenshots', 'desk');

const header = (title: string): string =>
  `layout: post\ntitle: ${title}\ndate: 2022-03-03 08:00:00 +0800\ncategories: 港口`;

const BROKEN = '_posts/2022-03-05-three.md';
const OTHER = '_posts/2022-03-06-four.md';

/** One that is well, two that nobody can read, and one whose name is the trouble. */
const POSTS: Readonly<Record<string, string>> = {
  '2022-03-03-one.md': `---\n${header('港口开航')}\n---\n<p>第一段</p>\n`,
  '2022-03-05-three.md': `---\n${header('船期')}\nseries: [一, 二\n---\n<p>第三段</p>\n`,
  '2022-03-06-four.md': `---\n${header('航线')}\nports: {a: 一\n---\n<p>第四段</p>\n`,
  'no-date.md': `---\n${header('无日期')}\n---\n<p>第五段</p>\n`,
};

describeInBrowser('an editor who mends files that could not be read', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let folder: string;
  /** Of the page of these files. */
  let address = '';

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-desk-'));
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
  const shoot = async (name: string, on = page): Promise<void> => {
    for (const width of [1280, 768]) {
      await on.setViewportSize({ width, height: 1600 });
      await on.waitForTimeout(300);
      await on.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
      expect(await seriousViolations(on)).toEqual([]);
    }
    await on.setViewportSize({ width: 1280, height: 1000 });
  };
  const button = (name: string, on: Page | Locator = page): Locator =>
    on.getByRole('button', { name, exact: true });
  const text = (): Locator => page.locator('.cm-content');
  /** Puts the cursor behind a piece of the text. */
  const goBehind = async (piece: string): Promise<void> => {
    await page.locator('.cm-line', { hasText: piece }).click();
    await page.keyboard.press('End');
  };

  it('is led to them by a preview', async () => {
    await page.getByRole('link', { name: 'Archives' }).click();
    await page.locator('input[type="file"]').setInputFiles(pack());
    await page.getByText('Files of posts').waitFor();
    await button('Preview').click();
    await page.getByText('3 files of this archive could not be read.', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Show and correct them' }).click();
    await page.getByRole('heading', { name: 'Files that could not be read' }).waitFor();
    await page.getByRole('cell', { name: BROKEN, exact: true }).waitFor();
    address = page.url();
    expect(await page.getByRole('button', { name: /^Correct / }).count()).toBe(2);
    await page.getByText('Its text cannot mend this', { exact: false }).waitFor();
    await shoot('list');
  });

  it('sees the text with the place marked, and what is wrong beside it', async () => {
    await button(`Correct ${BROKEN}`).click();
    await page.locator('.file-marked-line').first().waitFor();
    await page.getByText('This cannot be read: 1 error.').first().waitFor();
    expect(await button('Save and import this file').isDisabled()).toBe(true);
    await page
      .getByRole('button', { name: /^Line \d+/ })
      .first()
      .click();
    expect(await text().evaluate((element) => element === document.activeElement)).toBe(true);
    await shoot('broken');
  });

  it('corrects it, and is told as they type that it can be read, and what it will be', async () => {
    await goBehind('series: [一, 二');
    await page.keyboard.type(']');
    await page.getByText('This can be read.').first().waitFor();
    await page.getByRole('article').getByRole('heading', { name: '船期' }).waitFor();
    expect(await page.locator('.file-marked-line').count()).toBe(0);
    await shoot('mended');
  });

  it('loses nothing by a mistaken click', async () => {
    for (const leave of ['Next file', 'Back to the list']) {
      await button(leave).click();
      const asked = page.getByRole('alertdialog', { name: 'Leave this file?' });
      await asked.waitFor();
      await button('Stay', asked).click();
      await asked.waitFor({ state: 'hidden' });
    }
    await page.getByRole('link', { name: 'All archives' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Leave this page?' });
    await asked.waitFor();
    await shoot('leave');
    await button('Stay', asked).click();
    await asked.waitFor({ state: 'hidden' });
    await text().getByText('series: [一, 二]').waitFor();
  });

  it('imports it at once', async () => {
    await button('Save and import this file').click();
    await page.getByText('The import is done.').waitFor();
    await shoot('imported');
  });

  it('goes on to the next file, and saves that one for later', async () => {
    await button('Next file').click();
    await page.getByRole('heading', { name: OTHER }).waitFor();
    await page.locator('.file-marked-line').first().waitFor();
    await goBehind('ports: {a: 一');
    await page.keyboard.type('}');
    await page.getByText('This can be read.').first().waitFor();
    await button('Save correction').click();
    await page.getByText('The correction is saved.', { exact: false }).waitFor();
    expect(await button('Next file').count()).toBe(0);
    await button('Back to the list').click();
    await page.getByRole('cell', { name: 'Imported', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'Corrected', exact: true }).waitFor();
    await shoot('list-after');
  });

  it('takes a correction back', async () => {
    await button(`Correct ${OTHER}`).click();
    await button('Withdraw correction').click();
    const asked = page.getByRole('alertdialog', { name: 'Withdraw the correction?' });
    await button('Withdraw', asked).click();
    await page.getByText('The correction is withdrawn.').waitFor();
    await page.getByText('This cannot be read', { exact: false }).first().waitFor();
    await button('Back to the list').click();
    await page.getByRole('row', { name: OTHER }).getByText('Not corrected').waitFor();
  });

  it('finds the post in the content manager', async () => {
    await page.goto(`${site.url}/admin/content-manager/collection-types/api::post.post`);
    await page.getByText('船期').first().waitFor();
    await page.goto(address);
  });

  it('has all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.reload();
    await page.getByRole('heading', { name: '无法读取的文件' }).waitFor();
    await button(`更正 ${OTHER}`).click();
    await button('保存并导入此文件').waitFor();
    await page.locator('.file-marked-line').first().waitFor();
    await shoot('chinese');
    await page.evaluate(() => localStorage.removeItem('strapi-admin-language'));
  });

  it('sees the list alone without the permission to correct files', async () => {
    const see = ['plugin::front-matter.archives.read'];
    const user = await join(site, 'strapi-author', [], see);
    const other = await logIn(browser, { ...site, editor: user });
    await other.goto(address);
    await other.getByRole('cell', { name: OTHER, exact: true }).waitFor();
    await other.getByText('ask for the permission to correct files', { exact: false }).waitFor();
    expect(await other.getByRole('button', { name: /^Correct / }).count()).toBe(0);
    await shoot('may-not', other);
    await other.context().close();
  });
});
