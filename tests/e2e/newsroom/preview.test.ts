import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const LIST = '/admin/content-manager/collection-types/api::post.post';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');

const BODY = `<p>昨日上午，<strong>首艘货轮</strong>从三号码头启航。</p>
<h2>航线</h2><ul><li>青岛</li><li>日照</li></ul>
<p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="码头"></p>
<script>document.title = 'run'</script><table><tr><th>港</th><td>三号</td></tr></table>`;

describeInBrowser('a preview', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;
  let documentId: string;

  const send = async (type: string, body: object): Promise<{ id: number; documentId: string }> => {
    const reply = await fetch(`${site.url}/content-manager/collection-types/api::${type}.${type}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(await reply.text());
    return ((await reply.json()) as { data: { id: number; documentId: string } }).data;
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    token = await signIn(site);
    const connect = [await send('category', { name: '港口', slug: 'ports' })];
    ({ documentId } = await send('post', {
      title: '三号码头昨日开航',
      slug: 'opened',
      date: '2022-02-17T00:35:15.000Z',
      excerpt: '首艘货轮启航。',
      body: BODY,
      categories: { connect, disconnect: [] },
      sourceUrl: 'https://example.com/news/1',
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const openForm = async (): Promise<void> => {
    await page.goto(`${site.url}${LIST}/${documentId}`);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="title"]')?.value !== ''
    );
  };
  const speak = async (language: string): Promise<void> => {
    await page.evaluate((name) => localStorage.setItem('strapi-admin-language', name), language);
  };
  const shoot = async (of: Page, name: string): Promise<void> => {
    for (const width of [1280, 768]) {
      await of.setViewportSize({ width, height: 900 });
      await of.waitForTimeout(300);
      await of.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
    }
    await of.setViewportSize({ width: 1280, height: 900 });
  };
  const frame = (): FrameLocator => page.frameLocator('[data-testid="preview-iframe"]');
  const linkButton = (name: string): Locator => page.getByRole('button', { name, exact: true });
  /** Opens a link as somebody without an account. */
  const visit = async (url: string, locale: string): Promise<Page> => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    const visited = await context.newPage();
    await visited.goto(url);
    return visited;
  };
  /** What keeps somebody from using a page that runs nothing, axe-core included: it is looked at in one that does. */
  const violationsOf = async (visited: Page, width: number): Promise<string[]> => {
    const checked = await visited.context().newPage();
    await checked.setViewportSize({ width, height: 900 });
    await checked.setContent(await visited.content());
    return seriousViolations(checked);
  };
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  describe.each([
    {
      ...{ language: 'en', locale: 'en-US', open: 'Open preview' },
      ...{ copy: 'Copy link', said: /^Copied\. Until /u },
      ...{ status: 'Draft, not published', ended: 'There is no such preview' },
      by: 'Copy it with Ctrl+C',
    },
    {
      ...{ language: 'zh-Hans', locale: 'zh-CN', open: '打开预览' },
      ...{ copy: '复制链接', said: /^已复制。/u },
      ...{ status: '草稿，尚未发布', ended: '没有此预览' },
      by: '请按 Ctrl+C 复制',
    },
  ])('in $language', ({ language, locale, open, copy, said, status, ended, by }) => {
    beforeAll(async () => {
      await speak(language);
      await openForm();
    });

    it('shows a draft in the panel', async () => {
      await page.getByRole('link', { name: open }).click();
      await frame().getByRole('heading', { name: '三号码头昨日开航' }).waitFor();
      await frame().getByText(status).waitFor();
      await frame().getByText('首艘货轮', { exact: true }).waitFor();
      await frame().getByRole('link', { name: 'https://example.com/news/1' }).waitFor();
      await shoot(page, `preview-in-panel-${language}`);
    });

    it('is copied as a link by the keyboard, and opened without an account', async () => {
      await openForm();
      await linkButton(copy).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: said }).waitFor();
      await linkButton(copy).scrollIntoViewIfNeeded();
      await shoot(page, `preview-link-${language}`);
      const url = await copied();
      expect(url.startsWith(`${site.url}/newsroom/previews?token=`)).toBe(true);
      const visited = await visit(url, locale);
      await visited.getByRole('heading', { name: '三号码头昨日开航' }).waitFor();
      await visited.getByText(status).waitFor();
      // Its script has not run.
      expect(await visited.title()).toMatch(/^三号码头昨日开航 · /u);
      await shoot(visited, `preview-page-${language}`);
      for (const width of [1280, 768]) {
        await visited.setViewportSize({ width, height: 900 });
        const [wide, seen] = await visited.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(wide).toBe(seen);
        expect(await violationsOf(visited, width)).toEqual([]);
      }
      await visited.goto(url.slice(0, -3));
      await visited.getByRole('heading', { name: ended }).waitFor();
      expect(await violationsOf(visited, 1280)).toEqual([]);
      await visited.context().close();
    });

    it('is shown as a link to copy by hand where the browser does not let it be copied', async () => {
      await openForm();
      // As on pages without https.
      await page.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
      );
      await linkButton(copy).click();
      const field = page.locator('input[readonly][value*="/newsroom/previews?token="]');
      await field.waitFor();
      await page.getByText(by).waitFor();
      const selected = await field.evaluate((input: HTMLInputElement) =>
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
      );
      expect(selected).toBe(await field.inputValue());
      expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
      await shoot(page, `preview-by-hand-${language}`);
      expect(await seriousViolations(page)).toEqual([]);
      await page.goto(`${site.url}${LIST}`);
    });
  });
});
