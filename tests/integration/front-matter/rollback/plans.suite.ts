import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { planOf, statementsOf } from '../../harness/statements';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';

const CHANGE = 'plugin::front-matter.change';
const DATE = new Date('2022-02-17T00:35:15.000Z');
/** So many that no database reads all of them for the shorter way. */
const MANY = 12_000;

const numbers = Array.from({ length: MANY }, (_, index) => index);
const idOf = (kind: string, index: number) => `${kind}${String(index).padStart(23, '0')}`;

export const rollbackPlans = suite('a rollback beside many others', (current, kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let folder: ArchiveFolder;
  let run: number;

  /** What other rollbacks have removed, and nobody has made again. */
  const fill = async () => {
    const { tableName } = strapi.db.metadata.get(CHANGE);
    const rows = numbers.map((n) => ({
      document_id: idOf('c', n),
      created_at: DATE,
      updated_at: DATE,
      published_at: DATE,
      run: 1_000,
      made_by: 999,
      action: n % 2 === 0 ? 'removed' : 'removed-term',
      record_key: idOf('x', n),
      content_type: n % 2 === 0 ? 'api::post.post' : 'api::tag.tag',
      target_document_id: idOf('x', n),
    }));
    await strapi.db.connection.batchInsert(tableName, rows, 300);
    // Servers count for themselves what is in a table; SQLite does so for nobody who does not ask.
    if (kind.name === 'postgres') await strapi.db.connection.raw(`analyze ${tableName}`);
    if (kind.name === 'mysql') await strapi.db.connection.raw(`analyze table ${tableName}`);
  };

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    folder = await archiveFolder();
    for (const day of ['03', '04', '05']) {
      await folder.write(`_posts/2022-03-${day}-post.md`, postText({ tags: `Tag ${day}` }));
    }
    run = (await importInto(strapi, folder.root)).report.run ?? 0;
    await fill();
  });
  afterAll(async () => {
    await folder.drop();
  });

  it('looks up what was removed by its keys, and not through all that was', async () => {
    const sent = await statementsOf(strapi, () => rollBack(strapi, run));
    const lookUps = sent.filter(({ sql }) =>
      /^select .* from .*front_matter_changes.*["`](?:record_key|target_document_id)["`] in /iu.test(
        sql
      )
    );
    expect(lookUps.map(({ sql }) => /"record_key" in|`record_key` in/u.test(sql))).toContain(true);
    for (const lookUp of lookUps) {
      const plan = JSON.stringify(await planOf(strapi, lookUp));
      expect(plan).toMatch(/front_matter_changes_(?:record|document)\b/u);
    }
  });
});
