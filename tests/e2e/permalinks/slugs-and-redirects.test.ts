import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';

const LIST = '/admin/content-manager/collection-types/api::post.post';

describeInBrowser('an editor who types slugs and redirects', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let path: string;

  beforeAll(async () => {
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const field = (name: string) => page.locator(`[name="${name}"]`);
  const redirect = () => page.getByLabel('Redirect from');
  const removal = (address: string) =>
    page.getByRole('button', { name: `Remove the redirect from ${address}`, exact: true });
  /** What is sent by something that is done. */
  const sent = async (action: string, deed: () => Promise<unknown>) => {
    const done = page.waitForResponse(
      (response) => response.url().includes(action) && response.request().method() !== 'GET'
    );
    await deed();
    return done;
  };
  const press = (name: string, action: string) =>
    sent(action, () => page.getByRole('button', { name, exact: true }).click());
  const addByEnter = async (text: string) => {
    await redirect().fill(text);
    return sent('/permalinks/addresses/', () => redirect().press('Enter'));
  };
  /** The text that the element's `aria-describedby` leads to. */
  const describedBy = (name: string) =>
    field(name).evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
    );
  /** Waits until what has the focus is called so. */
  const focusIs = (expected: string) =>
    page.waitForFunction((wanted) => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null;
      return (label ?? focused?.getAttribute('aria-label') ?? focused?.textContent) === wanted;
    }, expected);
  const take = async (name: string) => {
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  };

  it('is told at the field, for a screen reader too, that a slug is another’s', async () => {
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('First');
    await page.getByRole('status').getByText('Free').waitFor();
    expect((await press('Publish', '/actions/publish')).status()).toBe(200);
    await page.getByText('Address now', { exact: true }).waitFor();
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('Second');
    await page.getByRole('status').getByText('Free').waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('false');
    await field('slug').fill('first');
    await page.getByText('Taken by another document').waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy('slug')).toContain('Taken by another document');
    await field('slug').fill('a/b');
    await page.getByText('A slug has none of', { exact: false }).waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy('slug')).toContain('A slug has none of');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('is refused a new document with a typed slug that is taken, and keeps the form', async () => {
    // As for whoever is quicker than the server.
    await page.route('**/permalinks/suggest/**', (route) => route.abort());
    await field('slug').fill('first');
    expect((await press('Save', '/api::post.post')).status()).toBe(400);
    await page.unroute('**/permalinks/suggest/**');
    const message = 'The slug "first" is taken. "first-2" is free.';
    await page.getByText(message).first().waitFor();
    expect(await describedBy('slug')).toContain(message);
    expect(await field('title').inputValue()).toBe('Second');
    await take('slug-taken');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('cannot save or publish while the slug is known to be taken', async () => {
    const mayDo = (name: string) =>
      page.getByRole('button', { name, exact: true }).isEnabled({ timeout: 5000 });
    await field('slug').fill('second');
    await page.getByRole('status').getByText('Free').waitFor();
    expect([await mayDo('Save'), await mayDo('Publish')]).toEqual([true, true]);
    await field('slug').fill('first');
    await page.getByText('Taken by another document').waitFor();
    expect([await mayDo('Save'), await mayDo('Publish')]).toEqual([false, false]);
  });

  it('sees whose the slug is after saving and publishing', async () => {
    await field('slug').fill('second');
    await page.getByRole('status').getByText('Free').waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('false');
    expect((await press('Save', '/api::post.post')).status()).toBe(201);
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.getByRole('status').getByText('Reserved for this document').waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('false');
    await field('slug').fill('seconda');
    await page.getByRole('status').getByText('Free').waitFor();
    expect((await press('Publish', '/actions/publish')).status()).toBe(200);
    await page.getByRole('status').getByText('The current slug of this document').waitFor();
    expect(await page.getByRole('status').getByText('Free').count()).toBe(0);
  });

  it('is told beside the field why a redirect is refused', async () => {
    await page.getByText('Address now', { exact: true }).waitFor();
    path = new URL(
      (await page.locator('li', { hasText: 'Address now' }).innerText()).split('\n')[1] ?? '',
      site.url
    ).pathname;
    for (const [text, message] of [
      ['/', '"/" is the front page of the site: no redirect can begin there.'],
      [`${path}/`, `Visitors find this document at "${path}/" now`],
      ['/old?p=7', '"/old?p=7" has a query or a fragment, and redirects go by the path alone.'],
    ] as const) {
      expect((await addByEnter(text)).status()).toBe(400);
      await page.getByText(message).waitFor();
      expect(await describedBy('permalinks-redirect')).toContain(message);
      expect(await redirect().getAttribute('aria-invalid')).toBe('true');
      expect(await redirect().inputValue()).toBe(text);
      await focusIs('Redirect from');
    }
    await take('redirect-refused');
    expect(await seriousViolations(page)).toEqual([]);
    await redirect().fill('/old');
    expect(await redirect().getAttribute('aria-invalid')).not.toBe('true');
  });

  it('adds redirects by Enter or the button, and goes on typing', async () => {
    expect((await addByEnter('/one')).status()).toBe(200);
    await focusIs('Redirect from');
    await page.keyboard.type('/two');
    expect(await redirect().inputValue()).toBe('/two');
    expect((await press('Add redirect', '/permalinks/addresses/')).status()).toBe(200);
    await focusIs('Redirect from');
    expect(await redirect().inputValue()).toBe('');
    expect((await addByEnter('/three')).status()).toBe(200);
    await removal('/three').waitFor();
  });

  it('is asked before a redirect is removed, and goes on at the next one', async () => {
    const dialog = page.getByRole('alertdialog');
    await removal('/one').click();
    await dialog.getByText('Whoever follows an old link to /one', { exact: false }).waitFor();
    await take('redirect-removal');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIs('Remove the redirect from /one');
    await page.keyboard.press('Enter');
    const confirm = () =>
      sent('/permalinks/addresses/', () =>
        dialog.getByRole('button', { name: 'Remove' }).press('Enter')
      );
    for (const next of ['/three', '/two']) {
      expect((await confirm()).status()).toBe(200);
      await focusIs(`Remove the redirect from ${next}`);
      await page.keyboard.press('Enter');
    }
    await confirm();
    await focusIs('Redirect from');
  });

  it('is told all of it in Simplified Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.reload();
    const typed = page.getByLabel('从此网址跳转');
    for (const [text, message] of [
      ['/', '“/” 是网站首页，不能从首页跳转。'],
      [path, '就是此内容现在的网址'],
      ['/old#a', '带有查询参数或锚点'],
    ] as const) {
      await typed.fill(text);
      await typed.press('Enter');
      await page.getByText(message).waitFor();
    }
    await typed.fill('/四');
    await typed.press('Enter');
    await page.getByRole('button', { name: '移除 /四 的跳转' }).click();
    await page.getByText('移除此跳转？').waitFor();
    await take('zh');
    await page.getByRole('button', { name: '取消' }).click();
  });
});
