import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const MANAGER = '/content-manager/collection-types';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');
/** Neither the server's zone nor the browser's own. */
const ZONE = 'Asia/Shanghai';

/** As a field for times in that zone has an instant. */
const inZone = (time: Date): string =>
  new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
/** The first whole minute that is far enough away to fill in a form before it. */
const nextMinute = (): Date => new Date(Math.ceil((Date.now() + 25_000) / 60_000) * 60_000);

describeInBrowser('an editor who publishes later', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;

  const send = async (method: string, address: string, body?: object) => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await reply.json()) as { data: { documentId: string } };
    if (!reply.ok) throw new Error(`${method} ${address}: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const make = async (title: string): Promise<string> =>
    (await send('POST', `${MANAGER}/${POST}`, { title })).documentId;
  const schedule = (documentId: string, publish: Date) =>
    send('PUT', `/newsroom/schedules/${POST}/${documentId}`, {
      publish: publish.toISOString(),
      unpublish: null,
    });

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site, 'en-US', ZONE);
    token = await signIn(site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  // A form's panels are in a drawer at 768 pixels, and a dialog is closed by that.
  const shoot = async (name: string, widths = [1280, 768]): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
  };
  const openForm = async (documentId: string, title: string): Promise<void> => {
    await page.goto(`${site.url}/admin${MANAGER}/${POST}/${documentId}`);
    await page.waitForFunction(
      (text) => document.querySelector<HTMLInputElement>('[name="title"]')?.value === text,
      title
    );
  };
  const dialog = (): Locator => page.getByRole('dialog');

  it('sets a time in their own zone by keyboard, and sees it beside the form', async () => {
    const documentId = await make('春节特刊');
    await openForm(documentId, '春节特刊');
    await page.getByText('Nothing is scheduled.').waitFor();
    await page.getByRole('button', { name: 'Schedule…' }).focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('Asia/Shanghai').first().waitFor();
    await dialog().getByLabel('Publish at', { exact: true }).fill('2027-02-06T08:00');
    await dialog().getByLabel('Unpublish at', { exact: true }).fill('2027-02-20T23:30');
    await shoot('schedule-dialog', [1280]);
    expect(await seriousViolations(page, '[role="dialog"]')).toEqual([]);
    await dialog().getByRole('button', { name: 'Set the schedule' }).focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(/^To be published Feb 6, 2027, 8:00\sAM$/u).waitFor();
    await page.getByText(/^To be unpublished Feb 20, 2027, 11:30\sPM$/u).waitFor();
    await page.getByText('scheduled by Lin Wang').first().waitFor();
    const reply = await fetch(`${site.url}/newsroom/schedules/${POST}/${documentId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { data } = (await reply.json()) as { data: { publish: { at: string } } };
    expect(data.publish.at).toBe('2027-02-06T00:00:00.000Z');
    await shoot('schedule-panel', [1280]);
  });

  it('is told at its field that a time has passed, and loses nothing that was set', async () => {
    await page.getByRole('button', { name: 'Change…' }).click();
    await dialog().getByLabel('Publish at', { exact: true }).fill('2020-01-01T00:00');
    await dialog().getByRole('button', { name: 'Set the schedule' }).click();
    await dialog().getByText('This time has passed. Choose a later one, or publish now.').waitFor();
    expect(await dialog().getByLabel('Publish at', { exact: true }).inputValue()).toBe(
      '2020-01-01T00:00'
    );
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(/^To be published Feb 6, 2027/u).waitFor();
  });

  it('is told that half a time is none', async () => {
    await page.getByRole('button', { name: 'Change…' }).click();
    const field = dialog().getByLabel('Unpublish at', { exact: true });
    await field.fill('');
    await field.focus();
    await page.keyboard.type('02202027');
    await dialog().getByRole('button', { name: 'Set the schedule' }).click();
    await dialog().getByText('Write the whole time: date, hour and minute.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText(/^To be unpublished Feb 20, 2027/u).waitFor();
  });

  it('sees in the list what is scheduled', async () => {
    await page.goto(`${site.url}/admin${MANAGER}/${POST}`);
    const row = page.locator('tbody tr', { hasText: '春节特刊' });
    await row.getByText(/To be published Feb 6, 2027/u).waitFor();
    await shoot('schedule-list');
  });

  it('finds it in the calendar of its month, and is led to its form', async () => {
    await page.goto(`${site.url}/admin/plugins/newsroom/schedule?month=2027-02`);
    await page.getByRole('heading', { name: 'February 2027' }).first().waitFor();
    const day = page.getByRole('button', { name: /^Saturday, February 6, 2027: 1 scheduled/u });
    await day.getByText('春节特刊').waitFor();
    expect(await seriousViolations(page, 'main')).toEqual([]);
    await day.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Saturday, February 6, 2027' }).waitFor();
    await shoot('schedule-calendar');
    await page.getByRole('link', { name: '春节特刊' }).click();
    await page.waitForURL(/content-manager/u);
    await page.getByRole('button', { name: 'Change…' }).click();
    await dialog().getByRole('button', { name: 'Remove the schedule' }).click();
    await page.getByText('Nothing is scheduled.').waitFor();
  });

  it('sees a post published when its time has come, and why another was not', async () => {
    const [good, bad] = [await make('准时发布'), await make('没有标题')];
    const soon = nextMinute();
    await openForm(good, '准时发布');
    await page.getByRole('button', { name: 'Schedule…' }).click();
    await dialog().getByLabel('Publish at', { exact: true }).fill(inZone(soon));
    await dialog().getByRole('button', { name: 'Set the schedule' }).click();
    await dialog().waitFor({ state: 'detached' });
    await schedule(bad, soon);
    await send('PUT', `${MANAGER}/${POST}/${bad}`, { title: null });
    await page.locator('[name="excerpt"]').fill('写到一半');
    const isPublic = async (): Promise<boolean> => {
      const reply = await fetch(`${site.url}${MANAGER}/${POST}/${good}?status=published`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { data } = (await reply.json()) as { data: { publishedAt?: string | null } };
      // What is not published has its id, and no date.
      return Boolean(data.publishedAt);
    };
    for (let tries = 0; tries < 180 && !(await isPublic()); tries += 1) {
      await page.waitForTimeout(500);
    }
    expect(await isPublic()).toBe(true);
    // The form hears of it, and keeps what is being typed.
    await page.getByText('Nothing is scheduled.').waitFor();
    await page.getByRole('tab', { name: 'Published', disabled: false }).waitFor();
    expect(await page.locator('[name="excerpt"]').inputValue()).toBe('写到一半');
    await page.reload();
    await page.getByText('Nothing is scheduled.').waitFor();
    await page.goto(`${site.url}/admin${MANAGER}/${POST}/${bad}`);
    await page.getByText(/^Was to be published .*, and was not\.$/u).waitFor();
    await page.getByText(/title/u).last().waitFor();
    await shoot('schedule-failed', [1280]);
    await page.goto(`${site.url}/admin/plugins/newsroom/schedule`);
    await page.getByRole('heading', { name: 'Not done' }).waitFor();
  });

  it('has all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    const documentId = await make('元宵专题');
    await schedule(documentId, new Date('2027-02-20T02:00:00Z'));
    await page.goto(`${site.url}/admin/plugins/newsroom/schedule?month=2027-02&day=2027-02-20`);
    await page.getByRole('heading', { name: '定时发布' }).waitFor();
    await page.getByRole('button', { name: /^2027年2月20日星期六：1 项定时/u }).waitFor();
    await page.getByText('2027年2月20日 10:00 发布').waitFor();
    expect(await seriousViolations(page, 'main')).toEqual([]);
    await shoot('schedule-calendar-zh');
    await openForm(documentId, '元宵专题');
    await page.getByRole('button', { name: '更改…' }).click();
    await dialog().getByLabel('取消发布时间', { exact: true }).waitFor();
    await shoot('schedule-dialog-zh', [1280]);
    const words = (await dialog().innerText()).replace('Asia/Shanghai', '').match(/[A-Za-z]{3,}/gu);
    expect(words?.filter((word) => word !== 'Asia' && word !== 'Shanghai') ?? []).toEqual([]);
  });
});
