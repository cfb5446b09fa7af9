import fc from 'fast-check';
import type { Importer } from '../../../src/plugins/front-matter/server/src/services/importer';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { archiveFolder, postText, type ArchiveFolder } from './archive-folder';
import { dumpDocuments } from './dump';
import { importInto } from './importing';

const POST = 'api::post.post';
type Folder = '_posts' | 'old_post';

/** What people and crawlers do, to one of a few posts. */
type Step =
  | {
      readonly kind: 'write' | 'move' | 'remove' | 'edit';
      readonly post: number;
      readonly text: string;
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'import and undo' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('write', 'write', 'write', 'move', 'remove', 'edit', 'edit'),
      post: fc.nat(1),
      text: fc.constantFrom('A', 'B', 'C'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ kind: 'import' as const }, { kind: 'import and undo' as const }),
  }
);

/** One post as it has to be: its file, and its document as an import left it and as it is. */
interface Modelled {
  file: { folder: Folder; title: string } | null;
  document: { base: string; title: string } | null;
}

/** What an import makes of a title, by the rule and nothing else. */
const mergeTitle = (post: Modelled): void => {
  if (post.file === null) return;
  const { title } = post.file;
  if (post.document === null) {
    post.document = { base: title, title };
    return;
  }
  const { base, title: site } = post.document;
  if (title === base) return;
  if (title === site || site === base) post.document = { base: title, title };
};

describe.each(databases)('whatever happens to an archive and a site, on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  const empty = async (): Promise<void> => {
    for (const uid of [
      POST,
      'api::category.category',
      'api::tag.tag',
      'plugin::permalinks.address',
      ...['record', 'run', 'change', 'term'].map((name) => `plugin::front-matter.${name}`),
    ]) {
      await site.strapi.db.query(uid).deleteMany({});
    }
  };
  const slug = (post: number): string => `post-${post}`;
  const path = (folder: string, post: number): string => `${folder}/2022-03-03-${slug(post)}.md`;
  const titles = async (status: 'draft' | 'published') =>
    (await site.strapi.documents(POST).findMany({ status, sort: 'slug', limit: 100 })).map(
      (post) => [post.slug, post.title]
    );

  const runImport = async (folder: ArchiveFolder) => {
    const result = await importInto(site.strapi, folder.root, { posts: ['old_post'] });
    const { report } = result;
    expect(report.found).toBe(
      report.created +
        report.updated +
        report.unchanged +
        report.conflicts +
        report.quarantined +
        report.skipped
    );
    return report;
  };

  const act = async (folder: ArchiveFolder, posts: readonly Modelled[], each: Step) => {
    if (each.kind === 'import' || each.kind === 'import and undo') {
      const before = await dumpDocuments(site.strapi);
      const { run } = await runImport(folder);
      if (each.kind === 'import and undo' && run !== null) {
        const importer = site.strapi.service('plugin::front-matter.importer') as Importer;
        await importer.rollback({
          run,
          signal: new AbortController().signal,
          onIssue: (issue) => {
            throw new Error(`Nobody has touched it: ${issue.message}`);
          },
        });
        expect(await dumpDocuments(site.strapi)).toEqual(before);
        await runImport(folder);
      }
      posts.forEach(mergeTitle);
      const expected = posts.flatMap(({ document }, index) =>
        document === null ? [] : [[slug(index), document.title]]
      );
      expect(await titles('draft')).toEqual(expected);
      expect(await titles('published')).toEqual(expected);
      const settled = await dumpDocuments(site.strapi);
      expect(await runImport(folder)).toMatchObject({ created: 0, updated: 0 });
      expect(await dumpDocuments(site.strapi)).toEqual(settled);
      return;
    }
    const post = posts[each.post];
    if (post === undefined) return;
    // Files of the same bytes would be one that was renamed.
    const title = `${each.text}${each.post}`;
    if (each.kind === 'write') {
      const where = post.file?.folder ?? '_posts';
      await folder.write(path(where, each.post), postText({ title, body: title }));
      post.file = { folder: where, title };
    }
    if (each.kind === 'remove' && post.file !== null) {
      await folder.remove(path(post.file.folder, each.post));
      post.file = null;
    }
    if (each.kind === 'move' && post.file !== null) {
      const to = post.file.folder === '_posts' ? 'old_post' : '_posts';
      await folder.move(path(post.file.folder, each.post), path(to, each.post));
      post.file = { ...post.file, folder: to };
    }
    if (each.kind === 'edit' && post.document !== null) {
      const { documentId } = await site.strapi.db
        .query(POST)
        .findOne({ where: { slug: slug(each.post) } });
      await site.strapi.documents(POST).update({ documentId, data: { title } });
      await site.strapi.documents(POST).publish({ documentId });
      post.document = { ...post.document, title };
    }
  };

  it('nothing is lost, nothing is doubled, and counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        await empty();
        const folder = await archiveFolder();
        // One file stays where it is, so that the archive is always known for itself.
        await folder.write('_posts/2022-03-03-post-2.md', postText({ title: '不动', body: '' }));
        const posts: Modelled[] = Array.from({ length: 2 }, () => ({ file: null, document: null }));
        posts.push({ file: { folder: '_posts', title: '不动' }, document: null });
        try {
          for (const each of [...steps, { kind: 'import' } as const]) {
            await act(folder, posts, each);
          }
        } finally {
          await folder.drop();
        }
      }),
      // Each try takes seconds: a failure is shown as it was found, with its seed.
      { numRuns: 20, endOnFailure: true }
    );
  }, 300_000);
});
