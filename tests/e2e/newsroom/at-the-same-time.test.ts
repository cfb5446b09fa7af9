import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, logIn, openBrowser } from '../harness/browser';
import { seriousViolations } from '../harness/check-access';
import { serve, type ServedSite } from '../harness/serve';
import { signIn } from '../harness/sign-in';

const PAGES = '/admin/content-manager/collection-types/api::post.post';
const MANAGER = '/content-manager/collection-types/api::post.post';
const SHOTS = path.join(__dirname, '..', '..', '..', '.tmp', 'screenshots');

interface Saved {
  readonly documentId: string;
  readonly title: string;
  readonly excerpt: string | null;
}

interface Answered {
  readonly token?: string;
  readonly registrationToken?: string;
}

describeInBrowser('editors who write at the same time', () => {
  let site: ServedSite;
  let browser: Browser;
  let page: Page;
  let token: string;

  /** What somebody else does, in another browser. */
  const send = async (method: string, address: string, body?: object): Promise<Saved> => {
    const reply = await fetch(`${site.url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return ((await reply.json()) as { data: Saved }).data;
  };
  const make = (title: string, fields: object = {}): Promise<Saved> =>
    send('POST', MANAGER, { title, ...fields });
  const now = ({ documentId }: Saved): Promise<Saved> => send('GET', `${MANAGER}/${documentId}`);

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

  const field = (name: string, on = page) => on.locator(`[name="${name}"]`);
  const open = async ({ documentId, title }: Saved, on = page): Promise<void> => {
    await on.goto(`${site.url}${PAGES}/${documentId}`);
    await on.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('[name="title"]')?.value === wanted,
      title
    );
  };
  const saveButton = (on = page) => on.getByRole('button', { name: /^(?:Save|保存)$/u });
  const save = async (on = page): Promise<number> => {
    const answered = on.waitForResponse(
      (response) => response.url().includes(MANAGER) && response.request().method() === 'PUT'
    );
    await saveButton(on).click();
    return (await answered).status();
  };
  /** What the browser keeps of what was typed. */
  const kept = (on = page): Promise<readonly unknown[]> =>
    on.evaluate(
      () =>
        new Promise<readonly unknown[]>((resolve) => {
          const opening = indexedDB.open('strapi-plugin-newsroom');
          // As long as the page has made none.
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onerror = () => resolve([]);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('typed').objectStore('typed').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result as readonly unknown[]);
            };
          };
        })
    );
  /** Waits until what was typed would be found again. */
  const isKept = async (text: string, on = page): Promise<void> => {
    while (!JSON.stringify(await kept(on)).includes(text)) await on.waitForTimeout(100);
  };
  const isTyped = async (values: Readonly<Record<string, string>>): Promise<void> => {
    // Whatever Strapi does with its form after the answer.
    await page.waitForTimeout(500);
    for (const [name, value] of Object.entries(values)) {
      expect([name, await field(name).inputValue()]).toEqual([name, value]);
    }
  };

  it('keep what they typed when a save is refused', async () => {
    await make('占用', { slug: 'taken' });
    const post = await make('原来的标题', { slug: 'free' });
    await open(post);
    await field('title').fill('改过的标题');
    await field('excerpt').fill('改过的摘要');
    // As for whoever is quicker than the server.
    await page.route('**/permalinks/suggest/**', (route) => route.abort());
    await field('slug').fill('taken');
    expect(await save()).toBe(400);
    await page.unroute('**/permalinks/suggest/**');
    await isTyped({ title: '改过的标题', excerpt: '改过的摘要', slug: 'taken' });
    expect(await field('slug').getAttribute('aria-invalid')).toBe('true');
    await field('slug').fill('free');
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ title: '改过的标题', excerpt: '改过的摘要' });
  });

  it('keep it when there is no answer, and save it as soon as there is', async () => {
    const post = await make('断线之前');
    await open(post);
    await field('excerpt').fill('断线时写的');
    const isSave = (address: URL): boolean => address.pathname.includes(post.documentId);
    // As while the server starts anew: the document cannot be loaded either.
    await page.route(isSave, (route) =>
      route.request().resourceType() === 'document' ? route.continue() : route.abort()
    );
    await saveButton().click();
    await isTyped({ excerpt: '断线时写的' });
    await page.unroute(isSave);
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ excerpt: '断线时写的' });
  });

  it('keep what they type while a save is under way', async () => {
    const post = await make('慢保存');
    await open(post);
    await field('title').fill('慢保存之一');
    const isSave = (address: URL): boolean => address.pathname.includes(post.documentId);
    await page.route(isSave, async (route) => {
      if (route.request().method() === 'PUT') await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    const answered = save();
    await sent;
    await field('excerpt').fill('保存时写的');
    expect(await answered).toBe(200);
    await page.unroute(isSave);
    await isTyped({ title: '慢保存之一', excerpt: '保存时写的' });
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ title: '慢保存之一', excerpt: '保存时写的' });
  });

  it('keep what they type while they publish', async () => {
    const isPublish = (address: URL): boolean => address.pathname.endsWith('/actions/publish');
    // However long it is until the document is loaded anew.
    for (const delay of [0, 5, 20, 80, 700]) {
      const post = await make(`慢发布${delay}`);
      await open(post);
      const isLoad = (address: URL): boolean => address.pathname.endsWith(post.documentId);
      await page.route(isPublish, async (route) => {
        await new Promise((done) => setTimeout(done, 700));
        await route.continue();
      });
      const sent = page.waitForRequest((request) => isPublish(new URL(request.url())));
      const answered = page.waitForResponse((response) => isPublish(new URL(response.url())));
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await sent;
      await page.route(isLoad, async (route) => {
        await new Promise((done) => setTimeout(done, delay));
        await route.continue();
      });
      await field('excerpt').fill('发布时写的');
      expect((await answered).status()).toBe(200);
      await isTyped({ excerpt: '发布时写的' });
      await page.waitForTimeout(delay);
      await isTyped({ excerpt: '发布时写的' });
      await page.unrouteAll({ behavior: 'wait' });
      expect(await save()).toBe(200);
      expect(await now(post)).toMatchObject({ excerpt: '发布时写的' });
    }
  });

  it('are offered what they typed while a new document was saved', async () => {
    await page.goto(`${site.url}${PAGES}/create`);
    await field('title').fill('新文章');
    const isNew = (address: URL): boolean => address.pathname.endsWith(MANAGER);
    await page.route(isNew, async (route) => {
      if (route.request().method() === 'POST') await new Promise((done) => setTimeout(done, 1000));
      await route.continue();
    });
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await saveButton().click();
    await sent;
    await field('excerpt').fill('建立时写的');
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.unroute(isNew);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await isTyped({ title: '新文章', excerpt: '建立时写的' });
    expect(await save()).toBe(200);
    await page.goto(`${site.url}${PAGES}/create`);
    await field('title').waitFor();
    await isTyped({ title: '' });
    expect(await page.getByRole('button', { name: 'Put it back' }).count()).toBe(0);
  });

  it('are offered what they typed when they have been logged out meanwhile', async () => {
    const post = await make('过期');
    const own = await logIn(browser, site);
    await open(post, own);
    await field('excerpt', own).fill('过期之前写的');
    // The server knows neither of the two tokens any more.
    const refused = (address: URL): boolean =>
      /^\/(?:content-manager|admin\/(?:access-token|users|logout))/u.test(address.pathname);
    await own.route(refused, (route) =>
      route.request().resourceType() === 'document'
        ? route.continue()
        : route.fulfill({ status: 401, json: { data: null, error: { status: 401 } } })
    );
    // Unless something else that the page has asked was refused before: then the dialog is there already.
    await saveButton(own)
      .click({ timeout: 5000 })
      .catch(() => undefined);
    // Strapi says that it is lost.
    await own.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await own.waitForURL((url) => url.pathname.includes('/auth/login'));
    await own.unroute(refused);
    await own.locator('[name="email"]').fill(site.editor.email);
    await own.locator('[name="password"]').fill(site.editor.password);
    await own.getByRole('button', { name: 'Login' }).click();
    await own.waitForURL((url) => !url.pathname.includes('/auth/'));
    await open(post, own);
    await own.getByRole('button', { name: 'Put it back' }).click();
    await own.waitForTimeout(500);
    expect(await field('excerpt', own).inputValue()).toBe('过期之前写的');
    expect(await save(own)).toBe(200);
    expect(await now(post)).toMatchObject({ excerpt: '过期之前写的' });
    await own.context().close();
  });

  it('leave alone what somebody else has changed meanwhile', async () => {
    const post = await make('一起写', { excerpt: '旧摘要' });
    await open(post);
    await send('PUT', `${MANAGER}/${post.documentId}`, { excerpt: '别人的摘要' });
    await field('title').fill('一起写的标题');
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ title: '一起写的标题', excerpt: '别人的摘要' });
    // The form has what was saved.
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="excerpt"]')?.value === '别人的摘要'
    );
  });

  it('are shown both versions of what both have changed, and choose', async () => {
    const post = await make('都改了', { excerpt: '旧摘要' });
    await open(post);
    await send('PUT', `${MANAGER}/${post.documentId}`, { title: '别人的', excerpt: '别人的摘要' });
    await field('title').fill('我的');
    await field('excerpt').fill('我的摘要');
    expect(await save()).toBe(409);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing was saved', { exact: false }).waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'two-versions.png') });
    expect(await seriousViolations(page)).toEqual([]);
    const title = dialog.getByRole('radiogroup', { name: 'Title' });
    expect(await title.getByLabel('Yours: Title').inputValue()).toBe('我的');
    expect(await title.getByLabel('As it is now: Title').inputValue()).toBe('别人的');
    expect(await dialog.getByRole('button', { name: 'Use these' }).isDisabled()).toBe(true);
    // The slug follows the title, and may be among them.
    for (const row of await dialog.getByRole('radiogroup').all()) {
      await row.getByRole('radio', { name: 'As it is now' }).click();
    }
    await dialog.getByLabel('Yours: Excerpt').fill('两人的摘要');
    await dialog.getByRole('button', { name: 'Use these' }).click();
    await isTyped({ title: '别人的', excerpt: '两人的摘要' });
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ title: '别人的', excerpt: '两人的摘要' });
  });

  it('are shown by name which tags each version would have', async () => {
    const post = await make('标签都改了');
    const tag = (name: string) =>
      send('POST', '/content-manager/collection-types/api::tag.tag', { name });
    const theirs = (await tag('别人的标签')) as Saved & { readonly id: number };
    await tag('我的标签');
    await open(post);
    await page.getByRole('combobox', { name: /^Tags/u }).click();
    await page.getByRole('option', { name: '我的标签' }).click();
    const { id, documentId } = theirs;
    await send('PUT', `${MANAGER}/${post.documentId}`, {
      tags: { connect: [{ id, documentId }], disconnect: [] },
    });
    expect(await save()).toBe(409);
    const tags = page.getByRole('dialog').getByRole('radiogroup', { name: 'Tags' });
    await tags.waitFor();
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(SHOTS, 'two-versions-of-tags.png') });
    expect(await tags.getByLabel('Yours: Tags').inputValue()).toBe('别人的标签\n我的标签');
    expect(await tags.getByLabel('As it is now: Tags').inputValue()).toBe('别人的标签');
    await tags.getByRole('radio', { name: 'Yours' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use these' }).click();
    expect(await save()).toBe(200);
    await page.reload();
    for (const name of ['别人的标签', '我的标签']) await page.getByText(name).first().waitFor();
  });

  it('are refused again and again until they have chosen', async () => {
    const post = await make('再三', { excerpt: '旧摘要' });
    const tag = await send('POST', '/content-manager/collection-types/api::tag.tag', {
      name: '标签',
    });
    await open(post);
    const { documentId } = tag;
    await send('PUT', `${MANAGER}/${post.documentId}`, {
      excerpt: '别人的摘要',
      tags: {
        connect: [{ documentId, id: (tag as unknown as { id: number }).id }],
        disconnect: [],
      },
    });
    await field('excerpt').fill('我的摘要');
    for (let time = 0; time < 4; time += 1) {
      expect(await save()).toBe(409);
      await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click();
      await page.waitForTimeout(300);
    }
    expect(await now(post)).toMatchObject({ excerpt: '别人的摘要' });
    await isTyped({ excerpt: '我的摘要' });
    // Whoever takes what it is now has nothing to choose, and may go on.
    await field('excerpt').fill('别人的摘要');
    for (const title of ['再三改', '再三改过']) {
      await field('title').fill(title);
      expect(await save()).toBe(200);
      await page.waitForTimeout(300);
    }
    expect(await now(post)).toMatchObject({ excerpt: '别人的摘要' });
  });

  it('are offered what they typed after the browser was closed, until it is saved', async () => {
    const post = await make('写了一半', { excerpt: '旧摘要' });
    await open(post);
    await field('title').fill('写了一半的标题');
    await isKept('写了一半的标题');
    await page.goto('about:blank');
    await send('PUT', `${MANAGER}/${post.documentId}`, { excerpt: '别人的摘要' });
    await open(post);
    await page.getByText('that was not saved', { exact: false }).waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'not-saved.png') });
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await isTyped({ title: '写了一半的标题', excerpt: '别人的摘要' });
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ title: '写了一半的标题', excerpt: '别人的摘要' });
    await page.reload();
    await isTyped({ title: '写了一半的标题' });
    expect(await page.getByText('that was not saved', { exact: false }).count()).toBe(0);
  });

  it('are refused what they typed before somebody else has changed it', async () => {
    const post = await make('都写了');
    await open(post);
    await field('title').fill('先写的');
    await isKept('先写的');
    await page.goto('about:blank');
    await send('PUT', `${MANAGER}/${post.documentId}`, { title: '后写的' });
    await open({ ...post, title: '后写的' });
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await save()).toBe(409);
    expect(await now(post)).toMatchObject({ title: '后写的' });
    await page.getByRole('dialog').getByRole('button', { name: 'Later' }).click();
  });

  it('are offered a new document, and nothing of what they have thrown away', async () => {
    await page.goto(`${site.url}${PAGES}/create`);
    await field('title').fill('还没有保存');
    await isKept('还没有保存');
    await page.goto('about:blank');
    await page.goto(`${site.url}${PAGES}/create`);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await isTyped({ title: '还没有保存' });
    const made = page.waitForResponse(
      (response) => response.url().includes(MANAGER) && response.request().method() === 'POST'
    );
    await saveButton().click();
    expect((await made).status()).toBe(201);
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await page.goto(`${site.url}${PAGES}/create`);
    await field('title').fill('不要的');
    await isKept('不要的');
    await page.goto('about:blank');
    await page.goto(`${site.url}${PAGES}/create`);
    await page.getByText('that was not saved', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByRole('button', { name: 'Throw it away' }).waitFor({ state: 'detached' });
    await page.reload();
    await field('title').waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: 'Throw it away' }).count()).toBe(0);
  });

  it('leave nothing of it behind when they log out', async () => {
    const post = await make('登出');
    const other = await logIn(browser, site);
    await open(post, other);
    await field('title', other).fill('登出之前');
    await isKept('登出之前', other);
    await other.goto(`${site.url}/admin/`);
    await other.getByRole('button', { name: 'Lin Wang' }).click();
    await other.getByRole('menuitem', { name: 'Log out' }).click();
    await other.waitForURL((url) => url.pathname.includes('/auth/'));
    expect(await kept(other)).toEqual([]);
    await other.context().close();
  });

  it('see who else has it open, until they have closed it', async () => {
    const post = await make('都打开了');
    const send = async (address: string, as: string, body: object): Promise<Answered> => {
      const reply = await fetch(`${site.url}${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
        body: JSON.stringify(body),
      });
      return ((await reply.json()) as { data: Answered }).data;
    };
    const person = { firstname: 'Chen', lastname: 'Li', email: 'chen@example.com' };
    const { registrationToken } = await send('/admin/users', token, { ...person, roles: [1] });
    const { firstname, lastname } = person;
    const userInfo = { firstname, lastname, password: 'Sheets-of-2022' };
    const chen = await send('/admin/register', token, { registrationToken, userInfo });
    const form = `/newsroom/open-forms/api::post.post/${post.documentId}`;
    await send(form, chen.token ?? '', { form: 'form-of-chen', locale: '' });
    await open(post);
    await page.getByText('Chen Li has it open, too.').waitFor();
    await page.screenshot({ path: path.join(SHOTS, 'open-elsewhere.png') });
    expect(await seriousViolations(page)).toEqual([]);
    const second = await page.context().newPage();
    await open(post, second);
    await second.getByText('You have it open in another window, too.').waitFor();
    await second.close();
    await send(form, chen.token ?? '', { form: 'form-of-chen', locale: '', isClosed: true });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('Open elsewhere').waitFor({ state: 'detached' });
  });

  it('are told so in Chinese', async () => {
    const post = await make('中文', { excerpt: '旧摘要' });
    await page.evaluate(() => localStorage.setItem('strapi-admin-language', 'zh-Hans'));
    await open(post);
    await send('PUT', `${MANAGER}/${post.documentId}`, { excerpt: '别人的' });
    await field('excerpt').fill('我的');
    expect(await save()).toBe(409);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('什么都没有保存', { exact: false }).waitFor();
    await dialog.getByRole('radio', { name: '您的版本' }).click();
    await dialog.getByRole('button', { name: '采用' }).click();
    expect(await save()).toBe(200);
    expect(await now(post)).toMatchObject({ excerpt: '我的' });
    await page.evaluate(() => localStorage.removeItem('strapi-admin-language'));
  });
});
