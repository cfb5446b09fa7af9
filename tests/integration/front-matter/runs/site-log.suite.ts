import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';

export const siteLog = suite("a site's log of runs", (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;
  const entries: Record<string, unknown>[] = [];
  const note = (entry: Record<string, unknown>): void => {
    if (entry['event'] === 'front-matter.run') entries.push(entry);
  };

  beforeAll(async () => {
    site = current();
    folder = await archiveFolder();
    site.strapi.log.level = 'info';
    site.strapi.log.on('data', note);
  });
  afterAll(async () => {
    site.strapi.log.off('data', note);
    site.strapi.log.level = 'error';
    await folder.drop();
  });

  it('tells when each begins and how it has ended, in a sentence and in fields', async () => {
    await folder.write('_posts/2022-03-03-a.md', postText({ title: 'a' }));
    const { report } = await importInto(site.strapi, folder.root);
    const { run } = report;
    await rollBack(site.strapi, run);
    expect(entries).toEqual([
      expect.objectContaining({ run, kind: 'import', archive: 'archive', status: 'running' }),
      expect.objectContaining({
        message: expect.stringMatching(
          new RegExp(
            `^Run ${run} \\(import of archive\\) by .+: finished; after [\\d.]+ s; 1 found`
          )
        ),
        run,
        status: 'finished',
        seconds: expect.any(Number),
        counts: expect.objectContaining({ created: 1 }),
      }),
      expect.objectContaining({ kind: 'rollback', status: 'running' }),
      expect.objectContaining({ kind: 'rollback', archive: 'archive', status: 'finished' }),
    ]);
  });
});
