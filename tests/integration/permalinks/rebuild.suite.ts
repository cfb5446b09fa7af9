import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { root, type TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';

interface Outcome {
  readonly code: number;
  readonly lines: string[];
}

/** Runs the command beside the site, on the same database. */
const run = (...words: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const script = path.join(root, 'dist', 'scripts', 'permalinks.js');
    const child = execFile(
      process.execPath,
      [script, ...words],
      { cwd: root, env: process.env },
      (_, output) =>
        resolve({
          code: child.exitCode ?? -1,
          lines: output.trim().replaceAll('\t', ' ').split('\n'),
        })
    );
  });

export const rebuild = suite('check and rebuild', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    // Rows as they were before there was a plugin: written past its hooks.
    const { tableName } = strapi.db.metadata.get(POST);
    const row = (documentId: string, title: string, slug: string | null, live: boolean) => ({
      document_id: documentId,
      title,
      slug,
      published_at: live ? new Date() : null,
    });
    await strapi.db
      .connection(tableName)
      .insert([
        row('a', '日照日报', null, false),
        row('b', 'B', 'same', false),
        row('c', 'C', 'same', false),
        row('c', 'C', 'same', true),
        row('d', 'D', 'Kept', true),
        row('e', 'E', 'news/e', true),
      ]);
    await strapi.documents(CATEGORY).create({ data: { name: 'News' } });
    const abandoned = {
      documentId: 'nobody',
      slug: 'x',
      title: '',
      published: true,
      paths: ['/p'],
    };
    await strapi
      .plugin('permalinks')
      .service<{ keep(uid: string, batch: readonly object[]): Promise<unknown> }>('addresses')
      .keep(POST, [abandoned]);
  });

  it('says what is wrong, puts it right, and then finds nothing', async () => {
    const before = await run('check');
    expect(before.code).toBe(3);
    expect(before.lines.sort()).toEqual([
      '7 to put right: run rebuild.',
      `ABANDONED ${POST} nobody`,
      `SLUG_MISSING ${POST} a`,
      `SLUG_UNCLAIMED ${POST} b same`,
      `SLUG_UNCLAIMED ${POST} c same`,
      `SLUG_UNCLAIMED ${POST} c same`,
      `SLUG_UNCLAIMED ${POST} d Kept`,
      `SLUG_UNCLAIMED ${POST} e news/e`,
    ]);

    const mended = await run('rebuild');
    expect(mended.code).toBe(0);
    expect(mended.lines.sort()).toEqual([
      '5 put right, 1 abandoned.',
      `SLUG_MISSING ${POST} a -> ri-zhao-ri-bao`,
      `SLUG_TAKEN ${POST} b same -> same-2`,
      `SLUG_UNCLAIMED ${POST} e news/e -> news-e`,
    ]);

    expect(await run('check')).toEqual({ code: 0, lines: ['Every address is as it should be.'] });
    const rows = await strapi.db.query(POST).findMany({ select: ['documentId', 'slug'] });
    expect(new Set(rows.map((found) => `${found.documentId} ${found.slug}`))).toEqual(
      new Set(['a ri-zhao-ri-bao', 'b same-2', 'c same', 'd Kept', 'e news-e'])
    );
    expect((await site.http.get('/api/permalinks/resolve?url=/category/news.html')).status).toBe(
      200
    );
  });

  it('says what it wants when it is called wrongly', async () => {
    expect((await run('mend')).code).toBe(2);
    expect((await run('export', '--format', 'apache')).code).toBe(2);
  });
});
