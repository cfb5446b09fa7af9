import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bootOn, root, type TestSite } from '../../harness/boot';
import type { TestDatabase } from '../../harness/databases';
import { type ImportReport, importArchive, runArchive, runScript } from '../../harness/run-script';

const FOLDER = path.join(root, 'tests/fixtures/releases');
const ARCHIVE = path.join(FOLDER, 'archive');
const DUMPS = readdirSync(FOLDER).filter((file) => file.endsWith('.db.gz'));

const outcomesOf = ({ created, updated, unchanged, conflicts }: ImportReport) => ({
  ...{ created, updated, unchanged, conflicts },
});

describe.each(DUMPS)('a site that was begun with an earlier release: %s', (file) => {
  let home: string;
  let database: TestDatabase;
  let site: TestSite;

  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'broadsheet-release-'));
    const filename = path.join(home, 'data.db');
    writeFileSync(filename, gunzipSync(readFileSync(path.join(FOLDER, file))));
    database = {
      environment: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename },
      drop: async () => undefined,
    };
    site = await bootOn(database);
  });
  afterAll(async () => {
    await site.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows the posts that it had', async () => {
    const { body } = await site.http.get('/api/posts').query({ sort: 'title' }).expect(200);
    expect(body.meta.pagination.total).toBe(4);
    const titles = body.data.map(({ title }: { readonly title: string }) => title);
    expect(titles.toSorted()).toEqual(
      ['Written by an editor', '开工第一天', '雨后的江边', '第三则消息'].toSorted()
    );
  });

  it('leads from the addresses that posts have had to those that they have', async () => {
    const { body } = await site.http.get('/api/posts').query({ 'filters[slug]': 'new-name' });
    const [{ documentId, path: now }] = body.data;
    const before = now.replace('new-name', 'old-name');
    expect(before).not.toBe(now);
    for (const url of [now, before]) {
      const found = await site.http.get('/api/permalinks/resolve').query({ url }).expect(200);
      expect(found.body.data.documentId).toBe(documentId);
    }
    await site.http.get('/api/permalinks/resolve').query({ url: '/2022/third.html' }).expect(200);
  });

  it('has nothing that commands would mend', async () => {
    expect((await runScript('permalinks', ['check'], database)).stdout).toBe(
      'Every address is as it should be.\n'
    );
    expect((await runScript('delivery', ['check'], database)).stdout).toBe(
      'Every count and every listing is right.\n'
    );
  });

  it('finds everything unchanged in the same archive, and can undo what was done before', async () => {
    const again = await importArchive([ARCHIVE], database);
    expect(outcomesOf(again.report)).toEqual({
      ...{ created: 0, updated: 0, unchanged: 3, conflicts: 0 },
    });
    expect(again.stdout + again.stderr).toContain('Run 4:');
    expect(await runArchive(['rollback', '1'], database)).toMatchObject({ code: 0 });
    const { body } = await site.http.get('/api/posts').expect(200);
    expect(body.data.map(({ title }: { readonly title: string }) => title)).toEqual([
      'Written by an editor',
    ]);
  });
});
