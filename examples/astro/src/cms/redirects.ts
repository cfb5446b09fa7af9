import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ask } from './ask';

/** Of somebody who may read all redirects: they are nobody's to look through by default. */
const TOKEN = process.env['CMS_TOKEN'];

interface Redirect {
  readonly from: string;
  /** Null where what it led to is gone. */
  readonly to: string | null;
}

const pageTo = (to: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Moved</title><link rel="canonical" href="${to}">` +
  `<meta http-equiv="refresh" content="0; url=${to}"><a href="${to}">${to}</a>\n`;

/** The file that a plain server of files answers with at an address. */
const fileAt = (root: string, from: string): string =>
  path.join(root, from.endsWith('.html') ? from : path.join(from, 'index.html'));

/**
 * Has old addresses lead to their posts: by `_redirects`, which several hosts read, and by a page at each of them for
 * those that do not.
 */
export const redirects = (): AstroIntegration => ({
  name: 'broadsheet-redirects',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const [asLines, asJson] = await Promise.all([
        ask('/api/permalinks/redirects?format=netlify', TOKEN),
        ask('/api/permalinks/redirects?format=json', TOKEN),
      ]);
      if (!asLines.ok || !asJson.ok) {
        logger.warn('old addresses lead nowhere: CMS_TOKEN needs the permission redirects.stream');
        return;
      }
      await writeFile(path.join(root, '_redirects'), await asLines.text());
      const all = (await asJson.json()) as readonly Redirect[];
      for (const { from, to } of all) {
        const file = fileAt(root, from);
        if (to === null || !file.startsWith(root)) continue;
        await mkdir(path.dirname(file), { recursive: true });
        // A page that is there is never replaced, nor one whose name is too long for a file.
        await writeFile(file, pageTo(to), { flag: 'wx' }).catch(() => undefined);
      }
      logger.info(`${all.length} old addresses lead on`);
    },
  },
});
