import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';

const SHOTS = path.join(__dirname, '..', '..', '..', '.cache', 'screenshots', 'one-archive');
const BROKEN = '_posts/2022-03-05-three.md';
const LIST = '/admin/content-manager/collection-types/api::post.post';

describeInBrowser('the owner of a new site, with one archive', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let folder: string;

  const write = (name: string, title: string, also = ''): Promise<void> =>
    writeFile(
      path.join(folder, 'news', '_posts', `2022-03-${name}.md`),
      `---\nlayout: post\ntitle: ${title}\ndate: 2022-03-03 08:00:00 +0800\n${also}---\n<p>正文</p>\n`
    );
  const pack = (): string => {
    const file = path.join(folder, 'news.tar.gz');
    execFileSync('tar', ['-czf', file, '-C', folder, 'news']);
    return file;
  };
  const shoot = async (name: string): Promise<void> => {
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
    expect(await seriousViolations(page)).toEqual([]);
  };
  const button = (name: string, on: Page | Locator = page): Locator =>
    on.getByRole('button', { name, exact: true });
  const link = (name: string): Locator => page.getByRole('link', { name, exact: true });
  const title = (): Locator => page.locator('[name="title"]');
  const openPost = async (name: string): Promise<void> => {
    await page.goto(`${site.url}${LIST}`);
    await page.getByRole('gridcell', { name, exact: true }).first().click();
    await page.getByText('Where it came from', { exact: true }).waitFor();
    expect(await title().inputValue()).toBe(name);
  };
  const published = async (): Promise<unknown> => {
    const reply = await fetch(`${site.url}/api/posts?sort=title&fields[0]=title`);
    const { data } = (await reply.json()) as { data: { title: string }[] };
    return data.map((post) => post.title);
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-one-archive-'));
    process.env['ARCHIVES_FOLDER'] = path.join(folder, 'storage');
    await mkdir(path.join(folder, 'news', '_posts'), { recursive: true });
    await write('03-one', '一月');
    await write('04-two', '二月');
    await write('05-three', '三月', 'series: [一, 二\n');
    site = await serve(false);
    browser = await openBrowser();
    page = await (
      await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 1000 } })
    ).newPage();
  });
  afterAll(async () => {
    delete process.env['ARCHIVES_FOLDER'];
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('becomes its first administrator', async () => {
    await page.goto(`${site.url}/admin`);
    await page.locator('input[name="firstname"]').fill('Lin');
    await page.locator('input[name="email"]').fill(site.editor.email);
    await page.locator('input[name="password"]').fill(site.editor.password);
    await page.locator('input[name="confirmPassword"]').fill(site.editor.password);
    await page.locator('button[type="submit"]').click();
    await link('Archives').waitFor();
  });

  it('uploads the archive, of which one file is broken, and reads the preview', async () => {
    await link('Archives').click();
    await page.locator('input[type="file"]').setInputFiles(pack());
    await page.getByText('Files of posts').waitFor();
    await button('Preview').click();
    await page.getByText('The preview is ready. Nothing was written.').waitFor();
    await page.getByText('1 file of this archive could not be read.', { exact: false }).waitFor();
    await shoot('preview');
  });

  it('corrects that file', async () => {
    await link('Show and correct them').click();
    await button(`Correct ${BROKEN}`).click();
    await page.locator('.file-marked-line').first().waitFor();
    await page.locator('.cm-line', { hasText: 'series: [一, 二' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(']');
    await page.getByText('This can be read.').first().waitFor();
    await button('Save correction').click();
    await page.getByText('The correction is saved.', { exact: false }).waitFor();
    await shoot('corrected');
  });

  it('imports all of it, and watches that to its end', async () => {
    await link('All archives').click();
    await link('news').first().click();
    await button('Import').click();
    await button('Import', page.getByRole('alertdialog')).click();
    await page.getByRole('progressbar').or(page.getByText('The import is done.')).first().waitFor();
    await page.getByText('The import is done.').waitFor();
    await shoot('imported');
    expect(await published()).toEqual(['一月', '三月', '二月']);
  });

  it('comes from what is reported to the corrected file, where the correction may be withdrawn', async () => {
    const row = page.getByRole('row').filter({ hasText: 'CORRECTED' }).last();
    await row.getByRole('button', { name: new RegExp(BROKEN) }).click();
    await page.getByRole('heading', { name: BROKEN }).waitFor();
    await button('Withdraw correction').waitFor();
    await page.locator('.cm-line', { hasText: ']' }).first().waitFor();
    await shoot('corrected-again');
  });

  it('opens an imported post, sees where it came from, and publishes another title', async () => {
    await openPost('二月');
    await page.getByText('_posts/2022-03-04-two.md', { exact: true }).waitFor();
    await page.getByText('Nobody has changed it since.', { exact: true }).waitFor();
    await title().fill('编者的二月');
    await button('Publish').click();
    await page.getByText('Changed since import', { exact: true }).waitFor();
    await shoot('published');
    expect(await published()).toEqual(['一月', '三月', '编者的二月']);
  });

  it('imports a newer version of the archive, which leaves what the editor has changed', async () => {
    await write('03-one', '一月初');
    await write('04-two', '归档的二月');
    await link('Archives').click();
    await link('news').first().click();
    await button('Upload a newer version').click();
    await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(pack());
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button('Import again').or(button('Import')).click();
    await button('Import', page.getByRole('alertdialog')).click();
    await page.getByText('The import is done.').waitFor();
    await page.getByRole('heading', { name: 'Conflicts (1)' }).waitFor();
    await shoot('conflicts');
    expect(await published()).toEqual(['一月初', '三月', '编者的二月']);
  });

  it('settles that conflict', async () => {
    await link('编者的二月').click();
    const field = page.getByRole('radiogroup', { name: 'Title', exact: true });
    await field.getByText('归档的二月').waitFor();
    await field.getByRole('radio', { name: 'Take the archive’s' }).click();
    await button('Settle').click();
    await page.getByText('The conflict is settled.').waitFor();
    await shoot('settled');
    expect(await published()).toEqual(['一月初', '三月', '归档的二月']);
  });

  it('rolls all of it back, the last run first', async () => {
    const rollBack = async (run: number): Promise<void> => {
      await link('Archives').click();
      await button(`Roll back run ${run}`).click();
      await button('Roll back', page.getByRole('alertdialog')).click();
      await page.getByText('The rollback is done.').waitFor();
    };
    await rollBack(3);
    expect(await published()).toEqual(['一月初', '三月', '编者的二月']);
    await rollBack(2);
    expect(await published()).toEqual(['一月', '三月', '编者的二月']);
    await rollBack(1);
    await shoot('rolled-back');
    // What an editor has changed is theirs: a rollback leaves it.
    expect(await published()).toEqual(['编者的二月']);
  });
});
