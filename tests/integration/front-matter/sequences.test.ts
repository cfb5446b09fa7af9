import fc from 'fast-check';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import { archiveFolder, postText, type ArchiveFolder } from './archive-folder';
import { dumpDocuments } from './dump';
import { importInto, rollBack } from './importing';
import { Model, type Doc, type Row } from './model';

const POST = 'api::post.post';
const RECORD = 'plugin::front-matter.record';
const FOLDERS = ['_posts', 'old_post'] as const;

/** What crawlers do to a file, editors to a document, and whoever imports to both. */
type Step =
  | { readonly kind: 'write' | 'edit' | 'draft'; readonly post: number; readonly text: string }
  | { readonly kind: 'move' | 'rename' | 'remove' | 'delete'; readonly post: number }
  | { readonly kind: 'import' | 'undo' | 'redo' };

const post = fc.nat(1);
const text = fc.constantFrom('A', 'B', 'C');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('write', 'write', 'edit', 'draft'), post, text }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('move', 'rename', 'remove', 'delete'), post }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('import', 'import', 'undo', 'redo') }),
  }
);

/** Where a post's file is, or would be. */
interface Place {
  folder: number;
  name: number;
}

const pathOf = (number: number, { folder, name }: Place): string =>
  `${FOLDERS[folder] ?? ''}/2022-03-03-post-${number}${name === 0 ? '' : '-again'}.md`;

const contentOf = (number: number, words: string) => ({
  title: `${words}${number}`,
  category: words.toLowerCase(),
});

class World {
  readonly model = new Model();
  readonly places: Place[] = [
    { folder: 0, name: 0 },
    { folder: 0, name: 0 },
  ];
  readonly #ids = new Map<Doc, string>();

  constructor(
    readonly site: TestSite,
    readonly folder: ArchiveFolder
  ) {}

  async write(path: string, content: { title: string; category: string }): Promise<void> {
    const { title, category } = content;
    await this.folder.write(path, postText({ title, categories: category, body: title }));
    this.model.files.set(path, content);
  }

  async act(each: Step): Promise<void> {
    if (!('post' in each)) return this.bring(each.kind);
    const place = this.places[each.post] ?? { folder: 0, name: 0 };
    const path = pathOf(each.post, place);
    const content = this.model.files.get(path);
    switch (each.kind) {
      case 'write':
        return this.write(path, contentOf(each.post, each.text));
      case 'remove':
        if (content === undefined) return;
        this.model.files.delete(path);
        return this.folder.remove(path);
      case 'move':
      case 'rename': {
        if (each.kind === 'move') place.folder = 1 - place.folder;
        else place.name = 1 - place.name;
        if (content === undefined) return;
        const to = pathOf(each.post, place);
        this.model.files.delete(path);
        this.model.files.set(to, content);
        return this.folder.move(path, to);
      }
      default:
        return this.edit(each, path);
    }
  }

  /** What an editor does to the document of a file, if there is one. */
  async edit(each: Extract<Step, { post: number }>, path: string): Promise<void> {
    const doc = this.model.documents().get(path);
    const documentId = doc === undefined ? undefined : this.#ids.get(doc);
    if (doc === undefined || doc.deleted || documentId === undefined) return;
    const documents = this.site.strapi.documents(POST);
    if (each.kind === 'delete') {
      await documents.delete({ documentId });
      doc.deleted = true;
    }
    if (each.kind === 'draft') {
      await documents.update({ documentId, data: { excerpt: each.text } });
      doc.draft = { ...doc.draft, excerpt: each.text };
    }
    if (each.kind === 'edit') {
      const title = `${each.text}${each.post}`;
      await documents.update({ documentId, data: { title } });
      await documents.publish({ documentId });
      doc.draft = { ...doc.draft, title };
      doc.published = doc.draft;
    }
  }

  async import(): Promise<number | null> {
    const { report } = await importInto(this.site.strapi, this.folder.root, {
      posts: ['old_post'],
    });
    const { created, updated, unchanged, conflicts, quarantined, skipped } = report;
    expect(report.found).toBe(created + updated + unchanged + conflicts + quarantined + skipped);
    expect(report.found).toBe(this.model.files.size);
    return report.run;
  }

  async undo(run: number | null): Promise<number> {
    const { report, issues } = await rollBack(this.site.strapi, run);
    // Nobody has touched it.
    expect(issues).toEqual([]);
    return report.run;
  }

  /** Imports; with "undo" takes it back and imports again, with "redo" takes the taking back back. */
  async bring(kind: 'import' | 'undo' | 'redo'): Promise<void> {
    const { strapi } = this.site;
    const before = await dumpDocuments(strapi);
    const run = await this.import();
    this.model.import();
    const after = await dumpDocuments(strapi);
    if (kind !== 'import') {
      const undone = await this.undo(run);
      expect(await dumpDocuments(strapi)).toEqual(before);
      if (kind === 'undo') await this.import();
      else await this.undo(undone);
      expect(await dumpDocuments(strapi)).toEqual(after);
    }
    await this.compare();
    await this.import();
    expect(await dumpDocuments(strapi)).toEqual(after);
  }

  /** Holds every document, and the ledger's word on whose it is, against the model. */
  async compare(): Promise<void> {
    const { strapi } = this.site;
    const rows: Record<string, unknown>[] = await strapi.db
      .query(POST)
      .findMany({ populate: ['categories'] });
    const found = new Map<string, Row>();
    for (const row of rows) {
      const [category, ...more] = row['categories'] as readonly { readonly name: string }[];
      expect(more).toEqual([]);
      const key = `${String(row['documentId'])} ${row['publishedAt'] === null ? 'draft' : 'published'}`;
      expect(found.has(key)).toBe(false);
      found.set(key, {
        title: String(row['title']),
        category: category?.name ?? '',
        excerpt: row['excerpt'] as string | null,
      });
    }
    const expected = new Map<string, Row>();
    const records: { path: string; targetDocumentId: string }[] = await strapi.db
      .query(RECORD)
      .findMany({});
    for (const [path, doc] of this.model.documents()) {
      const [record, ...more] = records.filter((known) => known.path === path);
      expect([path, record === undefined, more.length]).toEqual([path, false, 0]);
      const documentId = record?.targetDocumentId ?? '';
      expect([path, this.#ids.get(doc) ?? documentId]).toEqual([path, documentId]);
      this.#ids.set(doc, documentId);
      if (doc.deleted) continue;
      expected.set(`${documentId} draft`, doc.draft);
      expected.set(`${documentId} published`, doc.published);
    }
    expect(found).toEqual(expected);
    expect(records).toHaveLength(this.model.documents().size);
  }
}

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

  it('nothing is lost, nothing is doubled, and counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        await empty();
        const folder = await archiveFolder();
        const world = new World(site, folder);
        try {
          // One file stays where it is, so that the archive is always known for itself.
          await world.write('_posts/2022-03-03-stays.md', { title: '不动', category: 'stays' });
          for (const each of [...steps, { kind: 'import' } as const]) await world.act(each);
        } finally {
          await folder.drop();
        }
      }),
      // Each try takes seconds: a failure is shown as it was found, with its seed.
      { numRuns: 20, endOnFailure: true }
    );
  }, 300_000);
});
