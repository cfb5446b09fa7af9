import type { Importer } from '../../../../src/plugins/front-matter/server/src/services/importer';
import { runs as ledger } from '../../../../src/plugins/front-matter/server/src/ledger/runs';
import { startRun } from '../../../../src/plugins/front-matter/server/src/run/start-run';
import type { TestSite } from '../../harness/boot';
import { emptySite } from '../../harness/empty-site';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';

const POST = 'api::post.post';
const RUN = 'plugin::front-matter.run';
const RECORD = 'plugin::front-matter.record';
const FIRST = '_posts/2022-03-03-first.md';

export const runNumbers = suite('the number of a run', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(() => {
    site = current();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await folder.write(FIRST, postText());
    await emptySite(site.strapi);
  });
  afterEach(() => folder.drop());

  it('is the id of its row, where the release before had none', async () => {
    const { report } = await importInto(site.strapi, folder.root);
    // As the release before left them: runs go by the ids of their rows.
    const { id } = await site.strapi.db.query(RUN).findOne({ where: { number: report.run } });
    await site.strapi.db.query(RUN).updateMany({ where: { id }, data: { number: null } });
    for (const uid of [RECORD, 'plugin::front-matter.term']) {
      const data = uid === RECORD ? { run: id, createdRun: id } : { run: id };
      await site.strapi.db.query(uid).updateMany({ where: {}, data });
    }
    const importer = site.strapi.service('plugin::front-matter.importer') as Importer;
    expect(await importer.runs(10)).toEqual([expect.objectContaining({ number: id })]);
    const next = (await importInto(site.strapi, folder.root)).report.run;
    expect(next).toBe(id + 1);
    expect((await rollBack(site.strapi, id)).report).toMatchObject({ removed: 1, left: 0 });
    expect(await site.strapi.db.query(POST).count()).toBe(0);
  });

  it('is given once, whoever else asks at the same time', async () => {
    const start = { kind: 'import', archive: 'archive', options: {} } as const;
    const numbers: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = await Promise.allSettled(
        Array.from({ length: 4 }, () => startRun(site.strapi, start))
      );
      const won = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : []));
      const lost = started.flatMap((one) =>
        one.status === 'rejected' ? [one.reason as Error] : []
      );
      expect(won).toHaveLength(1);
      expect(lost.map(({ name }) => name)).toEqual(['BusyError', 'BusyError', 'BusyError']);
      numbers.push(...won);
      await ledger(site.strapi).finish(won[0] ?? 0, {
        status: 'finished',
        message: null,
        counts: {},
      });
    }
    expect(new Set(numbers).size).toBe(5);
  });

  it('does not let a document be removed that its run cannot have made', async () => {
    await site.strapi.documents(POST).create({ data: { title: '编者的' } });
    const { report } = await importInto(site.strapi, folder.root);
    const { documentId } = await site.strapi.db.query(POST).findOne({ where: { title: '编者的' } });
    // A ledger that was moved by the release before names the wrong documents.
    await site.strapi.db.query(RECORD).updateMany({
      where: { createdRun: report.run },
      data: { targetDocumentId: documentId, imported: { title: '"编者的' } },
    });
    const undone = await rollBack(site.strapi, report.run);
    expect(undone.report).toMatchObject({ removed: 0, left: 1 });
    expect(undone.issues[0]?.message).toContain('was not made by run');
    expect(await site.strapi.db.query(POST).count({ where: { title: '编者的' } })).toBe(1);
  });
});
