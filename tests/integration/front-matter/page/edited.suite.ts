import type { Core } from '@strapi/strapi';
import type { Undoing } from '../../../../src/plugins/front-matter/server/src/panel/run-contract';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { scansOf, statementsOf } from '../../harness/statements';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';
import { asking } from './asking';

const POST = 'api::post.post';
const RECORD = 'plugin::front-matter.record';
const CHANGE = 'plugin::front-matter.change';

const MADE = new Date('2022-02-17T00:35:15.000Z');
/** So many that no database reads all of them for the shorter way. */
const MANY = 12_000;
const OTHER_RUN = 1_000;

const idOf = (kind: string, index: number) => `${kind}${String(index).padStart(23, '0')}`;

export const edited = suite('what a rollback would leave', (current, kind) => {
  let strapi: Core.Strapi;
  let folder: ArchiveFolder;
  let token = '';
  let first = 0;
  let second = 0;
  const { ask } = asking(current, () => token);

  const undoing = async (run: number): Promise<Undoing> =>
    (await ask('get', `/runs/${run}/undoing`).expect(200)).body.data;
  const write = (title: string, body: string) =>
    folder.write(`_posts/2022-03-03-${title}.md`, postText({ title, body }));
  const edit = async (title: string) => {
    const { documentId } = await strapi.db.query(POST).findOne({ where: { title } });
    await strapi.documents(POST).update({ documentId, data: { excerpt: '改' } as object });
  };

  beforeAll(async () => {
    strapi = current().strapi;
    token = await signIn(current());
    folder = await archiveFolder();
    for (const title of ['a', 'b', 'c']) await write(title, '<p>1</p>');
    first = (await importInto(strapi, folder.root)).report.run ?? 0;
    await write('a', '<p>2</p>');
    await write('b', '<p>2</p>');
    await write('d', '<p>2</p>');
    second = (await importInto(strapi, folder.root)).report.run ?? 0;
  });
  afterAll(() => folder.drop());

  it('is nothing as long as nobody has saved anything', async () => {
    expect(await undoing(first)).toMatchObject({ made: 3, changed: 0, editedSince: 0 });
    expect(await undoing(second)).toMatchObject({ made: 1, changed: 2, editedSince: 0 });
  });

  it('is what was saved since of what the run has made, and of what it has changed', async () => {
    await edit('a');
    expect(await undoing(first)).toMatchObject({ editedSince: 1 });
    expect(await undoing(second)).toMatchObject({ editedSince: 1 });
    await edit('c');
    await edit('d');
    expect(await undoing(first)).toMatchObject({ made: 1, editedSince: 2, goneSince: 0 });
    expect(await undoing(second)).toMatchObject({ made: 0, changed: 2, editedSince: 2 });
  });

  it('counts apart what was deleted since', async () => {
    const { documentId } = await strapi.db.query(POST).findOne({ where: { title: 'b' } });
    await strapi.documents(POST).delete({ documentId });
    expect(await undoing(first)).toMatchObject({ made: 0, editedSince: 2, goneSince: 1 });
  });

  it('is found by the run, and not through all that was ever imported', async () => {
    const table = (uid: string) => strapi.db.metadata.get(uid).tableName;
    const query = strapi.db.connection;
    const numbers = Array.from({ length: MANY }, (_, index) => index);
    const times = { created_at: MADE, updated_at: MADE };
    await query.batchInsert(
      table(POST),
      numbers.map((n) => ({ document_id: idOf('p', n), title: `P${n}`, slug: `p${n}`, ...times })),
      300
    );
    await query.batchInsert(
      table(RECORD),
      numbers.map((n) => ({
        key: String(n),
        archive: 'other',
        path: `_posts/${n}.md`,
        file_name: `${n}.md`,
        status: 'imported',
        checksum: String(n),
        fingerprint: '',
        content_type: POST,
        target_document_id: idOf('p', n),
        run: OTHER_RUN,
        created_run: OTHER_RUN,
      })),
      300
    );
    await query.batchInsert(
      table(CHANGE),
      numbers.map((n) => ({
        document_id: idOf('c', n),
        run: OTHER_RUN + 1,
        action: 'updated',
        record_key: String(n),
        content_type: POST,
        target_document_id: idOf('p', n),
      })),
      300
    );
    for (const name of [POST, RECORD, CHANGE].map(table)) {
      await query.raw(kind.name === 'mysql' ? `analyze table ${name}` : `analyze ${name}`);
    }
    const sent = await statementsOf(strapi, () => undoing(second));
    const counts = sent.filter(({ sql }) => /count\(distinct/u.test(sql));
    expect(counts).toHaveLength(3);
    for (const statement of counts) expect(await scansOf(strapi, statement)).toEqual([]);
  });

  it('is no more than what a rollback then leaves', async () => {
    const { editedSince } = await undoing(second);
    const { report } = await rollBack(strapi, second);
    expect(report.left).toBeLessThanOrEqual(editedSince);
    expect(report.left).toBeGreaterThan(0);
  });

  it('is still that when a later run has written to it, which keeps what the editor wrote', async () => {
    const own = await archiveFolder();
    const put = (body: string) =>
      own.write('_posts/2022-04-04-later.md', postText({ title: 'later', body }));
    await put('<p>1</p>');
    const made = (await importInto(strapi, own.root)).report.run ?? 0;
    await edit('later');
    await put('<p>2</p>');
    const changed = (await importInto(strapi, own.root)).report;
    expect(changed.updated).toBe(1);
    await rollBack(strapi, changed.run ?? 0);
    expect(await undoing(made)).toMatchObject({ made: 0, editedSince: 1 });
    expect((await rollBack(strapi, made)).report).toMatchObject({ removed: 0, left: 1 });
    await own.drop();
  });
});
