import type { UID } from '@strapi/strapi';
import { databases } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { askChanges, type Follower, followFeed, followTouched } from './followers';
import { publicViews } from './views';

/** Typed as those that they are like. */
const STORY = 'api::story.story' as 'api::post.post';
const TOPIC = 'api::topic.topic' as 'api::post.post';
const SHELF = 'api::shelf.shelf' as 'api::category.category';
const UIDS = [STORY, TOPIC, SHELF];

const type = (name: string, plural: string, hasDrafts: boolean, attributes: object) => ({
  kind: 'collectionType',
  collectionName: `${plural}_of_a_site_with_names_that_are_longer`,
  info: { singularName: name, pluralName: plural, displayName: name },
  options: { draftAndPublish: hasDrafts },
  ...(name === 'story' ? { pluginOptions: { i18n: { localized: true } } } : {}),
  attributes: { title: { type: 'string' }, ...attributes },
});
const many = (target: UID.ContentType, other: object) => ({
  ...{ type: 'relation', relation: 'manyToMany', target },
  ...other,
});

/** Stories and topics have drafts; each end of a relation shows the other, shelves also stand in shelves. */
const TYPES = [
  type('story', 'stories', true, {
    shelves: many(SHELF, { inversedBy: 'stories' }),
    topics: many(TOPIC, { inversedBy: 'stories' }),
  }),
  type('topic', 'topics', true, { stories: many(STORY, { mappedBy: 'topics' }) }),
  type('shelf', 'shelves', false, {
    stories: many(STORY, { mappedBy: 'shelves' }),
    parent: { type: 'relation', relation: 'manyToOne', target: SHELF, inversedBy: 'children' },
    children: { type: 'relation', relation: 'oneToMany', target: SHELF, mappedBy: 'parent' },
  }),
];

const sorted = (views: ReadonlyMap<string, string>) => [...views].toSorted();

describe.each(databases)('changes of types of another application on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;
  let followers: readonly Follower<unknown>[];

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), {
      types: TYPES,
      plugins: ['strapi-plugin-delivery'],
    });
    // Shelves and topics are reached from stories.
    const contentTypes = { [STORY]: { order: 'title' } };
    site = await app.boot({ delivery: { enabled: true, config: { contentTypes } } });
    const { strapi } = site;
    await strapi
      .plugin('i18n')
      .service('locales')
      .create({ code: 'fr', name: 'French', isDefault: false });
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `${STORY}.find`, role: role.id } });
    followers = [followFeed(site, 1_000, [STORY]), followTouched(strapi, UIDS)];
    for (const follower of followers) await follower.begin();
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  const expectTold = async (): Promise<void> => {
    for (const follower of followers) await follower.catchUp();
    const [feed, touched] = followers.map((follower) => sorted(follower.views()));
    expect(feed).toEqual(sorted(await publicViews(site.strapi, [STORY])));
    expect(touched).toEqual(sorted(await publicViews(site.strapi, UIDS)));
  };
  const create = async (uid: typeof STORY, data: object): Promise<string> => {
    const made = await site.strapi
      .documents(uid)
      .create({ data: { title: 'x', ...data }, status: 'published' });
    return made.documentId;
  };
  const table = (uid: UID.ContentType) =>
    site.strapi.db.getConnection(site.strapi.db.metadata.get(uid).tableName);

  it('are told by language', async () => {
    const documentId = await create(STORY, {});
    await expectTold();
    const { next } = (await askChanges(site)).meta;
    const stories = site.strapi.documents(STORY);
    await stories.update({ documentId, locale: 'fr', data: { title: 'y' }, status: 'published' });
    const { data } = await askChanges(site, { since: next });
    // Of what all languages have in common Strapi writes all rows.
    expect(data).toMatchObject([
      { kind: 'created', locale: 'fr', type: 'stories', documentId },
      { kind: 'changed', locale: 'en', type: 'stories', documentId },
    ]);
    await stories.unpublish({ documentId, locale: 'en' });
    await stories.delete({ documentId, locale: 'fr' });
    const later = await askChanges(site, { since: next });
    expect(later.data).toMatchObject([
      { kind: 'unpublished', locale: 'en', documentId },
      { kind: 'deleted', locale: 'fr', documentId },
    ]);
    await expectTold();
  });

  it('are told of all that shows what was changed, at both ends of relations', async () => {
    const { strapi } = site;
    const [shelf, inner] = [await create(SHELF as never, {}), await create(SHELF as never, {})];
    const topic = await create(TOPIC, {});
    await expectTold();
    const story = await create(STORY, { shelves: [shelf, inner], topics: [topic] });
    await expectTold();
    const shelves = strapi.documents(SHELF);
    await shelves.update({ documentId: inner, data: { parent: shelf } as never });
    await expectTold();
    await shelves.update({ documentId: inner, data: { stories: [] } as never });
    await expectTold();
    await strapi.documents(TOPIC).publish({ documentId: topic });
    await expectTold();
    await strapi.documents(STORY).publish({ documentId: story });
    await expectTold();
    // Foreign keys remove the links of what goes by plain SQL.
    await table(SHELF).where({ document_id: shelf }).delete();
    await expectTold();
    await table(TOPIC).where({ document_id: topic }).delete();
    await expectTold();
    await create(STORY, { shelves: [inner] });
    await expectTold();
    await table(STORY).delete();
    await expectTold();
  });
});
