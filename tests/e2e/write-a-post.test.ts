import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from './harness/browser';
import { serve, type ServedSite } from './harness/serve';

describeInBrowser('an editor in the admin panel', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('publishes a post from a Chinese title and a source code alone', async () => {
    await page.goto(`${site.url}/admin/content-manager/collection-types/api::post.post/create`);
    await page.locator('input[name="title"]').fill('重庆银行行长谈三区同建');
    await page.locator('input[name="sourceCode"]').fill('NW202202172279266059');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published', { exact: false }).first().waitFor();

    const reply = await fetch(`${site.url}/api/posts`);
    const { data } = (await reply.json()) as { data: Record<string, unknown>[] };
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      title: '重庆银行行长谈三区同建',
      slug: 'chong-qing-yin-hang-hang-zhang-tan-san-qu-tong-jian',
      sourceCode: 'NW202202172279266059',
      sourceUrl: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202172279266059',
    });
  });
});
