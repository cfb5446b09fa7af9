import { checkDatabase } from '../../../../scripts/fuzz/rollback/check-database';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';

/** `npm run fuzz -- rollback` tries more, and without a test's time limit. */
const SEQUENCES = 15;

export const sequences = suite('whatever happens to an archive and a site', (current) => {
  let site: TestSite;

  beforeAll(() => {
    site = current();
  });

  it('there is what editors and the runs that count have made, as they made it', async () => {
    const seed = Date.now() % 1_000_000;
    const { failure } = await checkDatabase(site.strapi, { runs: SEQUENCES, seed });
    expect(failure).toBeNull();
  }, 600_000);
});
