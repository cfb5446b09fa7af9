import { checkDatabase } from '../../../../scripts/fuzz/rollback/check-database';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';

/** `npm run fuzz -- rollback` tries more, and without a test's time limit. */
const SEQUENCES = 15;

describe.each(databases)('whatever happens to an archive and a site, on $name', (kind) => {
  let site: TestSite;

  beforeAll(async () => {
    site = await boot(kind);
  });
  afterAll(() => site.close());

  it('there is what editors and the runs that count have made, as they made it', async () => {
    const seed = Date.now() % 1_000_000;
    const { failure } = await checkDatabase(site.strapi, { runs: SEQUENCES, seed });
    expect(failure).toBeNull();
  }, 600_000);
});
