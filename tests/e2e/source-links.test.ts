import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from './harness/browser';
import { serve, type ServedSite } from './harness/serve';

const LIST = '/admin/content-manager/collection-types/api::post.post';
const number = (last: number) => `20220217227926605${last}`;
const code = (last: number) => `NW${number(last)}`;
const url = (last: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code(last)}`;

interface Post {
  readonly documentId: string;
  readonly title: string;
  readonly sourceCode: string | null;
  readonly sourceUrl: string | null;
}

describeInBrowser('an editor who cares where stories are from', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let documentId: string;

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
  const published = async (): Promise<Post | undefined> => {
    const { data } = (await (await fetch(`${site.url}/api/posts`)).json()) as { data: Post[] };
    return data.find((post) => post.documentId === documentId);
  };
  const open = () => page.goto(`${site.url}${LIST}/${documentId}`);
  const publish = async () => {
    const done = page.waitForResponse(
      (response) =>
        response.url().includes('/actions/publish') && response.request().method() === 'POST'
    );
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    return done;
  };
  // An open list of choices hides the page behind it from roles.
  const cell = (text: string) => page.locator('[role="gridcell"]', { hasText: text });
  const linkTo = (address: string) => page.locator(`a[href="${address}"]`);

  it('pastes a URL into the code field, and sees the link before saving', async () => {
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('港口开航');
    await field('sourceCode').fill(`${url(1)}&utm_source=mail`);
    await linkTo(url(1)).waitFor();
    expect(await field('sourceCode').inputValue()).toBe(code(1));
    expect(await field('sourceUrl').inputValue()).toBe(url(1));
    expect(await linkTo(url(1)).getAttribute('target')).toBe('_blank');
    const { data } = (await (await publish()).json()) as { data: Post };
    documentId = data.documentId;
    expect(await published()).toMatchObject({ sourceCode: code(1), sourceUrl: url(1) });
  });

  it('reads what each field of a source is, and does not see the key', async () => {
    await open();
    for (const [name, label] of [
      ['sourceCode', 'Source code'],
      ['sourceUrl', 'Source URL'],
      ['sourceName', 'Source name'],
    ] as const) {
      await page.getByText(label, { exact: true }).waitFor();
      // Until the panel knows what its user may do, no field can be written to.
      await page.locator(`[name="${name}"]:enabled`).waitFor();
    }
    await page.getByRole('heading', { name: 'Source', exact: true }).waitFor();
    expect(await field('sourceKey').count()).toBe(0);
  });

  it('changes only the title', async () => {
    await open();
    await field('title').fill('港口昨日开航');
    await publish();
    expect(await published()).toMatchObject({
      title: '港口昨日开航',
      sourceCode: code(1),
      sourceUrl: url(1),
    });
  });

  it('changes only the code', async () => {
    await open();
    await field('sourceCode').fill(code(2));
    await linkTo(url(2)).waitFor();
    await publish();
    expect(await published()).toMatchObject({ sourceCode: code(2), sourceUrl: url(2) });
  });

  it('changes only the URL, and sees which code it will be saved with', async () => {
    await open();
    await field('sourceUrl').fill(url(3));
    await page.getByText(`Will be saved as ${code(3)}`).waitFor();
    await publish();
    expect(await published()).toMatchObject({ sourceCode: code(3), sourceUrl: url(3) });
  });

  it('is told at both fields when they are changed to two stories', async () => {
    await open();
    await field('sourceCode').fill(code(4));
    await field('sourceUrl').fill(url(5));
    expect((await publish()).status()).toBe(400);
    const complaints = page.getByText('"sourceUrl" is the address of', { exact: false });
    await complaints.nth(1).waitFor();
    for (const name of ['sourceCode', 'sourceUrl']) {
      expect(await field(name).getAttribute('aria-invalid')).toBe('true');
    }
    expect(await published()).toMatchObject({ sourceCode: code(3), sourceUrl: url(3) });
  });

  it('sees the link again once that is put right', async () => {
    await field('sourceUrl').fill(url(4));
    await linkTo(url(4)).waitFor();
  });

  it('changes only the code of a copy', async () => {
    await page.goto(`${site.url}${LIST}/clone/${documentId}`);
    await field('title').fill('副本');
    await field('sourceCode').fill(code(7));
    await linkTo(url(7)).waitFor();
    const saved = page.waitForResponse(
      (response) => response.url().includes('/clone/') && response.request().method() === 'POST'
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const { data } = (await (await saved).json()) as { data: Post };
    expect(data).toMatchObject({ title: '副本', sourceCode: code(7), sourceUrl: url(7) });
    expect(await published()).toMatchObject({ sourceCode: code(3), sourceUrl: url(3) });
  });

  it('chooses the provider from the list of filters', async () => {
    await page.goto(`${site.url}${LIST}`);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Select field' }).click();
    await page.getByRole('option', { name: 'Source provider' }).click();
    await page.getByRole('combobox', { name: 'Source provider' }).click();
    await page.getByRole('option', { name: 'infocode' }).click();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByText('Source provider is infocode').waitFor();
    await cell('港口昨日开航').first().waitFor();
  });

  it('lists posts by provider', async () => {
    const filter = (name: string) =>
      page.goto(`${site.url}${LIST}?filters[$and][0][__sourceProvider][$eq]=${name}`);
    await filter('infocode');
    await cell('港口昨日开航').first().waitFor();
    await page.getByText('Source provider is infocode').waitFor();
    await filter('eastmoney');
    await page.getByText('Source provider is eastmoney').waitFor();
    expect(await cell('港口昨日开航').count()).toBe(0);
  });

  it('reads all of it in Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await page.goto(`${site.url}${LIST}?filters[$and][0][__sourceProvider][$eq]=infocode`);
    await page.getByText('文章来源', { exact: false }).first().waitFor();
    await open();
    await page.getByRole('heading', { name: '来源', exact: true }).waitFor();
    for (const label of ['来源代码', '来源网址', '来源名称']) {
      await page.getByText(label, { exact: true }).waitFor();
    }
    await field('sourceUrl').fill(url(6));
    await page.getByText(`将保存为 ${code(6)}`, { exact: false }).waitFor();
    await field('sourceCode').fill(code(7));
    await page.getByText('来源网址“sourceUrl”是', { exact: false }).waitFor();
  });
});
