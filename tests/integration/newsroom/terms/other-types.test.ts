import type { Core, UID } from '@strapi/strapi';
import { databases } from '../../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { signIn } from '../../harness/sign-in';

const STORY = 'api::story.story';
const TOPIC = 'api::topic.topic';

const localised = { pluginOptions: { i18n: { localized: true } } };
const typeOf = (name: string, attributes: object) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  options: { draftAndPublish: true },
  ...localised,
  attributes,
});

/** Terms with drafts and languages, and relations that both ends have an attribute for. */
const TYPES = [
  typeOf('story', {
    title: { type: 'string', ...localised },
    topics: { type: 'relation', relation: 'manyToMany', target: TOPIC, inversedBy: 'stories' },
  }),
  typeOf('topic', {
    label: { type: 'string', ...localised },
    above: { type: 'relation', relation: 'manyToOne', target: TOPIC, inversedBy: 'below' },
    below: { type: 'relation', relation: 'oneToMany', target: TOPIC, mappedBy: 'above' },
    stories: { type: 'relation', relation: 'manyToMany', target: STORY, mappedBy: 'topics' },
  }),
];

const newsroom = {
  config: {
    contentTypes: { [STORY]: {} },
    terms: { [TOPIC]: { name: 'label', parent: 'above', posts: { [STORY]: 'topics' } } },
  },
};

interface Documents {
  create(options: object): Promise<{ documentId: string }>;
  update(options: object): Promise<unknown>;
  publish(options: object): Promise<unknown>;
  findOne(options: object): Promise<Record<string, unknown> | null>;
}

describe.each(databases)('terms of any type on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;
  let strapi: Core.Strapi;
  let token: string;

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), {
      types: TYPES,
      plugins: ['strapi-plugin-newsroom'],
    });
    site = await app.boot({ newsroom });
    strapi = site.strapi;
    token = await signIn(site);
    await strapi.plugin('i18n').service('locales').create({ code: 'fr', name: 'French' });
  });
  afterAll(async () => {
    await site?.stop();
    await app?.remove();
  });

  const documents = (uid: string) =>
    strapi.documents(uid as UID.ContentType) as unknown as Documents;
  const topic = async (label: string, data: object = {}): Promise<string> =>
    (await documents(TOPIC).create({ data: { label, ...data } })).documentId;
  const merge = (from: string, into: string) =>
    site.http
      .post(`/newsroom/terms/${TOPIC}/${from}/merge`)
      .set('Authorization', `Bearer ${token}`)
      .send({ into });

  it('have names of their own in each language', async () => {
    const documentId = await topic('News');
    await documents(TOPIC).update({ documentId, locale: 'fr', data: { label: 'Presse' } });
    const other = await topic('Presse');
    await expect(
      documents(TOPIC).update({ documentId: other, locale: 'fr', data: { label: 'Presse' } })
    ).rejects.toThrow('already');
    for (const options of [{}, { locale: 'en' }]) {
      await expect(
        documents(TOPIC).create({ data: { label: 'News' }, ...options })
      ).rejects.toThrow('already');
    }
    await documents(TOPIC).create({ data: { label: 'News' }, locale: 'fr' });
  });

  it('stand nowhere under themselves, by whichever end that is written, and in what is public', async () => {
    const [one, two] = [await topic('A'), await topic('B')];
    const update = (documentId: string, data: object) =>
      documents(TOPIC).update({ documentId, data });
    await update(one, { above: two });
    await expect(update(one, { below: [two] })).rejects.toThrow('under itself');
    await expect(update(one, { below: [one] })).rejects.toThrow('under itself');
    await documents(TOPIC).publish({ documentId: two });
    await documents(TOPIC).publish({ documentId: one });
    await update(one, { above: null });
    await update(two, { above: one });
    await documents(TOPIC).publish({ documentId: two });
    await documents(TOPIC).publish({ documentId: one });
    const shown = await documents(TOPIC).findOne({
      documentId: two,
      status: 'published',
      populate: { above: { populate: ['above'] } },
    });
    expect(shown?.['above']).toMatchObject({ documentId: one, above: null });
  });

  it('are merged in each language, drafts and what is public apart', async () => {
    const [from, to] = [await topic('Old'), await topic('New')];
    for (const documentId of [from, to]) {
      const data = { label: `${documentId} fr` };
      await documents(TOPIC).update({ documentId, locale: 'fr', data });
      await documents(TOPIC).publish({ documentId, locale: 'en' });
    }
    const list = await site.http
      .get(`/newsroom/terms/${TOPIC}?locale=fr`)
      .set('Authorization', `Bearer ${token}`);
    expect(list.body.data.terms).toContainEqual(
      expect.objectContaining({ documentId: from, name: `${from} fr` })
    );
    const { documentId } = await documents(STORY).create({
      data: { title: 'Story', topics: [from] },
      status: 'published',
    });
    await documents(STORY).update({
      documentId,
      locale: 'fr',
      data: { title: 'Histoire', topics: [from, to] },
    });
    const { status, body } = await merge(from, to);
    expect([status, body.data]).toEqual([200, { moved: 1, isDone: true }]);
    for (const options of [
      { status: 'draft', locale: 'en' },
      { status: 'published', locale: 'en' },
      { status: 'draft', locale: 'fr' },
    ]) {
      const found = await documents(STORY).findOne({
        documentId,
        ...options,
        populate: ['topics'],
      });
      expect(found?.['topics']).toMatchObject([{ documentId: to }]);
    }
    const kept = await documents(TOPIC).findOne({ documentId: to, populate: ['stories'] });
    expect(kept?.['stories']).toHaveLength(1);
    expect(await documents(TOPIC).findOne({ documentId: from })).toBeNull();
  });

  it('are not merged where a language or what is public would be lost', async () => {
    const [from, to] = [await topic('C'), await topic('D')];
    await documents(TOPIC).publish({ documentId: from });
    expect((await merge(from, to)).status).toBe(400);
    expect(await documents(TOPIC).findOne({ documentId: from })).not.toBeNull();
  });

  it.each([
    [{ 'api::topic.nothing': {} }, 'terms.api::topic.nothing'],
    [{ [TOPIC]: { name: 'title' } }, 'name'],
    [{ [TOPIC]: { name: 'label', parent: 'stories' } }, 'parent'],
    [{ [TOPIC]: { name: 'label', posts: { [STORY]: 'title' } } }, 'posts'],
    [{ [TOPIC]: { name: 'label', parents: 'above' } }, 'parents'],
  ])('stop the start of a configuration with %j', async (terms, key) => {
    await site.stop();
    const wrong = { config: { ...newsroom.config, terms } };
    await expect(app.boot({ newsroom: wrong })).rejects.toThrow(key.split('.').at(-1) ?? key);
    site = await app.boot({ newsroom });
    strapi = site.strapi;
  });
});
