import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const LIST = '/admin/content-manager/collection-types/api::post.post';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');

interface Made {
  readonly id: number;
  readonly documentId: string;
}

/** What is Chinese to nobody, and stays as it is: names, and what Strapi's field of a date says to screen readers alone. */
const AS_IT_IS =
  /\bdate\b|\btime\b|Strapi|SUPER ADMIN|Super Admin|Editor|Author|API|ID|JSON|URL|Ctrl|Cmd|Enter|Shift|Lin|Wang|LW|editor@example\.com|v\d|NW\d+|https?:\S+|port-news|gang-kou|zh|English|Markdown|[A-Z]{2}\b|[\w.-]+@[\w.-]+/gu;

const wordsIn = (text: string): readonly string[] =>
  text.replace(AS_IT_IS, '').match(/[A-Za-z]{3,}/gu) ?? [];

describeInBrowser('an editor’s list and form', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;

  const send = async (type: string, body: object): Promise<Made> => {
    const reply = await fetch(`${site.url}/content-manager/collection-types/api::${type}.${type}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(await reply.text());
    return ((await reply.json()) as { data: Made }).data;
  };
  const term = (type: string, name: string): Promise<Made> => send(type, { name, slug: name });
  const related = (...terms: readonly Made[]): object => ({
    connect: terms.map(({ id, documentId }) => ({ id, documentId })),
    disconnect: [],
  });

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    token = await signIn(site);

    const [ports, banks, weather] = [
      await term('category', '港口'),
      await term('category', '银行'),
      await term('category', '天气'),
    ];
    const tags: Made[] = [];
    for (const name of ['要闻', '快讯', '评论', '专题', '图片']) tags.push(await term('tag', name));
    await send('post', {
      title: '港口昨日开航',
      slug: 'port-news',
      date: '2022-02-17T00:35:15.000Z',
      categories: related(ports, banks),
      tags: related(...tags),
      frontMatter: { layout: 'post' },
    });
    await send('post', {
      title: '银行今日放假',
      date: '2023-05-01T00:00:00.000Z',
      categories: related(banks),
    });
    await send('post', {
      title: '明天有雨',
      date: '2021-01-01T00:00:00.000Z',
      categories: related(weather),
    });
    await send('post', {
      title: '日照港与青岛港携手推进“三区同建”，力争年内在航线、物流与金融服务方面取得突破',
      slug: 'gang-kou',
      date: '2020-12-31T12:00:00.000Z',
      categories: related(ports, banks, weather),
      tags: related(...tags),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const row = (title: string): Locator => page.locator('tbody tr', { hasText: title });
  const openList = async (): Promise<void> => {
    // The panel remembers by what a list was filtered.
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith('STRAPI_LIST_VIEW')) localStorage.removeItem(key);
      }
    });
    await page.goto(`${site.url}${LIST}`);
    await page.locator('tbody tr').first().waitFor();
  };
  const openForm = async (): Promise<void> => {
    await openList();
    await row('港口昨日开航').getByText('港口昨日开航').click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="title"]')?.value === '港口昨日开航'
    );
  };
  const shoot = async (name: string): Promise<void> => {
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
      expect(await seriousViolations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('list posts with the names of their categories and tags, the newest first', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.url}/admin/content-manager`);
    await page.getByRole('link', { name: 'Post', exact: true }).click();
    await row('港口昨日开航').waitFor();
    const titles = await page.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(titles.slice(0, 3)).toEqual(['银行今日放假', '港口昨日开航', '明天有雨']);
    const cells = await row('港口昨日开航').locator('td').allInnerTexts();
    expect(cells).toContain('港口, 银行');
    expect(cells).toContain('要闻, 快讯, 评论 +2');
    expect(cells.some((cell) => /^2\/17\/22, \d{1,2}:35/u.test(cell))).toBe(true);
    // One request for the whole page of the list.
    expect(asked.filter((url) => url.includes('/relations/'))).toEqual([]);
    page.removeAllListeners('request');
  });

  it('see the status at 1280 pixels', async () => {
    await openList();
    const status = row('日照港与青岛港').getByText('Draft', { exact: true });
    // A table that is too wide is scrolled, in what is around it.
    const [hidden, isSeen] = await status.evaluate((element) => {
      const scrolled = element.closest('table')?.parentElement;
      if (!scrolled) throw new Error('there is nothing around the table');
      const end = scrolled.getBoundingClientRect().right;
      return [
        scrolled.scrollWidth - scrolled.clientWidth,
        element.getBoundingClientRect().right < end,
      ];
    });
    expect([hidden, isSeen]).toEqual([0, true]);
    await shoot('list');
  });

  it('filter by a category that they pick by its name', async () => {
    await openList();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Select field' }).click();
    await page.getByRole('option', { name: 'Categories' }).click();
    const names = page.getByRole('combobox', { name: 'Categories' });
    await names.click();
    await names.fill('港');
    await page.getByRole('option', { name: '天气' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: '港口' }).waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'filter-1280.png') });
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('option', { name: '港口' }).click();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByText('Categories is 港口').waitFor();
    await row('银行今日放假').waitFor({ state: 'detached' });
    await row('港口昨日开航').waitFor();
    await page.reload();
    await page.getByText('Categories is 港口').waitFor();
    await row('港口昨日开航').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.locator('tbody tr').count()).toBe(2);
    // All that it is filed under, not only what was asked for.
    const cells = await row('港口昨日开航').locator('td').allInnerTexts();
    expect(cells).toContain('港口, 银行');
  });

  it('write a post in a form whose slug is as wide as its title', async () => {
    await openForm();
    // The form hides its fields while the code of one of them loads.
    await page.waitForFunction(() => {
      const [title, slug] = ['title', 'slug'].map((name) =>
        document.querySelector(`[name="${name}"]`)?.getBoundingClientRect()
      );
      return title && slug && slug.width > title.width * 0.9 && slug.y > title.y;
    });
    await page.getByLabel('Title').waitFor();
    for (const label of ['Slug', 'Body', 'Excerpt', 'Date', 'Source code']) {
      await page.getByText(label, { exact: true }).first().waitFor();
    }
    await shoot('form');
  });

  it('have what is said of a source in one place', async () => {
    const heading = page.getByRole('heading', { name: 'Source', exact: true });
    const panel = heading.locator('xpath=ancestor::*[.//input[@name="sourceName"]][1]');
    await panel.locator('[name="sourceName"]').waitFor();
    expect(await panel.locator('input, textarea').count()).toBe(3);
    for (const name of ['sourceCode', 'sourceUrl', 'sourceName']) {
      expect(await panel.locator(`[name="${name}"]`).count()).toBe(1);
    }
    expect(await page.locator('[name="sourceKey"]').count()).toBe(0);
  });

  it('open the front matter where they need it', async () => {
    const layout = page.locator('.cm-content', { hasText: 'layout' });
    expect(await layout.count()).toBe(0);
    await page.getByRole('button', { name: 'Front matter' }).click();
    await layout.waitFor();
    await layout.scrollIntoViewIfNeeded();
    await shoot('front-matter');
  });

  it('leave a view that an administrator lays out as it is written down', async () => {
    await page.goto(`${site.url}${LIST}/configurations/edit`);
    await page.getByText('sourceName', { exact: true }).first().waitFor();
    expect(await page.getByText('Source name', { exact: true }).count()).toBe(0);
  });

  describe('in Chinese', () => {
    beforeAll(async () => {
      await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    });

    const expectChinese = async (): Promise<void> => {
      await page.waitForTimeout(500);
      expect(wordsIn(await page.locator('body').innerText())).toEqual([]);
    };

    it('read the list', async () => {
      await openList();
      await page.getByRole('link', { name: '文章', exact: true }).first().waitFor();
      for (const heading of ['标题', '分类', '标签', '日期', '状态']) {
        await page.locator('thead').getByText(heading, { exact: true }).waitFor();
      }
      const cells = await row('港口昨日开航').locator('td').allInnerTexts();
      expect(cells).toContain('港口、银行');
      expect(cells).toContain('草稿');
      expect(cells.some((cell) => /^2022\/2\/17 \d{2}:35$/u.test(cell))).toBe(true);
      await shoot('list-zh');
      await expectChinese();
    });

    it('filter the list', async () => {
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByRole('combobox').first().click();
      await page.getByRole('option', { name: '分类', exact: true }).click();
      await page.getByRole('combobox', { name: '分类' }).click();
      await page.getByRole('option', { name: '天气' }).click();
      await page.getByRole('button', { name: '添加筛选' }).click();
      await page.getByText('分类 等于 天气').waitFor();
      await row('明天有雨').waitFor();
      await expectChinese();
    });

    it('read the form', async () => {
      await openForm();
      await page.getByLabel('标题').first().waitFor();
      for (const label of ['网址别名', '正文', '摘要', '日期', '来源代码', '前置元数据']) {
        await page.getByText(label, { exact: true }).first().waitFor();
      }
      await page.getByRole('button', { name: '保存', exact: true }).waitFor();
      await shoot('form-zh');
      await expectChinese();
    });

    it('are told in Chinese what a save is refused for', async () => {
      await openForm();
      await page.locator('[name="sourceCode"]').fill('NW202202172279266051');
      await page
        .locator('[name="sourceUrl"]')
        .fill('http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202172279266052');
      const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      expect((await answered).status()).toBe(400);
      await page.getByText('来源代码“sourceCode”为', { exact: false }).nth(2).waitFor();
      await page.screenshot({ path: path.join(SHOTS, 'refused-zh-1280.png') });
      expect(await seriousViolations(page)).toEqual([]);
    });

    it.each([
      ['home', '/admin/'],
      ['new post', `${LIST}/create`],
      ['categories', '/admin/content-manager/collection-types/api::category.category'],
      ['media library', '/admin/plugins/upload'],
      ['profile', '/admin/me'],
    ])('read the page “%s”', async (name, address) => {
      await page.goto(`${site.url}${address}`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({
        path: path.join(SHOTS, `${name.replace(' ', '-')}-zh-1280.png`),
      });
      await expectChinese();
    });

    it('read what a role may do with redirects', async () => {
      const reply = await fetch(`${site.url}/admin/roles`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { data } = (await reply.json()) as { data: { id: number; code: string }[] };
      const role = data.find(({ code }) => code === 'strapi-editor');
      await page.goto(`${site.url}/admin/settings/roles/${role?.id}`);
      await page.getByRole('tab', { name: '插件' }).click();
      await page.getByRole('button', { name: 'Permalinks' }).click();
      await page.getByText('添加和移除', { exact: true }).waitFor();
      await page.getByText('跳转', { exact: true }).waitFor();
    });

    it('log in', async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const other = await context.newPage();
      await other.goto(`${site.url}/admin/auth/login`);
      await other.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
      await other.reload();
      await other.locator('input[name="email"]').fill(site.editor.email);
      await other.locator('input[name="password"]').fill('wrong');
      await other.locator('button[type="submit"]').click();
      await other.getByText('邮箱或密码不正确', { exact: false }).waitFor();
      const text = await other.locator('body').innerText();
      await other.screenshot({ path: path.join(SHOTS, 'login-zh-1280.png') });
      expect(wordsIn(text)).toEqual([]);
      await context.close();
    });
  });
});
