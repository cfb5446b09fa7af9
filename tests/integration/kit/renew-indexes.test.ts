import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { databases } from '../harness/databases';
import { makeOtherApp, type OtherApp } from '../harness/other-app';

const articleType = (indexes: readonly object[]) => ({
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: false },
  indexes,
  attributes: { title: { type: 'string' }, slug: { type: 'string' }, key: { type: 'string' } },
});

const BEFORE = [
  { name: 'articles_kept', columns: ['title', 'slug'] },
  { name: 'articles_changed', columns: ['title'] },
  { name: 'articles_turned', columns: ['title', 'key'] },
  { name: 'articles_only', columns: ['key'], type: 'unique' },
  { name: 'articles_gone', columns: ['slug'] },
  { name: 'articles_gone_unique', columns: ['key', 'slug'], type: 'unique' },
];
const AFTER = [
  { name: 'articles_kept', columns: ['title', 'slug'] },
  { name: 'articles_changed', columns: ['slug'] },
  { name: 'articles_turned', columns: ['key', 'title'] },
  { name: 'articles_only', columns: ['key'] },
  { name: 'articles_new', columns: ['title'] },
];

const RENEWING = `
  const { renewIndexes } = require('strapi-plugin-kit/database');
  module.exports = { register: ({ strapi }) => renewIndexes(strapi, 'api::') };`;

describe.each(databases)('indexes that a schema has otherwise than before, on $name', (kind) => {
  let app: OtherApp;

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), { types: [articleType(BEFORE)], plugins: [] });
    await writeFile(path.join(app.home, 'dist/src/index.js'), RENEWING);
    const site = await app.boot({});
    await site.strapi.db.connection.schema.alterTable('articles', (table) => {
      table.index(['slug', 'key'], 'made_by_an_administrator');
    });
    await site.stop();
    const schema = 'dist/src/api/article/content-types/article/schema.json';
    await writeFile(path.join(app.home, schema), JSON.stringify(articleType(AFTER)));
  });
  afterAll(() => app.remove());

  it.each(['first', 'second'])('are as the schema has them after the %s start', async () => {
    const site = await app.boot({});
    const indexes = await site.strapi.db.dialect.schemaInspector.getIndexes('articles');
    await site.stop();
    const said = indexes
      .filter(({ name }) => name.startsWith('articles_') && !/_fk$|documents_idx$/u.test(name))
      .map(({ name, type, columns }) => [name, type === 'unique', columns.toSorted().join()])
      .sort();
    expect(said).toEqual([
      ['articles_changed', false, 'slug'],
      ['articles_kept', false, 'slug,title'],
      ['articles_new', false, 'title'],
      ['articles_only', false, 'key'],
      ['articles_turned', false, 'key,title'],
    ]);
    expect(indexes.map(({ name }) => name)).toContain('made_by_an_administrator');
  });
});
