import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';

const SHOTS = path.join(__dirname, '..', '..', '..', '.cache', 'screenshots', 'mapping');

const LONG = '很长的一行'.repeat(60);

const post = (title: string, more: readonly string[]): string =>
  [
    ...['---', 'layout: post', `title: ${title}`, 'date: 2022-03-03 08:00:00 +0800'],
    ...['categories: 港口', ...more, '---', '<p>正文</p>', ''],
  ].join('\n');

const FILES: Readonly<Record<string, string>> = {
  '_posts/2022-03-03-one.md': post('港口开航', [
    'subtitle: 第一班船',
    'series: [一, 二]',
    'rank: 1',
  ]),
  '_posts/2022-03-04-two.md': post('货轮续航', ['subtitle: 第二班船', `note: ${LONG}`]),
  '_config.yml': 'timezone: Asia/Shanghai\n',
  '.broadsheet.yml': '# of the harbour\ndates: local\n',
};

describeInBrowser('somebody who maps the keys of an archive', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-mapping-'));
    process.env['ARCHIVES_FOLDER'] = path.join(folder, 'storage');
    for (const [name, text] of Object.entries(FILES)) {
      await mkdir(path.dirname(path.join(folder, 'news', name)), { recursive: true });
      await writeFile(path.join(folder, 'news', name), text);
    }
    const file = path.join(folder, 'news.tar.gz');
    execFileSync('tar', ['-czf', file, '-C', folder, 'news']);
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    await page.getByRole('link', { name: 'Archives' }).click();
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('Files of posts').waitFor();
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const section = (): Locator => page.getByRole('region', { name: 'What becomes of each key' });
  const button = (name: string, on: Page | Locator = section()): Locator =>
    on.getByRole('button', { name, exact: true });
  const becomes = (key: string): Locator =>
    section().getByRole('combobox', { name: `What “${key}” becomes` });
  const row = (key: string): Locator =>
    section()
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: key, exact: true }) });
  const shoot = async (name: string, on: Locator = section()): Promise<void> => {
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 1600 });
      await on.first().scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`), fullPage: true });
      expect(await seriousViolations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
  };
  it('is told that the keys are known after a preview', async () => {
    await section().getByText('Preview the archive first.', { exact: false }).waitFor();
    await shoot('before');
  });

  it('sees after it which keys there are, how often, with what in them, and what becomes of them', async () => {
    await button('Preview', page).click();
    await page.getByText('The preview is ready. Nothing was written.').waitFor();
    await row('subtitle').waitFor();
    await row('subtitle').getByText('2 × text').waitFor();
    await row('subtitle').getByText('第一班船').waitFor();
    await row('series').getByText('1 × list').waitFor();
    await row('note').getByText(/…$/u).waitFor();
    expect(await becomes('title').textContent()).toContain('As usual: title');
    expect(await becomes('layout').textContent()).toContain('What it means to the generator');
    expect(await becomes('rank').textContent()).toContain('Keep it in frontMatter');
    await shoot('keys');
  });

  it('opens a file that has a value', async () => {
    await row('subtitle')
      .getByRole('button', { name: 'Show the file _posts/2022-03-04-two.md' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.cm-content', { hasText: 'subtitle: 第二班船' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('finds a key by a part of it', async () => {
    await section().getByRole('searchbox', { name: 'Find a key' }).fill('SUB');
    await section().getByText('1 of 8 keys found.').waitFor();
    expect(await section().getByRole('rowheader').count()).toBe(1);
    await section().getByRole('searchbox', { name: 'Find a key' }).fill('');
  });

  it('is offered what fits alone, and reads why the rest does not', async () => {
    await becomes('note').click();
    await page.getByRole('option', { name: /^excerpt \(text\)/u }).waitFor();
    expect(await page.getByRole('option', { name: /^sourceName/u }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await row('note').getByText('fields that do not fit').click();
    await row('note')
      .getByText('takes 255 characters at most, and a text has 300.')
      .first()
      .waitFor();
    await becomes('series').click();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Escape');
    await row('series').getByText('fields that do not fit').click();
    await row('series')
      .getByText('takes one value, and there are lists or maps.')
      .first()
      .waitFor();
    await shoot('unfit');
  });

  it('chooses by keyboard alone, and is asked before the choice is lost', async () => {
    await becomes('subtitle').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^excerpt/u }).waitFor();
    const highlighted = page.locator('[role="option"][data-highlighted]');
    for (let presses = 0; presses < 10; presses += 1) {
      const text = (await highlighted.count()) === 0 ? '' : await highlighted.first().textContent();
      if (text?.startsWith('excerpt') === true) break;
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await row('subtitle').getByText('Not saved yet').waitFor();
    expect(await becomes('subtitle').textContent()).toContain('excerpt');
    // What another key becomes cannot be chosen a second time.
    await becomes('note').click();
    const taken = page.getByRole('option', { name: /^excerpt.*taken by “subtitle”/u });
    expect(await taken.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'All archives' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Leave this page?' });
    await asked.getByText('the keys is not saved', { exact: false }).waitFor();
    await asked.getByRole('button', { name: 'Stay' }).click();
    await page.getByText('Save the settings first, or discard the changes.').first().waitFor();
    await shoot('chosen');
  });

  it('saves, and sees in a preview and in the file what is in force', async () => {
    await button('Save and preview again').click();
    await section().getByText('The keys are being counted', { exact: false }).waitFor();
    await row('subtitle').getByText('2 × text').waitFor();
    await row('subtitle').getByText('as saved here').waitFor();
    await section().getByText('As .broadsheet.yml').click();
    const file = section().locator('.cm-content');
    await file.getByText('subtitle: excerpt').waitFor();
    await file.getByText('# of the harbour').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('Copy').click();
    await button('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '# of the harbour\ndates: local\nmapping:\n  subtitle: excerpt\n'
    );
    await shoot('saved');
  });

  it('imports, and the posts have it', async () => {
    await button('Import', page).click();
    const dialog = page.getByRole('alertdialog', { name: /Import/u });
    await button('Import', dialog).click();
    await page.getByText('The import is done.').waitFor();
    const answer = await fetch(`${site.url}/api/posts?fields[0]=excerpt`);
    expect(await answer.text()).toContain('第一班船');
  });

  it('goes back to what the archive says', async () => {
    await button('Go by the archive’s own').click();
    const dialog = page.getByRole('alertdialog', { name: 'Go by what the archive says?' });
    await dialog.getByText('is thrown away', { exact: false }).waitFor();
    await button('Go by the archive’s own', dialog).click();
    await section().getByText('Saved', { exact: true }).waitFor();
    // The mark may be that of the save before.
    await becomes('subtitle').filter({ hasText: 'Keep it in frontMatter' }).waitFor();
  });

  it('has all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.reload();
    const chinese = page.getByRole('region', { name: '各键的去向' });
    await chinese.getByRole('combobox', { name: '“subtitle”成为什么' }).waitFor();
    await shoot('chinese', chinese);
    await page.evaluate(() => localStorage.removeItem('strapi-admin-language'));
  });
});
