import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
const PANEL = '/admin/content-manager/collection-types';
const MANAGER = '/content-manager/collection-types';
/** A list keeps the filters that it was last shown with. */
const BULK = `filters[$and][0][title][$startsWith]=${encodeURIComponent('批量')}`;
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');

interface Saved {
  readonly documentId: string;
  readonly id: number;
}

describeInBrowser('an editor who keeps categories and tags in order', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;

  const send = async <Data = Saved>(method: string, address: string, body?: object) => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await reply.json()) as { data: Data };
    if (!reply.ok) throw new Error(`${method} ${address}: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const connect = (...related: Saved[]) => ({
    connect: related.map(({ documentId, id }) => ({ documentId, id })),
    disconnect: [],
  });
  const make = (uid: string, fields: object): Promise<Saved> =>
    send('POST', `${MANAGER}/${uid}`, fields);
  const publish = ({ documentId }: Saved) =>
    send('POST', `${MANAGER}/${POST}/${documentId}/actions/publish`, {});
  const related = async ({ documentId }: Saved, attribute: string): Promise<string[]> => {
    const address = `${site.url}/content-manager/relations/${POST}/${documentId}/${attribute}`;
    const reply = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    const { results } = (await reply.json()) as { results: { name: string }[] };
    return results.map(({ name }) => name).toSorted();
  };

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    site = await serve();
    browser = await openBrowser();
    page = await logIn(browser, site);
    token = await signIn(site);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const shoot = async (name: string): Promise<void> => {
    for (const width of [1280, 768]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`) });
      expect(await seriousViolations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1400, height: 1000 });
  };
  const dialog = (): Locator => page.getByRole('dialog');
  const row = (text: string): Locator => page.locator('tr', { hasText: text });
  const rowAction = async (text: string, action: string): Promise<void> => {
    await row(text)
      .getByRole('button', { name: /Row actions|操作/u })
      .click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const pick = async (label: string, name: string): Promise<void> => {
    const field = dialog().getByRole('combobox', { name: label });
    await field.click();
    await field.fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  };

  const choose = async (titles: readonly string[]): Promise<void> => {
    await page.goto(`${site.url}${PANEL}/${POST}?${BULK}`);
    await row(titles[0] ?? '').waitFor();
    await page.waitForLoadState('networkidle');
    // What is chosen before the list has been loaded for good is forgotten.
    for (let time = 0; time < 5; time += 1) {
      for (const title of titles) await row(title).getByRole('checkbox').check();
      await page.waitForTimeout(1000);
      if ((await page.locator('tbody [aria-checked="true"]').count()) === titles.length) return;
    }
  };

  it('sees at its field that a name is taken, and keeps what was typed', async () => {
    await make(TAG, { name: '股市' });
    await page.goto(`${site.url}${PANEL}/${TAG}/create`);
    await page.locator('[name="name"]').fill('股市 ');
    await page.locator('[name="description"]').fill('说明');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('There is one of this name already.').first().waitFor();
    expect(await page.locator('[name="description"]').inputValue()).toBe('说明');
    await shoot('tag-name-taken');
  });

  it('sees categories as a tree with counts, folds it, and is led to the posts', async () => {
    const top = await make(CATEGORY, { name: '财经' });
    const low = await make(CATEGORY, { name: '证券', parent: connect(top) });
    await make(CATEGORY, { name: '基金', parent: connect(low) });
    await make(CATEGORY, { name: '体育' });
    await publish(await make(POST, { title: '大盘收涨', categories: connect(low) }));
    await make(POST, { title: '草稿一篇', categories: connect(low) });
    await page.goto(`${site.url}${PANEL}/${CATEGORY}`);
    await page.getByRole('link', { name: 'Show as a tree' }).click();
    await page.getByRole('link', { name: '证券: 2 posts, 1 published' }).waitFor();
    await shoot('category-tree');
    // By keyboard alone.
    const fold = page.getByRole('button', { name: 'Fold 财经' });
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('link', { name: '证券', exact: true }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Find by name').fill('基');
    expect(await page.getByRole('link', { name: '体育', exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '证券', exact: true }).count()).toBe(1);
    await page.getByRole('link', { name: '证券: 2 posts, 1 published' }).click();
    await row('大盘收涨').waitFor();
    await row('草稿一篇').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    // And the list shows what it is filtered by.
    await page.getByRole('button', { name: /证券/u }).waitFor();
    await shoot('posts-of-category');
  });

  it('is told who has a category before it is deleted, and gives these another one', async () => {
    const [from, to] = [
      await make(CATEGORY, { name: '旧闻', slug: 'jiuwen' }),
      await make(CATEGORY, { name: '要闻', slug: 'yaowen' }),
    ];
    const post = await make(POST, { title: '有分类', categories: connect(from) });
    await publish(post);
    await page.goto(`${site.url}${PANEL}/${CATEGORY}`);
    await rowAction('旧闻', 'Delete entry');
    await dialog().getByText('One post has it, and it is published.').waitFor();
    await shoot('category-delete');
    await pick('Give its posts another one instead', '要闻');
    await dialog().getByRole('button', { name: 'Move and delete' }).click();
    await dialog().getByText('Merged. One post was moved.').waitFor();
    await shoot('category-merged');
    await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
    await row('要闻').waitFor();
    expect(await row('旧闻').count()).toBe(0);
    expect(await related(post, 'categories')).toEqual(['要闻']);
    const reply = await fetch(`${site.url}/api/permalinks/resolve?url=/category/jiuwen.html`);
    expect(((await reply.json()) as { data: object }).data).toMatchObject({
      documentId: to.documentId,
      status: 301,
    });
  });

  it('deletes an unused tag as before, from its form', async () => {
    const tag = await make(TAG, { name: '没人用' });
    await page.goto(`${site.url}${PANEL}/${TAG}/${tag.documentId}`);
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete entry' }).click();
    await dialog().getByText('No post has it.').waitFor();
    await dialog().getByRole('button', { name: 'Delete', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.includes(tag.documentId));
    expect(await row('没人用').count()).toBe(0);
  });

  it('is told who has categories before several are deleted at once', async () => {
    const used = await make(CATEGORY, { name: '有人用' });
    await make(CATEGORY, { name: '无人用' });
    await make(POST, { title: '占用', categories: connect(used) });
    await page.goto(`${site.url}${PANEL}/${CATEGORY}`);
    for (const name of ['有人用', '无人用']) await row(name).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Delete', exact: true }).first().click();
    const asked = page.getByRole('alertdialog');
    await asked.getByText('有人用: 1 post has it').waitFor();
    await shoot('categories-delete');
    await asked.getByRole('button', { name: 'Cancel' }).click();
  });

  it('gives many posts a category and a tag at once, and takes them from the site', async () => {
    await make(TAG, { name: '快讯' });
    await make(CATEGORY, { name: '国际' });
    const posts = [await make(POST, { title: '批量甲' }), await make(POST, { title: '批量乙' })];
    for (const post of posts) await publish(post);
    await choose(['批量甲', '批量乙']);
    await page.getByRole('button', { name: 'Categories and tags' }).click();
    await pick('categories', '国际');
    await pick('tags', '快讯');
    await shoot('bulk-categorise');
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await dialog().getByText('2 changed, 0 as they were, 0 failed.').waitFor();
    await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
    for (const post of posts) {
      expect(await related(post, 'categories')).toEqual(['国际']);
      expect(await related(post, 'tags')).toEqual(['快讯']);
    }
    await choose(['批量甲', '批量乙']);
    await page.getByRole('button', { name: 'Unpublish', exact: true }).first().click();
    await dialog().getByRole('button', { name: 'Unpublish', exact: true }).click();
    await dialog().getByText('2 changed, 0 as they were, 0 failed.').waitFor();
    await shoot('bulk-unpublish');
    const reply = await fetch(`${site.url}/api/posts?filters[title][$startsWith]=批量`);
    expect(((await reply.json()) as { data: object[] }).data).toEqual([]);
  });

  it('sees while typing a source that its story is published already', async () => {
    const code = 'NW202202172279266059';
    await publish(await make(POST, { title: '已经写过', sourceCode: code }));
    await page.goto(`${site.url}${PANEL}/${POST}/create`);
    await page.locator('[name="title"]').fill('又写一遍');
    await page.locator('[name="sourceCode"]').fill(code.slice(2));
    const twin = page.getByRole('link', { name: '已经写过 (opens in another tab)' });
    await twin.waitFor();
    await page.getByText('Already published as').waitFor();
    await page.getByText('Already published as').scrollIntoViewIfNeeded();
    await twin.scrollIntoViewIfNeeded();
    await shoot('twins');
    const [other] = await Promise.all([page.context().waitForEvent('page'), twin.click()]);
    await other.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="title"]')?.value === '已经写过'
    );
    await other.close();
    expect(await page.locator('[name="title"]').inputValue()).toBe('又写一遍');
    await page.locator('[name="sourceCode"]').fill('A-1');
    await twin.waitFor({ state: 'detached' });
  });

  describe('in Chinese', () => {
    beforeAll(async () => {
      await send('PUT', '/admin/users/me', { preferedLanguage: 'zh-Hans' });
      await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', '"zh-Hans"'));
    });

    it('reads all of it in Chinese', async () => {
      await page.goto(`${site.url}${PANEL}/${TAG}/create`);
      await page.locator('[name="name"]').fill('股市');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('已经有同名的条目。').first().waitFor();
      await page.goto(`${site.url}${PANEL}/${CATEGORY}`);
      await page.getByRole('link', { name: '以树形显示' }).click();
      await page.getByRole('heading', { name: '分类：树形' }).waitFor();
      await page.getByRole('link', { name: '证券：2 篇文章，1 篇已发布' }).waitFor();
      await shoot('category-tree-zh');
      await page.goto(`${site.url}${PANEL}/${CATEGORY}`);
      await row('证券').locator('button').last().click();
      await page.getByRole('menuitem', { name: '合并到另一个…' }).click();
      await dialog().getByText('2 篇文章使用它，其中 1 篇已发布。').waitFor();
      await pick('合并到', '体育');
      await shoot('category-merge-zh');
      await dialog().getByRole('button', { name: '移动并删除' }).click();
      await dialog().getByText('合并完成。已移动 2 篇文章。').waitFor();
      await page.goto(`${site.url}${PANEL}/${POST}/create`);
      await page.locator('[name="sourceCode"]').fill('202202172279266059');
      await page.getByText('已发布过：').waitFor();
      await page.getByText('已发布过：').scrollIntoViewIfNeeded();
      await shoot('twins-zh');
    });
  });
});
