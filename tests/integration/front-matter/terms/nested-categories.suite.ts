import type { Importer } from '../../../../src/plugins/front-matter/server/src/services/importer';
import type { TestSite } from '../../harness/boot';
import { emptySite } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { dumpAddresses, dumpDocuments, dumpLedger } from '../dump';
import { importInto } from '../importing';

const CATEGORY = 'api::category.category';

export const nestedCategories = suite('nested categories', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(() => {
    site = current();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await folder.write('.broadsheet.yml', 'categories: nested\n');
    await emptySite(site.strapi);
  });
  afterEach(() => folder.drop());

  const tree = async (): Promise<Record<string, string | null>> => {
    const rows: { name: string; parent: { name: string } | null }[] = await site.strapi.db
      .query(CATEGORY)
      .findMany({ populate: ['parent'], orderBy: { name: 'asc' } });
    return Object.fromEntries(rows.map(({ name, parent }) => [name, parent?.name ?? null]));
  };
  const linkRows = async (): Promise<number> => {
    const { joinTable } = site.strapi.db.metadata.get(CATEGORY).attributes['parent'] as {
      joinTable: { name: string };
    };
    return (await site.strapi.db.getConnection(joinTable.name).select('*')).length;
  };
  const undo = (run: number) =>
    (site.strapi.service('plugin::front-matter.importer') as Importer).rollback({
      run,
      signal: new AbortController().signal,
      onIssue: () => undefined,
    });

  it('stand under the one before them in the list', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia, china]' }));
    await folder.write('_posts/2022-03-04-b.md', postText({ categories: '[world, europe]' }));
    const { issues } = await importInto(site.strapi, folder.root);
    expect(await tree()).toEqual({ world: null, asia: 'world', china: 'asia', europe: 'world' });
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const again = await importInto(site.strapi, folder.root);
    expect(again.report.unchanged).toBe(2);
    expect(await linkRows()).toBe(3);
  });

  it('are a flat list where nobody says otherwise', async () => {
    await folder.write('.broadsheet.yml', 'categories: flat\n');
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia]' }));
    await importInto(site.strapi, folder.root);
    expect(await tree()).toEqual({ world: null, asia: null });
  });

  it('stay where the first file has them, batches later too, and the dry run foresees it', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia]' }));
    for (let index = 0; index < 245; index += 1) {
      await folder.write(`_posts/2022-03-04-b${index}.md`, postText({ categories: '[world]' }));
    }
    await folder.write('_posts/2022-03-05-c.md', postText({ categories: '[asia, world]' }));
    const dry = await importInto(site.strapi, folder.root, { dryRun: true });
    const real = await importInto(site.strapi, folder.root);
    const told = real.issues.filter(({ code }) => code === 'CATEGORY_AMBIGUOUS');
    expect(told.map(({ path }) => path)).toEqual([
      '_posts/2022-03-05-c.md',
      '_posts/2022-03-05-c.md',
    ]);
    expect(dry.issues).toEqual(real.issues);
    expect(await tree()).toEqual({ world: null, asia: 'world' });
  });

  it('stay where an editor has put them, and new ones come under them there', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia]' }));
    await importInto(site.strapi, folder.root);
    const asia = await site.strapi.db.query(CATEGORY).findOne({ where: { name: 'asia' } });
    await site.strapi
      .documents(CATEGORY)
      .update({ documentId: asia.documentId, data: { parent: null, name: '亚洲' } as object });
    await folder.write('_posts/2022-03-04-b.md', postText({ categories: '[world, asia, china]' }));
    const { issues } = await importInto(site.strapi, folder.root);
    expect(await tree()).toEqual({ world: null, 亚洲: null, china: '亚洲' });
    expect(issues.filter(({ code }) => code === 'CATEGORY_AMBIGUOUS')).toEqual([]);
  });

  it('come back under another where an editor has deleted them', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia]' }));
    await importInto(site.strapi, folder.root);
    const asia = await site.strapi.db.query(CATEGORY).findOne({ where: { name: 'asia' } });
    await site.strapi.documents(CATEGORY).delete({ documentId: asia.documentId });
    await folder.write('_posts/2022-03-04-b.md', postText({ categories: '[world, asia]' }));
    const { report } = await importInto(site.strapi, folder.root);
    expect(report.created).toBe(1);
    expect(await tree()).toEqual({ world: null, asia: 'world' });
  });

  it('leave the rows that Strapi leaves', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia]' }));
    await importInto(site.strapi, folder.root);
    const { joinTable } = site.strapi.db.metadata.get(CATEGORY).attributes['parent'] as {
      joinTable: { name: string };
    };
    const imported = await site.strapi.db.getConnection(joinTable.name).select('*');
    const world = await site.strapi
      .documents(CATEGORY)
      .create({ data: { name: 'hand world', slug: 'hand-world' } });
    await site.strapi.documents(CATEGORY).create({
      data: { name: 'hand asia', slug: 'hand-asia', parent: world.documentId },
    });
    const both = await site.strapi.db.getConnection(joinTable.name).select('*');
    expect(both).toHaveLength(2);
    const shape = (row: object) =>
      Object.entries(row).map(([name, value]) => [name, value === null ? null : typeof value]);
    expect(shape(imported[0])).toEqual(shape(both[1]));
  });

  it('go with the run that made them, and come back with the rollback of the rollback', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ categories: '[world, asia, china]' }));
    const { report } = await importInto(site.strapi, folder.root);
    const before = {
      ...(await dumpDocuments(site.strapi)),
      ...(await dumpLedger(site.strapi)),
      addresses: await dumpAddresses(site.strapi, { kind: 'slug' }),
      tree: await tree(),
    };
    const undone = await undo(report.run ?? 0);
    expect(await tree()).toEqual({});
    await undo(undone.run);
    expect({
      ...(await dumpDocuments(site.strapi)),
      ...(await dumpLedger(site.strapi)),
      addresses: await dumpAddresses(site.strapi, { kind: 'slug' }),
      tree: await tree(),
    }).toEqual(before);
  });
});
