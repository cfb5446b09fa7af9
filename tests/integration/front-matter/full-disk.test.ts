import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootOn, type TestSite } from '../harness/boot';
import { databases, type TestDatabase } from '../harness/databases';
import { runArchive } from '../harness/run-archive';
import { archiveFolder, postText, type ArchiveFolder } from './archive-folder';
import { dumpAddresses, dumpDocuments, dumpLedger } from './dump';

const POSTS = 1_500;
const MIB = 1024 * 1024;

/** Only root may mount; a container's root may be refused too. */
const mountSmallDisk = (): string | null => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
};

const disk = mountSmallDisk();
const where = disk === null ? describe.skip : describe;

const dump = async ({ strapi }: TestSite) => ({
  ...(await dumpDocuments(strapi)),
  ...(await dumpLedger(strapi)),
  addresses: await dumpAddresses(strapi),
});

// Skipped where no file system can be mounted: a test double would show nothing.
where('an import onto a disk that gets full', () => {
  const home = disk ?? '';
  const filler = path.join(home, 'filler');
  const onDisk: TestDatabase = {
    environment: {
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: path.join(home, 'data.db'),
    },
    drop: async () => undefined,
  };
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
    execFileSync('umount', [home]);
    rmSync(home, { recursive: true });
    await folder.drop();
  });

  it('ends with one clear error, keeps whole batches, and goes on when there is room', async () => {
    await (await bootOn(onDisk)).close();
    const { bavail, bsize } = statfsSync(home);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 10 * MIB));

    const full = await runArchive(['import', folder.root, '--archive', 'archive'], onDisk);
    expect(full.code).toBe(1);
    expect(full.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^Importing /),
      expect.stringMatching(/^The database's disk is full\. Free some space\./),
    ]);

    rmSync(filler);
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
