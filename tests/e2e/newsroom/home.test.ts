import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { join } from '../harness/join';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const PANEL = '/admin/content-manager/collection-types/api::post.post';
const MANAGER = '/content-manager/collection-types/api::post.post';
const OURS = '[data-strapi-widget-id^="plugin::newsroom"]';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');
const DAY = 24 * 3600 * 1000;

type Driver = new (file: string) => {
  prepare(sql: string): { run(...values: readonly (string | number)[]): unknown };
  close(): void;
};

describeInBrowser('an editor’s home page', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let lin: string;
  let changed: string;

  const send = async <Data>(
    token: string,
    method: string,
    address: string,
    body?: object
  ): Promise<Data> => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${address}: ${await reply.text()}`);
    return ((await reply.json()) as { data: Data }).data;
  };
  const begin = async (token: string, title: string): Promise<string> =>
    (await send<{ documentId: string }>(token, 'POST', MANAGER, { title })).documentId;
  const publish = (documentId: string): Promise<unknown> =>
    send(lin, 'POST', `${MANAGER}/${documentId}/actions/publish`, {});
  /** As if posts had been published some days ago. */
  const publishedBefore = (days: Readonly<Record<string, number>>): void => {
    const Database = createRequire(__filename)('better-sqlite3') as Driver;
    const database = new Database(String(site.environment['DATABASE_FILENAME']));
    const statement = database.prepare(
      'update posts set published_at = ? where title = ? and published_at is not null'
    );
    for (const [title, before] of Object.entries(days)) {
      statement.run(Date.now() - before * DAY, title);
    }
    database.close();
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    lin = await signIn(site);
    const chen = await signIn({ ...site, editor: await join(site, 'strapi-editor') });
    for (const [title, days] of [
      ...[
        ['三天前', 3],
        ['三天前之二', 3],
        ['五天前', 5],
        ['十三天前', 13],
      ],
    ] as [string, number][]) {
      await publish(await begin(chen, title));
      publishedBefore({ [title]: days });
    }
    await publish(await begin(lin, '我已发布'));
    await publish(await begin(chen, '港口昨日开航'));
    await publish(
      await begin(
        chen,
        '日照港与青岛港携手推进“三区同建”，力争年内在航线、物流与金融服务方面取得突破'
      )
    );
    changed = await begin(lin, '发布过的');
    await publish(changed);
    await send(lin, 'PUT', `${MANAGER}/${changed}`, { title: '发布后改过的' });
    await begin(lin, '银行今日放假');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (on = page): Promise<void> => {
    await on.goto(`${site.url}/admin/`);
    await on.locator(OURS).nth(2).waitFor();
  };
  const widget = (id: string, on = page): Locator =>
    on.locator(`[data-strapi-widget-id="plugin::newsroom.${id}"]`);
  const rows = async (id: string): Promise<readonly string[]> => {
    const items = widget(id).getByRole('listitem');
    await items.first().waitFor();
    return (await items.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '));
  };
  const shoot = async (name: string): Promise<void> => {
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 1500 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
      expect(await seriousViolations(page, OURS)).toEqual([]);
      // Nothing is cut off by its widget.
      const cut = await page.locator(`${OURS} :is(time, svg text, figcaption)`).evaluateAll((all) =>
        all
          .filter((each) => {
            const right = each.closest('section')?.getBoundingClientRect().right ?? 0;
            return each.getBoundingClientRect().right > right - 20;
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 200))
      );
      expect(cut).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 1000 });
  };

  it('has their drafts, with a link to the form of each', async () => {
    await open();
    const drafts = await rows('my-drafts');
    expect(drafts).toHaveLength(2);
    expect(drafts[0]).toMatch(/^银行今日放假 Draft \d+\/\d+\/\d+, \d+:\d+/u);
    expect(drafts[1]).toMatch(/^发布后改过的 Modified /u);
    await widget('my-drafts').getByRole('link', { name: '发布后改过的' }).click();
    await page.waitForURL((url) => url.pathname === `${PANEL}/${changed}`);
  });

  it('has what others have published today, with who and when', async () => {
    await open();
    const published = await rows('published-by-others');
    expect(published).toHaveLength(2);
    expect(published[0]).toMatch(/^日照港.* Mei Chen \d+:\d+ [AP]M$/u);
    expect(published[1]).toMatch(/^港口昨日开航 Mei Chen /u);
  });

  it('has how many were published each day, as bars and for screen readers', async () => {
    await open();
    const days = widget('published-each-day');
    await days.getByText('8 published in 14 days, 4 of them today').waitFor();
    const table = days.getByRole('table', { name: 'Published each day' });
    const cells = await table.getByRole('cell').allInnerTexts();
    expect(cells).toEqual([
      '1',
      ...Array.from({ length: 7 }, () => '0'),
      '1',
      '0',
      '2',
      '0',
      '0',
      '4',
    ]);
    const today = new Date().toLocaleDateString('en', { dateStyle: 'long' });
    expect(await table.getByRole('rowheader').last().innerText()).toBe(today);
    const heights = await days
      .locator('svg[viewBox="0 0 560 200"] rect')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));
    expect(heights.map((height) => height / (heights.at(-1) ?? 1))).toEqual(
      cells.map((count) => Number(count) / 4)
    );
  });

  it('can be used by everybody', async () => {
    await open();
    await rows('published-by-others');
    await shoot('home-widgets');
  });

  it('says that it has nothing for who may read none of it', async () => {
    const { id } = await send<{ id: number }>(lin, 'POST', '/admin/roles', { name: 'Tags' });
    await send(lin, 'PUT', `/admin/roles/${id}/permissions`, {
      permissions: [
        {
          action: 'plugin::content-manager.explorer.read',
          subject: 'api::tag.tag',
          properties: { fields: ['name'] },
          conditions: [],
        },
      ],
    });
    const email = 'tags@example.com';
    const names = { firstname: 'Bo', lastname: 'Li' };
    const invited = { ...names, email, roles: [id] };
    const { registrationToken } = await send<{ registrationToken: string }>(
      ...([lin, 'POST', '/admin/users', invited] as const)
    );
    const password = site.editor.password;
    await send(lin, 'POST', '/admin/register', {
      registrationToken,
      userInfo: { ...names, password },
    });
    const other = await logIn(browser, { ...site, editor: { email, password } });
    await open(other);
    for (const name of ['my-drafts', 'published-by-others', 'published-each-day']) {
      await widget(name, other).getByText('permission to see this widget').waitFor();
    }
    await other.context().close();
  });

  it('says all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await open();
    const drafts = await rows('my-drafts');
    expect(drafts[0]).toMatch(/^银行今日放假 草稿 \d+\/\d+\/\d+ \d+:\d+$/u);
    expect(drafts[1]).toMatch(/^发布后改过的 已修改 /u);
    for (const title of ['我的草稿', '今天发布的他人稿件', '定时发布', '每日发布数']) {
      await page.getByRole('heading', { name: title }).waitFor();
    }
    await page.getByText('14 天内共发布 8 篇，其中今天 4 篇').waitFor();
    await page.getByRole('table', { name: '每日发布数' }).waitFor();
    await shoot('home-widgets-zh');
  });
});
