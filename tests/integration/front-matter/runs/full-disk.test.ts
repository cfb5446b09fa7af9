import { bootOn, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { runArchive } from '../../harness/run-script';
import { mountSmallDisk } from '../../harness/database/small-disk';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { dumpAddresses, dumpDocuments, dumpLedger } from '../dump';

const POSTS = 1_500;
const MIB = 1024 * 1024;

const disk = mountSmallDisk();
const where = disk === null ? describe.skip : describe;

const dump = async ({ strapi }: TestSite) => ({
  ...(await dumpDocuments(strapi)),
  ...(await dumpLedger(strapi)),
  addresses: await dumpAddresses(strapi),
});

// Skipped where no file system can be mounted: a test double would show nothing.
where('an import onto a disk that gets full', () => {
  let folder: ArchiveFolder;

  beforeAll(async () => {
    folder = await archiveFolder();
    for (let index = 0; index < POSTS; index += 1) {
      const name = `_posts/2022-03-03-post-${String(index).padStart(4, '0')}.md`;
      const body = `<p>${'正文'.repeat(1_500)}</p>`;
      await folder.write(name, postText({ title: `第${index}篇`, body }));
    }
  });
  afterAll(async () => {
    disk?.unmount();
    await folder.drop();
  });

  it('ends with one clear error, keeps whole batches, and goes on when there is room', async () => {
    if (disk === null) throw new Error('There is no small disk.');
    const { database: onDisk } = disk;
    await (await bootOn(onDisk)).close();
    disk.leave(10 * MIB);

    const full = await runArchive(['import', folder.root, '--archive', 'archive'], onDisk);
    expect({ code: full.code, said: full.stderr.trim().split('\n') }).toEqual({
      code: 1,
      said: [
        expect.stringMatching(/^Importing /),
        expect.stringMatching(/^The database's disk is full\. Free some space\./),
      ],
    });

    disk.free();
    const between = await bootOn(onDisk);
    const rows = await between.strapi.db.query('api::post.post').count();
    const records = await between.strapi.db.query('plugin::front-matter.record').count();
    await between.close();
    expect(records).toBeGreaterThan(0);
    expect(records).toBeLessThan(POSTS);
    expect(rows).toBe(2 * records);

    const next = await runArchive(['import', folder.root, '--archive', 'archive'], onDisk);
    expect(next).toMatchObject({ code: 0 });
    expect(next.stdout).toContain(`${POSTS - records} created, 0 updated, ${records} unchanged`);
    const mended = await bootOn(onDisk);
    const after = await dump(mended);
    await mended.close();

    const undisturbed = await databases[0]?.create();
    if (undisturbed === undefined) throw new Error('SQLite is always there.');
    await runArchive(['import', folder.root, '--archive', 'archive'], undisturbed);
    const site = await bootOn(undisturbed);
    const expected = await dump(site);
    await site.close();
    expect(after).toEqual(expected);
  });
});
