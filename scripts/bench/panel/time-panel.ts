import type { Browser, Page } from 'playwright-core';

/** The middle of several times, and the longest; in milliseconds. */
interface Times {
  readonly median: number;
  readonly longest: number;
}

/** What an editor waits for; in milliseconds. */
export interface PanelTimes {
  /** From the click on the type in the menu to the first row of its list. */
  readonly list: Times;
  /** From the click on the next page to its first row. */
  readonly nextPage: Times;
  /** From the click on a row to the title in the form. */
  readonly form: Times;
  /** From the click on Save to the server's answer. */
  readonly answer: Times;
  /** From the click on Save to what says that it is saved. */
  readonly save: Times;
}

/** How often each is timed; the first time, which loads the panel's code as well, is left out. */
const ROUNDS = 11;

/**
 * What an editor takes to read a form, and then a title; in milliseconds. By then the form has
 * loaded what it shows: a click on Save does not wait for that.
 */
const PAUSES = { read: 2_000, typed: 1_000 };

const LIST = '/admin/content-manager/collection-types/api::post.post';

const timesOf = (measured: readonly number[]): Times => {
  const sorted = measured.slice(1).sort((one, other) => one - other);
  return {
    median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    longest: Math.round(sorted.at(-1) ?? 0),
  };
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const logIn = async (page: Page, url: string, person: { email: string; password: string }) => {
  await page.goto(`${url}/admin/auth/login`);
  await page.locator('input[name="email"]').fill(person.email);
  await page.locator('input[name="password"]').fill(person.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((place) => !place.pathname.includes('/auth/'));
};

const rowNow = (page: Page): Promise<string> => page.locator('tbody tr').first().innerText();

/** Waits for a first row that is another than before. */
const firstRow = async (page: Page, before: string): Promise<void> => {
  await page.locator('tbody tr', { hasText: 'Post ' }).first().waitFor();
  while ((await rowNow(page)) === before) await page.waitForTimeout(5);
};

/** Does what an editor does, again and again, and says how long each thing took. */
export const timePanel = async (
  browser: Browser,
  url: string,
  person: { readonly email: string; readonly password: string }
): Promise<PanelTimes> => {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await logIn(page, url, person);
  const taken = { list: [], nextPage: [], form: [], answer: [], save: [] } as Record<
    keyof PanelTimes,
    number[]
  >;
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(`${url}/admin/content-manager/collection-types/api::tag.tag`);
    const menu = page.getByRole('link', { name: 'Post', exact: true });
    await menu.waitFor();
    await page.waitForLoadState('networkidle');
    taken.list.push(
      await timed(async () => {
        await menu.click();
        await firstRow(page, '');
      })
    );
    await page.waitForLoadState('networkidle');
    const before = await rowNow(page);
    taken.nextPage.push(
      await timed(async () => {
        await page.getByRole('link', { name: 'Go to next page' }).click();
        await firstRow(page, before);
      })
    );
    await page.goto(`${url}${LIST}`);
    await firstRow(page, '');
    await page.waitForLoadState('networkidle');
    const title = page.locator('[name="title"]');
    taken.form.push(
      await timed(async () => {
        await page
          .locator('tbody tr')
          .nth(round % 10)
          .locator('td')
          .nth(1)
          .click();
        await title.waitFor();
      })
    );
    await page.waitForTimeout(PAUSES.read);
    await title.fill(`Post ${round} again`);
    await page.waitForTimeout(PAUSES.typed);
    taken.save.push(
      await timed(async () => {
        const started = performance.now();
        const answered = page.waitForResponse((reply) => reply.request().method() === 'PUT');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await answered;
        taken.answer.push(performance.now() - started);
        await page.getByText('Saved document').first().waitFor();
      })
    );
  }
  await context.close();
  return {
    list: timesOf(taken.list),
    nextPage: timesOf(taken.nextPage),
    form: timesOf(taken.form),
    answer: timesOf(taken.answer),
    save: timesOf(taken.save),
  };
};
