import { boot, type TestSite } from './boot';
import { clearSite } from './clear-site';
import { databases, type DatabaseKind } from './databases';

/**
 * Declares the tests of a suite: its hooks, and what it expects.
 *
 * @param current - the site as it runs now, which is another one after `restart`
 */
type Declare = (current: () => TestSite, kind: DatabaseKind) => void;

/** Tests of one subject, on a site that other suites have before and after them. */
interface Suite {
  readonly name: string;
  readonly declare: Declare;
}

/**
 * Makes a suite. There are no documents, people and keys on the site when its first hook runs;
 * whatever else it changes, as rights and settings, it puts back.
 */
export const suite = (name: string, declare: Declare): Suite => ({ name, declare });

/**
 * Runs suites one after the other on one site a database. To load Strapi and to start it takes
 * seconds: suites that do not disturb each other do that together.
 */
export const onEachDatabase = (suites: readonly Suite[]): void => {
  // One after the other: a process has one application at a time.
  describe.each(databases)('on $name', (kind) => {
    let site: TestSite;

    const share = (started: TestSite): TestSite => {
      // Suites sign in one after the other, more often in five minutes than one person may.
      started.strapi.config.set('admin.rateLimit', { enabled: false });
      site = { ...started, restart: async () => share(await started.restart()) };
      return site;
    };

    beforeAll(async () => {
      share(await boot(kind));
    });
    afterAll(() => site.close());

    describe.each(suites)('$name', ({ declare }) => {
      beforeAll(() => clearSite(site.strapi));
      declare(() => site, kind);
    });
  });
};
