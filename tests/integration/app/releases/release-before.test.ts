import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { bootOn, root, type TestSite } from '../../harness/boot';
import { databases, type TestDatabase } from '../../harness/databases';
import { makeOtherApp } from '../../harness/other-app';

const SCHEMAS = path.join(root, 'tests', 'fixtures', 'release-before');
const POST = 'api::post.post';
const DATE = '2022-02-17T00:35:15.000Z';
const KEY = 'a'.repeat(64);

interface Schema {
  readonly info: { readonly singularName: string };
  readonly attributes: Readonly<Record<string, object>>;
}

/** A custom field is kept as a text; the plugin that knows of it is not there. */
const withoutCustomFields = (schema: Schema): Schema => ({
  ...schema,
  attributes: Object.fromEntries(
    Object.entries(schema.attributes).map(([name, attribute]) => [
      name,
      'customField' in attribute ? { ...attribute, type: 'string' } : attribute,
    ])
  ),
});

const schemasBefore = async (): Promise<Schema[]> => {
  const files = (await readdir(SCHEMAS)).filter((file) => file.endsWith('.json'));
  const texts = await Promise.all(files.map((file) => readFile(path.join(SCHEMAS, file), 'utf8')));
  return texts.map((text) => withoutCustomFields(JSON.parse(text) as Schema));
};

/** Fills a database as the release before had it: the same tables, by types of the same names. */
const fill = async (strapi: Core.Strapi): Promise<void> => {
  const { documentId } = await strapi.documents(POST).create({
    data: { title: '旧闻', slug: 'jiu-wen', date: DATE, body: '正文' },
    status: 'published',
  });
  await strapi.db.query('api::record.record').create({
    data: {
      ...{ key: KEY, archive: 'old', path: '_posts/a.md', fileName: 'a.md', status: 'imported' },
      ...{ checksum: KEY, fingerprint: KEY, contentType: POST, targetDocumentId: documentId },
      ...{ messages: [], run: 1, createdRun: 1 },
    },
  });
};

/** What each table of a database is indexed by, in any order. */
const indexesOf = async ({ db }: Core.Strapi): Promise<Map<string, string[]>> => {
  const { tables } = await db.dialect.schemaInspector.getSchema();
  return new Map(
    tables.map(({ name, indexes }) => [
      name,
      indexes.map((index) => `${index.name} ${index.type} ${index.columns.toSorted()}`).sort(),
    ])
  );
};

describe.each(databases)('a database of the release before on $name', (kind) => {
  let database: TestDatabase;
  let site: TestSite;
  let fresh: Map<string, string[]>;

  beforeAll(async () => {
    const today = await bootOn(await kind.create());
    fresh = await indexesOf(today.strapi);
    await today.close();

    database = await kind.create();
    const app = await makeOtherApp(
      { ...database, drop: async () => undefined },
      { types: await schemasBefore(), plugins: [] }
    );
    const before = await app.boot({});
    await fill(before.strapi);
    await before.stop();
    await app.remove();
    site = await bootOn(database);
  });
  afterAll(() => site.close());

  it('has the indexes of a new one after a start, and no others', async () => {
    const upgraded = await indexesOf(site.strapi);
    for (const [table, indexes] of fresh) {
      expect([table, upgraded.get(table)]).toEqual([table, indexes]);
    }
  });

  it('has kept what was in it', async () => {
    const [post] = await site.strapi.documents(POST).findMany({ status: 'published' });
    expect(post).toMatchObject({ title: '旧闻', slug: 'jiu-wen', body: '正文' });
    const record = await site.strapi.db
      .query('plugin::front-matter.record')
      .findOne({ where: { key: KEY } });
    expect(record).toMatchObject({ archive: 'old', targetDocumentId: post?.documentId });
  });

  it('starts again, and changes nothing more', async () => {
    const before = await indexesOf(site.strapi);
    site = await site.restart();
    expect(await indexesOf(site.strapi)).toEqual(before);
  });
});
