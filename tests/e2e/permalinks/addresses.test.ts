import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { join } from '../harness/join';
import { serve, type ServedSite } from '../harness/serve';

const LIST = '/admin/content-manager/collection-types/api::post.post';
const SLUG = 'chong-qing-yin-hang-hang-zhang';

interface Post {
  readonly documentId: string;
  readonly title: string;
  readonly slug: string;
  readonly path: string;
}

describeInBrowser('an editor who gives posts their addresses', () => {
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

  const field = (name: string) => page.locator(`[name="${name}"]`);
  const slug = () => field('slug').inputValue();
  const slugIs = (expected: string) =>
    page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('[name="slug"]')?.value === wanted,
      expected
    );
  const press = async (name: string, action: string) => {
    const done = page.waitForResponse(
      (response) => response.url().includes(action) && response.request().method() !== 'GET'
    );
    await page.getByRole('button', { name, exact: true }).click();
    return done;
  };
  const publish = () => press('Publish', '/actions/publish');
  const published = async (): Promise<Post[]> => {
    const reply = await fetch(`${site.url}/api/posts?sort=createdAt`);
    return ((await reply.json()) as { data: Post[] }).data;
  };
  const resolve = async (url: string) => {
    const reply = await fetch(`${site.url}/api/permalinks/resolve?url=${encodeURIComponent(url)}`);
    const { data } = (await reply.json()) as { data: { status: number; path: string } | null };
    return data && { status: data.status, path: data.path };
  };

  it('sees the slug appear while typing a Chinese title, and finds it on REST', async () => {
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('重庆银行行长');
    await slugIs(SLUG);
    await page.getByRole('status').getByText('Free').waitFor();
    expect((await publish()).status()).toBe(200);
    expect(await published()).toMatchObject([{ title: '重庆银行行长', slug: SLUG }]);
  });

  it('is offered the next free slug for another post of the same title', async () => {
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('重庆银行');
    await slugIs('chong-qing-yin-hang');
    await field('title').fill('重庆银行行长');
    await slugIs(`${SLUG}-2`);
  });

  it('is refused an occupied slug, with one to take instead', async () => {
    await field('slug').fill(SLUG);
    await page.getByText('Taken by another document').waitFor();
    await page.getByRole('button', { name: `Take ${SLUG}-2` }).click();
    expect(await slug()).toBe(`${SLUG}-2`);
    await page.getByRole('status').getByText('Free').waitFor();
    expect((await press('Save', '/api::post.post')).status()).toBe(201);
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.getByText('Reserved', { exact: true }).waitFor();
    await field('slug').fill(SLUG);
    expect((await press('Save', '/api::post.post/')).status()).toBe(400);
    await page.getByText(`The slug "${SLUG}" is taken. "${SLUG}-2" is free.`).first().waitFor();
    expect(await field('slug').getAttribute('aria-invalid')).toBe('true');
  });

  it('may use any script, and make the slug again from the title', async () => {
    await field('slug').fill('行长');
    await page.getByRole('status').getByText('Free').waitFor();
    expect((await publish()).status()).toBe(200);
    expect((await published()).map((post) => post.slug).sort()).toEqual([SLUG, '行长'].sort());
    // The form is filled anew after a save; the panel says when.
    await page.getByText('Current', { exact: true }).waitFor();
    await field('slug').fill('a/b');
    await page.getByText('A slug has none of', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Make it again from the title' }).click();
    await slugIs(`${SLUG}-2`);
    expect((await publish()).status()).toBe(200);
    const [, second] = await published();
    expect(second?.slug).toBe(`${SLUG}-2`);
  });

  it('sees current and former addresses, and adds and removes a redirect', async () => {
    await page.getByText('Current', { exact: true }).waitFor();
    await page.getByText('行长', { exact: true }).waitFor();
    const [, second] = await published();
    await page.getByLabel('Redirect from').fill('https://old.example/旧闻/');
    await press('Add redirect', '/permalinks/addresses/');
    await page.getByText('/旧闻', { exact: true }).waitFor();
    expect(await resolve('/%E6%97%A7%E9%97%BB')).toEqual({ status: 301, path: second?.path });
    await page.getByRole('button', { name: 'Remove the redirect from /旧闻' }).click();
    await press('Remove', '/permalinks/addresses/');
    await page.getByText('/旧闻', { exact: true }).waitFor({ state: 'detached' });
    expect(await resolve('/旧闻')).toBeNull();
  });

  it('is told when an address leads to another document', async () => {
    await page.getByLabel('Redirect from').fill('/mine');
    await press('Add redirect', '/permalinks/addresses/');
    const [first] = await published();
    await page.goto(`${site.url}${LIST}/${first?.documentId}`);
    await page.getByLabel('Redirect from').fill('/mine');
    expect((await press('Add redirect', '/permalinks/addresses/')).status()).toBe(400);
    await page.getByText('"/mine" leads to another document already.').first().waitFor();
  });

  it('sees where a published post is', async () => {
    const [first] = await published();
    await page.goto(`${site.url}${LIST}/${first?.documentId}`);
    await page.getByText('Address now', { exact: true }).waitFor();
    await page.getByText(first?.path ?? '', { exact: true }).waitFor();
  });

  it('gets the slug of the title that is saved, however soon that is', async () => {
    const saved = async () =>
      ((await (await press('Save', '/collection-types/api::post.post')).json()) as { data: Post })
        .data;
    await page.goto(`${site.url}${LIST}/create`);
    await field('title').fill('重庆银行');
    await slugIs('chong-qing-yin-hang');
    await field('title').fill('重庆银行开业');
    expect((await saved()).slug).toBe('chong-qing-yin-hang-kai-ye');
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.getByText('Reserved', { exact: true }).waitFor();
    await field('title').fill('重庆');
    await slugIs('chong-qing');
    await field('title').fill('日照');
    expect((await saved()).slug).toBe('ri-zhao');
  });

  it('is offered a slug of its own for a clone, whose source’s addresses are not shown', async () => {
    const [first] = await published();
    await page.goto(`${site.url}${LIST}/clone/${first?.documentId}`);
    await page.getByRole('button', { name: `Take ${SLUG}-3` }).click();
    await page.getByRole('status').getByText('Free').waitFor();
    expect(await page.getByText('Redirect from').count()).toBe(0);
    const cloned = await press('Save', '/clone/');
    expect(((await cloned.json()) as { data: Post }).data.slug).toBe(`${SLUG}-3`);
  });

  it('is told why redirects cannot be changed, when the role may not', async () => {
    const author = await join(site, 'strapi-author');
    const theirs = await logIn(browser, { ...site, editor: author });
    const [first] = await published();
    await theirs.goto(`${site.url}${LIST}/${first?.documentId}`);
    await theirs.getByText('Your role may not add or remove redirects.').waitFor();
    await theirs.getByText('Address now', { exact: true }).waitFor();
    expect(await theirs.getByLabel('Redirect from').count()).toBe(0);
    const picture = process.env['SCREENSHOTS'];
    if (picture !== undefined) await theirs.screenshot({ path: `${picture}/author.png` });
    await theirs.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await theirs.reload();
    await theirs.getByText('您的角色无权添加或移除跳转').waitFor();
    await theirs.context().close();
  });

  it('reads all of it in Simplified Chinese', async () => {
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    const [first] = await published();
    await page.goto(`${site.url}${LIST}/${first?.documentId}`);
    await page.getByText('当前', { exact: true }).waitFor();
    await page.getByRole('button', { name: '添加跳转' }).waitFor();
    await page.getByRole('status').getByText('此内容当前的别名').waitFor();
  });
});
