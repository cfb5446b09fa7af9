import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { onEmptySite } from '../on-empty-site';

const POST = 'api::post.post';
const RECORD = 'plugin::front-matter.record';
const CHANGE = 'plugin::front-matter.change';
const FIRST = '_posts/2022-03-03-first.md';

type Row = Record<string, unknown> & { readonly id: number };

export const releaseBefore = suite('a ledger of the release before', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  onEmptySite(current, (its) => ({ site, folder } = its));

  const query = (uid: string) => site.strapi.db.query(uid);
  const importTitle = async (title: string): Promise<number> => {
    await folder.write(FIRST, postText({ title, body: `<p>${title}</p>` }));
    return (await importInto(site.strapi, folder.root)).report.run ?? 0;
  };
  const texts = async () =>
    (await query(POST).findMany({})).map(
      ({ title, body }: Row) => `${String(title)} ${String(body)}`
    );

  /** Takes from the ledger what only this release writes. */
  const age = async (): Promise<void> => {
    await query(RECORD).updateMany({ where: {}, data: { writtenAt: null, edited: null } });
    const changes: Row[] = await query(CHANGE).findMany({});
    for (const { id, after } of changes) {
      const { written: _, imported: __, paths: ___, ...old } = after as Row;
      await query(CHANGE).updateMany({ where: { id }, data: { after: { ...old, run: 0 } } });
    }
  };

  it('is undone in any order, and to the last document', async () => {
    const first = await importTitle('A');
    const second = await importTitle('B');
    const third = await importTitle('C');
    await age();
    await rollBack(site.strapi, second);
    expect(await texts()).toEqual(['C <p>C</p>', 'C <p>C</p>']);
    const again = (await rollBack(site.strapi, third)).report.run;
    expect(await texts()).toEqual(['A <p>A</p>', 'A <p>A</p>']);
    await rollBack(site.strapi, again);
    expect(await texts()).toEqual(['C <p>C</p>', 'C <p>C</p>']);
    await rollBack(site.strapi, third);
    await rollBack(site.strapi, first);
    expect(await texts()).toEqual([]);
    expect(await query('api::tag.tag').count()).toBe(0);
  });

  it('takes rollbacks back as that release had written them', async () => {
    await importTitle('A');
    const run = await importTitle('B');
    const before = (await query(CHANGE).findOne({ where: { run } })) as Row;
    const record = (await query(RECORD).findOne({})) as Row;
    const undone = (await rollBack(site.strapi, run)).report.run;
    const now = (await query(RECORD).findOne({})) as Row;
    expect(await texts()).toEqual(['A <p>A</p>', 'A <p>A</p>']);
    // That release wrote down what a rollback did to a document as it did for an import.
    const { document } = before['before'] as { document: { main: Row; published: Row } };
    const { main } = document;
    const values = { ...(main['values'] as object), title: 'B', body: '<p>B</p>' };
    await query(CHANGE).create({
      data: {
        run: undone,
        action: 'updated',
        recordKey: before['recordKey'],
        contentType: POST,
        targetDocumentId: before['targetDocumentId'],
        before: { document: { ...document, main: { ...main, values } }, record },
        after: {
          values: { title: '"A', body: '"<p>A</p>' },
          updatedAt: main['updatedAt'],
          checksum: now['checksum'],
        },
      },
    });
    await age();
    const { report } = await rollBack(site.strapi, undone);
    expect(report).toMatchObject({ left: 0 });
    expect(await texts()).toEqual(['B <p>B</p>', 'B <p>B</p>']);
  });
});
