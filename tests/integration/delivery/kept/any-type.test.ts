import './switch-on';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { databases } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { fillStep } from '../../../../src/plugins/delivery/server/src/kept/fill';
import { keptOf } from '../../../../src/plugins/delivery/server/src/kept/kept';
import { rebuild } from '../../../../src/plugins/delivery/server/src/kept/rebuild';
import { actualLists, expectRight, keptLists, type Relation } from './compare';

const STORY = 'api::story.story' as 'api::post.post';
const SHELF = 'api::shelf.shelf' as 'api::category.category';

const storyType = (more: object = {}) => ({
  kind: 'collectionType',
  collectionName: 'stories_of_a_site_with_names_that_are_longer',
  info: { singularName: 'story', pluralName: 'stories', displayName: 'Story' },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true } },
  attributes: {
    title: { type: 'string' },
    rank: { type: 'integer' },
    shelves: {
      type: 'relation',
      relation: 'manyToMany',
      target: SHELF,
      inversedBy: 'stories',
    },
    mainShelf: { type: 'relation', relation: 'manyToOne', target: SHELF },
    ...more,
  },
});

/** It has no drafts and no languages, and lists stories as these list it. */
const SHELF_TYPE = {
  kind: 'collectionType',
  collectionName: 'shelves',
  info: { singularName: 'shelf', pluralName: 'shelves', displayName: 'Shelf' },
  options: { draftAndPublish: false },
  attributes: {
    name: { type: 'string' },
    body: { type: 'richtext' },
    stories: { type: 'relation', relation: 'manyToMany', target: STORY, mappedBy: 'shelves' },
  },
};

const RELATIONS: readonly Relation[] = [
  { uid: STORY, relation: 'shelves', order: 'rank', locale: 'locale' },
  { uid: STORY, relation: 'mainShelf', order: 'rank', locale: 'locale' },
  { uid: SHELF, relation: 'stories', order: 'name', drafts: false },
];

const on = (shelf: object = { order: 'name', listedBy: ['stories'] }) => ({
  delivery: {
    enabled: true,
    config: {
      keep: true,
      contentTypes: {
        [STORY]: { order: 'rank', listedBy: ['shelves', 'mainShelf'] },
        [SHELF]: shelf,
      },
    },
  },
});
const off = { delivery: { enabled: true, config: { enabled: false } } };

describe.each(databases)('types of another application on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;

  beforeAll(async () => {
    const plugins = ['strapi-plugin-delivery'];
    // As Strapi has it where nobody says otherwise.
    const config = { database: { settings: { forceMigration: true } } };
    app = await makeOtherApp(await kind.create(), {
      types: [storyType(), SHELF_TYPE],
      plugins,
      config,
    });
    site = await app.boot(off);
    await site.strapi
      .plugin('i18n')
      .service('locales')
      .create({ code: 'fr', name: 'French', isDefault: false });
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const restart = async (plugins: object) => {
    await site.stop();
    site = await app.boot(plugins);
    // What a site does in the background that serves.
    for (const type of keptOf(site.strapi).types) {
      while (await fillStep(site.strapi.db, type));
    }
  };
  const right = () => expectRight(site.strapi, RELATIONS);
  const write = async (ranks: readonly number[]): Promise<void> => {
    const shelf = await site.strapi.documents(SHELF).create({ data: { name: `s${ranks.length}` } });
    const stories = site.strapi.documents(STORY);
    for (const rank of ranks) {
      const data = { title: 'x', rank, shelves: [shelf.documentId], mainShelf: shelf.documentId };
      const { documentId } = await stories.create({ data: data as never, status: 'published' });
      await stories.update({ documentId, locale: 'fr', data: data as never, status: 'published' });
      if (rank % 2 === 0) await stories.unpublish({ documentId, locale: 'fr' });
    }
  };

  it('are filled in when the plugin comes to a site that had documents before', async () => {
    await write([1, 1, 2, 3]);
    expect(Object.values((await keptLists(site.strapi, RELATIONS)).counts)).toContain(null);
    await restart(on());
    await right();
    expect(Object.values((await actualLists(site.strapi, RELATIONS)).counts)).toContain(3);
  });

  it('are kept by language, without drafts, and from both sides of a relation', async () => {
    await write([5, 4]);
    await right();
    const { documentId } = await site.strapi.documents(SHELF).create({ data: { name: 'last' } });
    const [story] = await site.strapi.documents(STORY).findMany({});
    await site.strapi
      .documents(SHELF)
      .update({ documentId, data: { stories: [story?.documentId ?? ''] } as never });
    await right();
    await site.strapi.db.query(STORY).updateMany({ where: {}, data: { locale: 'fr' } });
    await right();
    await site.strapi.documents(SHELF).delete({ documentId });
    await right();
  });

  it('are filled in by steps where there are many', async () => {
    const { db } = site.strapi;
    const story = {
      title: 'x',
      locale: 'en',
      published_at: kind.name === 'sqlite' ? 1 : new Date(),
    };
    const { tableName, attributes } = db.metadata.get(STORY);
    const { joinTable } = attributes['shelves'] as unknown as {
      joinTable: {
        name: string;
        joinColumn: { name: string };
        inverseJoinColumn: { name: string };
      };
    };
    for (let chunk = 0; chunk < 12; chunk += 1) {
      await db.getConnection(tableName).insert(Array(100).fill(story));
    }
    const ids: number[] = await db.getConnection(tableName).where({ title: 'x' }).pluck('id');
    const shelf = await db.getConnection('shelves').max({ id: 'id' }).first();
    await db.getConnection(joinTable.name).delete();
    for (let start = 0; start < ids.length; start += 100) {
      await db.getConnection(joinTable.name).insert(
        ids.slice(start, start + 100).map((id) => ({
          [joinTable.joinColumn.name]: id,
          [joinTable.inverseJoinColumn.name]: shelf?.['id'],
        }))
      );
    }
    await right();
    await rebuild(site.strapi, STORY);
    await right();
  });

  it('are made anew where a schema has changed, and nothing stands in its way', async () => {
    const schema = 'dist/src/api/story/content-types/story/schema.json';
    // SQLite makes a table anew for it, PostgreSQL changes the type of a column.
    const changed = storyType({ rank: { type: 'decimal' }, title: { type: 'text' } });
    await writeFile(path.join(app.home, schema), JSON.stringify(changed));
    await restart(on());
    await right();
    await write([7]);
    await right();
  });

  it('are dropped where the configuration has them no more', async () => {
    await restart(on({ listedBy: [] }));
    expect(site.warnings.filter((warning) => warning.startsWith('delivery:'))).toEqual([]);
    await expectRight(site.strapi, RELATIONS.slice(0, 2));
    const has = (table: string) => site.strapi.db.getSchemaConnection().hasTable(table);
    expect(await has('delivery_shelves_by_stories')).toBe(false);
    await restart(off);
    const { db } = site.strapi;
    expect(await db.getConnection('delivery_counts').select()).toEqual([]);
    await write([8]);
    expect(await db.getConnection('delivery_counts').select()).toEqual([]);
    await restart(on());
    await right();
  });
});
