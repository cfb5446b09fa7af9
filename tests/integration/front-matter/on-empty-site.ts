import { boot, type TestSite } from '../harness/boot';
import type { DatabaseKind } from '../harness/databases';
import { emptySite } from '../harness/empty-site';
import { archiveFolder, type ArchiveFolder } from './archive-folder';

/** What each test of a suite about imports begins with. */
interface EmptySite {
  readonly site: TestSite;
  readonly folder: ArchiveFolder;
}

/** Boots one site for a suite, and gives each test the site without documents and a folder without posts. */
export const onEmptySite = (kind: DatabaseKind, give: (its: EmptySite) => void): void => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = await boot(kind);
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
    give({ site, folder });
  });
  afterEach(() => folder.drop());
  afterAll(() => site.close());
};
