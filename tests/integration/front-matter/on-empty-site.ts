import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { archiveFolder, type ArchiveFolder } from './archive-folder';

/** What each test of a suite about imports begins with. */
interface EmptySite {
  readonly site: TestSite;
  readonly folder: ArchiveFolder;
}

/** Gives each test of a suite the site without documents and a folder without posts. */
export const onEmptySite = (current: () => TestSite, give: (its: EmptySite) => void): void => {
  let folder: ArchiveFolder;

  beforeEach(async () => {
    const site = current();
    folder = await archiveFolder();
    await emptySite(site.strapi);
    give({ site, folder });
  });
  afterEach(() => folder.drop());
};
