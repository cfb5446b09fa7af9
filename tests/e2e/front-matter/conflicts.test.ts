import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const SHOTS = path.join(__dirname, '..', '..', '..', '.cache', 'screenshots', 'conflicts');
const MANAGER = '/content-manager/collection-types/api::post.post';

const LINES = Array.from({ length: 30 }, (_, index) => `<p>第 ${index + 1} 段</p>`);

interface Row {
  readonly documentId: string;
  readonly title: string;
  readonly body: string;
}

describeInBrowser('somebody who settles conflicts of an archive', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let token: string;

  const write = (name: string, title: string, body: readonly string[], tags: string) =>
    writeFile(
      path.join(folder, 'news', '_posts', `2022-03-03-${name}.md`),
      `---\nlayout: post\ntitle: ${title}\ndate: 2022-03-03 08:00:00 +0800\ntags: ${tags}\n---\n${body.join('\n')}\n`
    );
  const pack = (): string => {
    const file = path.join(folder, 'news.tar.gz');
    execFileSync('tar', ['-czf', file, '-C', folder, 'news']);
    return file;
  };
  const ask = async <Data>(address: string, method = 'GET', body?: object): Promise<Data> => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`${address}: ${await reply.text()}`);
    return (await reply.json()) as Data;
  };
  const post = async (title: string): Promise<Row | undefined> =>
    (await ask<{ results: Row[] }>(`${MANAGER}?filters[title][$eq]=${encodeURIComponent(title)}`))
      .results[0];
  const edit = async (title: string, data: object): Promise<void> => {
    const { documentId } = (await post(title)) ?? {};
    await ask(`${MANAGER}/${documentId}/actions/publish`, 'POST', data);
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
  const importArchive = async (): Promise<void> => {
    await button('Import again').or(button('Import')).click();
    await button('Import', page.getByRole('alertdialog')).click();
    await page.getByText('The import is done.').waitFor();
  };
  const field = (name: string): Locator => page.getByRole('radiogroup', { name, exact: true });

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-conflicts-'));
    process.env['ARCHIVES_FOLDER'] = path.join(folder, 'storage');
    await mkdir(path.join(folder, 'news', '_posts'), { recursive: true });
    await writeFile(path.join(folder, 'news', '_config.yml'), 'timezone: Asia/Shanghai\n');
    await write('one', '港口开航', LINES, '[甲, 乙]');
    await write('two', '船期', ['<p>正文</p>'], '甲');
    await write('three', '货轮', ['<p>正文</p>'], '甲');
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    token = await signIn(site);
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('sees nothing of conflicts as long as there are none', async () => {
    await page.getByRole('link', { name: 'Archives' }).click();
    await page.locator('input[type="file"]').setInputFiles(pack());
    await page.getByText('Files of posts').waitFor();
    await importArchive();
    expect(await page.getByRole('heading', { name: /^Conflicts/u }).count()).toBe(0);
  });

  it('finds a list of them once the archive and editors have changed the same posts', async () => {
    const edited = LINES.map((line, index) => (index === 9 ? '<p>编者改过这一段</p>' : line));
    const changed = LINES.map((line, index) => (index === 9 ? '<p>归档改过这一段</p>' : line));
    await edit('港口开航', { title: '编者的题', body: edited.join('\n'), excerpt: '编者按' });
    await edit('船期', { title: '编者的船期' });
    await edit('货轮', { title: '编者的货轮' });
    await write('one', '归档的题', changed, '[甲, 丙]');
    await write('two', '归档的船期', ['<p>正文</p>'], '甲');
    await write('three', '归档的货轮', ['<p>正文</p>'], '甲');
    await button('Upload a newer version').click();
    await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(pack());
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await importArchive();
    await page.getByRole('heading', { name: 'Conflicts (3)' }).waitFor();
    await page.getByRole('cell', { name: 'Title, Body', exact: true }).waitFor();
    await shoot('list');
  });

  it('sees both sides of one field by field, bodies line by line', async () => {
    await page.getByRole('link', { name: '编者的题' }).click();
    await field('Title').getByText('归档的题').waitFor();
    await field('Body').locator('.cm-changedText').first().waitFor();
    await page.getByText('0 of 2 fields chosen').waitFor();
    expect(await button('Settle').isDisabled()).toBe(true);
    await page.getByText('Other fields that differ').click();
    await page.getByText('Only an editor has changed it: it stays.').waitFor();
    await shoot('conflict');
    expect(await field('Body').getByText('第 20 段').count()).toBe(0);
    await field('Body').getByRole('button', { name: 'Show all lines' }).click();
    await field('Body').getByText('第 20 段').first().waitFor();
  });

  it('chooses with the keyboard, and loses no choice by a mistaken click', async () => {
    await field('Title').getByRole('radio', { name: 'Take the archive’s' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('1 of 2 fields chosen').waitFor();
    await button('Next conflict').click();
    const dialog = page.getByRole('alertdialog', { name: 'Leave this page?' });
    await dialog.getByText('What you have chosen on this page is not settled yet.').waitFor();
    await button('Stay', dialog).click();
    await page.getByText('1 of 2 fields chosen').waitFor();
    await field('Body').getByRole('radio', { name: 'Keep the site’s' }).click();
    await page.getByText('2 of 2 fields chosen').waitFor();
    await shoot('chosen');
  });

  it('settles it, and finds the post as chosen', async () => {
    await button('Settle').click();
    await page.getByText('The conflict is settled.').waitFor();
    await shoot('settled');
    expect(await post('归档的题')).toMatchObject({
      body: expect.stringContaining('编者改过这一段'),
    });
  });

  it('is told where somebody has saved the post since they had looked', async () => {
    await button('Next conflict').click();
    await field('Title').getByText('归档的货轮').waitFor();
    await field('Title').getByRole('radio', { name: 'Take the archive’s' }).click();
    await edit('编者的货轮', { title: '又改的货轮' });
    await button('Settle').click();
    await page.getByText('changed after you had looked at it', { exact: false }).waitFor();
    await field('Title').getByText('又改的货轮').waitFor();
    await shoot('outdated');
  });

  it('settles the rest alike, once they have read how many these are', async () => {
    await page.getByRole('link', { name: 'Back to the archive' }).click();
    await page.getByRole('heading', { name: 'Conflicts (2)' }).waitFor();
    await button('Take the archive’s for all…').click();
    const dialog = page.getByRole('alertdialog', { name: /archive’s version of 2 posts/u });
    await dialog.getByText('2 conflicts are settled', { exact: false }).waitFor();
    await shoot('all-alike');
    await button('Take the archive’s', dialog).click();
    await page.waitForURL(/\/tasks\//u);
    await page.getByText('The import is done.').waitFor();
    expect(await post('归档的货轮')).toBeDefined();
    expect(await post('归档的船期')).toBeDefined();
    await page.getByRole('link', { name: 'Show the archive' }).click();
    await page.getByText('4. Import').waitFor();
    await page.waitForTimeout(1_000);
    expect(await page.getByRole('heading', { name: /^Conflicts/u }).count()).toBe(0);
  });

  it('rolls that back, and has the conflicts again', async () => {
    await page.getByRole('link', { name: 'All archives' }).click();
    await page
      .getByRole('button', { name: /Roll back run \d+/u })
      .first()
      .click();
    await button('Roll back', page.getByRole('alertdialog')).click();
    await page.getByText('The rollback is done.').waitFor();
    expect(await post('又改的货轮')).toBeDefined();
    expect(await post('编者的船期')).toBeDefined();
    await page.getByRole('link', { name: 'All archives' }).click();
    await page.getByRole('link', { name: 'news' }).first().click();
    await page.getByRole('heading', { name: 'Conflicts (2)' }).waitFor();
  });

  it('has all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.getByRole('link', { name: '又改的货轮' }).click();
    await page.reload();
    await page.getByRole('radiogroup', { name: '标题', exact: true }).waitFor();
    await shoot('chinese');
    await page.evaluate(() => localStorage.removeItem('strapi-admin-language'));
  });
});
