import { execFile } from 'node:child_process';
import path from 'node:path';
import { databases, type TestDatabase } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { root } from '../../harness/boot';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';

const ARTICLE = 'api::article.article';
const RUN = 'plugin::front-matter.run';
const POSTS = 5;

const TYPE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string' },
    slug: { type: 'string' },
    body: { type: 'richtext' },
  },
};

const attributes = Object.fromEntries(
  ['date', 'excerpt', 'sourceCode', 'sourceKey', 'sourceUrl', 'sourceName', 'frontMatter'].map(
    (name) => [name, false]
  )
);
const config = { contentType: ARTICLE, attributes, categories: false, tags: false };
const on = { 'front-matter': { enabled: true, config } };
const off = { 'front-matter': { enabled: false } };

const postFile = (name: string) => `_posts/2022-03-03-${name}.md`;

describe.each(databases)('an application that was started without the plugin, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let site: RunningApp;
  let folder: ArchiveFolder;

  const restart = async (plugins: object) => {
    await site.stop();
    site = await app.boot(plugins);
  };
  const count = (uid: string) => site.strapi.db.query(uid).count({ where: {} });
  const documents = async () =>
    new Set(
      (await site.strapi.db.query(ARTICLE).findMany({ select: ['documentId'] })).map(
        ({ documentId }: { documentId: string }) => documentId
      )
    ).size;

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database, {
      types: [TYPE],
      plugins: ['strapi-plugin-front-matter'],
      // As Strapi has it where nobody says otherwise.
      config: { database: { settings: { forceMigration: true } } },
    });
    site = await app.boot(on);
    folder = await archiveFolder();
    for (let index = 0; index < POSTS; index += 1) {
      await folder.write(postFile(`post-${index}`), postText({ title: `第${index}篇` }));
    }
    expect(outcomes(await importInto(site.strapi, folder.root))).toEqual({ created: POSTS });
    await restart(off);
    await restart(on);
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
    await folder.drop();
  });

  it.each([true, false])(
    'imports nothing twice, says why, and leaves no trace (dry run: %s)',
    async (dryRun) => {
      await expect(importInto(site.strapi, folder.root, { dryRun })).rejects.toThrow(
        /^Of the first 5 posts of the archive "archive", 5 are there already by their slugs \("post-0", "post-1", "post-2"\).*forceMigration.*--allow-duplicates/su
      );
      expect([await documents(), await count(RUN)]).toEqual([POSTS, 0]);
    }
  );

  it('ends the command with the code for wrong usage', async () => {
    await site.stop();
    await app.configure(on);
    const bin = path.join(root, 'src/plugins/front-matter/bin/strapi-front-matter.js');
    const run = (...more: string[]) =>
      new Promise<{ code: unknown; stderr: string }>((resolve) => {
        execFile(
          process.execPath,
          [bin, 'import', folder.root, '--archive', 'archive', ...more],
          { cwd: app.home, env: { ...process.env, ...database.environment } },
          (error, _, stderr) => resolve({ code: error?.code ?? 0, stderr })
        );
      });
    const refused = await run();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Restore these tables from a backup');
    expect(await run('--allow-duplicates', '--dry-run')).toMatchObject({ code: 0 });
    site = await app.boot(on);
  });

  it('imports posts of which the site has some slugs by chance', async () => {
    const other = await archiveFolder();
    const names = ['post-0', 'post-1', ...['a', 'b', 'c'].map((name) => `other-${name}`)];
    for (const name of names) await other.write(postFile(name), postText({ title: name }));
    const result = await importInto(site.strapi, other.root, { name: 'other' });
    expect(outcomes(result)).toEqual({ created: names.length });
    await other.drop();
  });

  it('imports posts that the ledger knows of another archive', async () => {
    const result = await importInto(site.strapi, folder.root, {
      name: 'second',
      allowDuplicates: true,
    });
    expect(outcomes(result)).toEqual({ created: POSTS });
    await site.strapi.db.query(ARTICLE).deleteMany({ where: { slug: { $startsWith: 'post-' } } });
    expect(outcomes(await importInto(site.strapi, folder.root, { name: 'third' }))).toEqual({
      created: POSTS,
    });
    expect(outcomes(await importInto(site.strapi, folder.root, { name: 'fourth' }))).toEqual({
      created: POSTS,
    });
  });
});
