import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { planOf, type Statement, statementsOf } from '../../harness/statements';

const POST = 'api::post.post';
const RECORD = 'plugin::front-matter.record';
const POSTS = `/content-manager/collection-types/${POST}`;

/** More than are looked up for a whole list. */
const MANY = 10_100;
const MADE = new Date('2022-02-17T00:35:15.000Z');
const AGAIN = new Date('2022-03-17T00:35:15.000Z');
const EDITED = new Date('2022-04-17T00:35:15.000Z');

const numbers = Array.from({ length: MANY }, (_, index) => index);
const idOf = (n: number) => `p${String(n).padStart(23, '0')}`;

/** Every hundredth was changed by an editor, every thousandth is of the small archive, the last 20 of none. */
const isChanged = (n: number) => n % 100 === 7;
const archiveOf = (n: number) => (n % 1000 === 0 ? 'small' : 'big');
const isImported = (n: number) => n < MANY - 20;

const countOf = (holds: (n: number) => boolean) => numbers.filter(holds).length;

/** Lines of a plan by which a database reads all of the ledger. */
const readsLedger = (row: Readonly<Record<string, unknown>>): boolean =>
  (row['table'] === 'origin_record' && (row['type'] === 'ALL' || row['type'] === 'index')) ||
  /^SCAN origin_record|Seq Scan on front_matter_records/u.test(
    String(row['detail'] ?? row['QUERY PLAN'] ?? '').trim()
  );

export const listsOfMany = suite(
  'lists of many documents by where they came from',
  (current, kind) => {
    let site: TestSite;
    let strapi: Core.Strapi;
    let token: string;

    /** @param saved when runs last wrote a document that nobody has changed */
    const fill = async (saved: Date) => {
      const query = strapi.db.connection;
      const table = (uid: string) => strapi.db.metadata.get(uid).tableName;
      const insert = (name: string, rows: readonly object[]) => query.batchInsert(name, rows, 300);
      for (const uid of [POST, RECORD]) await strapi.db.query(uid).deleteMany({});
      await insert(
        table(POST),
        numbers.map((n) => ({
          document_id: idOf(n),
          title: `P${n}`,
          slug: `p${n}`,
          date: new Date(MADE.getTime() + n * 1000),
          created_at: MADE,
          updated_at: isChanged(n) ? EDITED : saved,
          published_at: null,
        }))
      );
      await insert(
        table(RECORD),
        numbers.filter(isImported).map((n) => ({
          key: String(n),
          archive: archiveOf(n),
          path: `_posts/${n}.md`,
          file_name: `${n}.md`,
          status: 'imported',
          checksum: String(n),
          fingerprint: '',
          content_type: POST,
          target_document_id: idOf(n),
          run: 1,
          created_run: 1,
          written_at: saved === MADE ? null : saved,
        }))
      );
      for (const name of [table(POST), table(RECORD)]) {
        await query.raw(kind.name === 'mysql' ? `analyze table ${name}` : `analyze ${name}`);
      }
    };

    beforeAll(async () => {
      site = current();
      strapi = site.strapi;
      token = await signIn(site);
    });

    const count = async (filter: string): Promise<number> => {
      const { body } = await site.http
        .get(`${POSTS}?sort=date:desc&filters[$and][0]${filter}`)
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      return body.pagination.total;
    };
    const plansOf = async (statements: readonly Statement[]): Promise<string[]> => {
      // Those of the list itself: what is asked before them stops at so many rows.
      const own = statements.filter(({ sql }) => /\bt0\b.*front_matter_records/u.test(sql));
      expect(own).toHaveLength(2);
      const lines = await Promise.all(own.map((statement) => planOf(strapi, statement)));
      return lines
        .flat()
        .filter(readsLedger)
        .map((row) => JSON.stringify(row));
    };

    describe.each([
      ['that runs have written once', MADE],
      ['that runs have written again', AGAIN],
    ])('%s', (_, saved) => {
      beforeAll(() => fill(saved));

      it('find all that is of one archive, which a database may as well read whole', async () => {
        const found = countOf((n) => isImported(n) && archiveOf(n) === 'big');
        expect(await count('[__archive][$eq]=big')).toBe(found);
      });

      it.each([
        ['[__archive][$eq]=small', countOf((n) => isImported(n) && archiveOf(n) === 'small')],
        ['[__archive][$notNull]=true', countOf(isImported)],
        ['[__archive][$null]=true', 20],
        ['[__changedSinceImport][$eq]=yes', countOf((n) => isImported(n) && isChanged(n))],
        ['[__changedSinceImport][$eq]=no', countOf((n) => isImported(n) && !isChanged(n))],
      ])('find what is asked for without reading all of the ledger: %s', async (filter, found) => {
        let total = -1;
        const sent = await statementsOf(strapi, async () => {
          total = await count(filter);
        });
        expect(total).toBe(found);
        expect(await plansOf(sent)).toEqual([]);
      });
    });
  }
);
