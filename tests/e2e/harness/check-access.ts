import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** As much of axe-core's answer as is looked at here. */
interface Answer {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

interface Checked {
  readonly axe: { run(part: string | Document, options: object): Promise<Answer> };
}

/**
 * What axe-core finds on a page that keeps somebody from using it: its rule, and where. Pages in frames are left out.
 *
 * @param part a selector of what is looked at, or the whole page
 */
export const seriousViolations = async (page: Page, part?: string): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (selector) =>
      (window as unknown as Checked).axe.run(selector ?? document, {
        resultTypes: ['violations'],
        iframes: false,
      }),
    part
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
