import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ServedSite } from './serve';

const executable = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place) => place !== undefined && existsSync(place)
);

if (!executable) {
  process.stderr.write('[broadsheet] skipped: no Chromium here; set CHROMIUM to its path\n');
}

/** Like `describe`, where there is a browser. */
export const describeInBrowser = executable ? describe : describe.skip;

/** Starts a headless browser that talks to nobody but the site under test. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Opens the admin panel in a page of its own and logs in. */
export const logIn = async (
  browser: Browser,
  site: ServedSite,
  locale = 'en-US',
  zone?: string
): Promise<Page> => {
  const context = await browser.newContext({
    locale,
    viewport: { width: 1400, height: 1000 },
    ...(zone === undefined ? {} : { timezoneId: zone }),
  });
  const page = await context.newPage();
  await page.goto(`${site.url}/admin/auth/login`);
  await page.locator('input[name="email"]').fill(site.editor.email);
  await page.locator('input[name="password"]').fill(site.editor.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  return page;
};
