import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** As much of axe-core's answer as is looked at here. */
interface Answer {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[] }[];
  }[];
}

interface Checked {
  readonly axe: { run(part: string | Document, options: object): Promise<Answer> };
}

/** What Strapi's own components do wrong and no plugin can mend: by axe-core's rule and what it finds. */
const STRAPIS_OWN: readonly { readonly rule: string; readonly selector: string }[] = [
  // `WidgetRoot`: the title of a widget of the home page.
  { rule: 'color-contrast', selector: '[data-strapi-widget-id] > header h2' },
  // `Filters.Popover`: what the filters of a list are made in.
  { rule: 'aria-dialog-name', selector: '[role="dialog"][style*="--radix-popover"]' },
  // `JSONInput`: the field of the front matter, which its label does not lead to.
  { rule: 'aria-input-field-name', selector: '.cm-content[data-language="json"]' },
  { rule: 'color-contrast', selector: '.cm-content[data-language="json"] span' },
  // `Table.ActionBar`: how many rows of a list are chosen.
  { rule: 'color-contrast', selector: 'main span:first-child:has(+ div > button)' },
];

/** How often a page is looked at, and milliseconds from one look to the next. */
const LOOKS = { most: 4, pause: 500 };

const violationsNow = async (page: Page, part?: string): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ selector, own }) => {
      const { violations } = await (window as unknown as Checked).axe.run(selector ?? document, {
        resultTypes: ['violations'],
        iframes: false,
      });
      const isOwn = (rule: string, target: readonly unknown[]): boolean => {
        const found = document.querySelector(String(target[0]));
        return own.some((each) => each.rule === rule && found?.matches(each.selector) === true);
      };
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes
            .filter(({ target }) => !isOwn(id, target))
            .map(({ html, target }) => `${id}: ${String(target[0])} ${html.slice(0, 300)}`)
        );
    },
    { selector: part, own: STRAPIS_OWN }
  );
};

/**
 * What axe-core finds on a page that keeps somebody from using it: its rule, and where. Pages in frames are left out, and
 * what is there for a moment only: a message that fades in, a list that is being filled.
 *
 * @param part a selector of what is looked at, or the whole page
 */
export const seriousViolations = async (page: Page, part?: string): Promise<string[]> => {
  let found = await violationsNow(page, part);
  for (let look = 1; look < LOOKS.most && found.length > 0; look += 1) {
    await page.waitForTimeout(LOOKS.pause);
    found = await violationsNow(page, part);
  }
  return found;
};
