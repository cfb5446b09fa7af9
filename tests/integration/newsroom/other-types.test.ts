import type { Core, UID } from '@strapi/strapi';
import { databases } from '../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../harness/other-app';
import { signIn } from '../harness/sign-in';

const STORY = 'api::story.story' as UID.ContentType;
const PERSON = 'api::person.person' as UID.ContentType;

const typeOf = (name: string, attributes: object, options: object) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  ...options,
  attributes,
});

const TYPES = [
  typeOf(
    'story',
    {
      title: { type: 'string', pluginOptions: { i18n: { localized: true } } },
      body: { type: 'text', pluginOptions: { i18n: { localized: true } } },
      author: { type: 'relation', relation: 'oneToOne', target: PERSON },
    },
    {
      options: { draftAndPublish: true },
      pluginOptions: { i18n: { localized: true } },
    }
  ),
  typeOf(
    'person',
    { name: { type: 'string' }, notes: { type: 'json' } },
    { options: { draftAndPublish: false } }
  ),
];

const newsroom = { config: { contentTypes: { [STORY]: {}, [PERSON]: {} } } };

describe.each(databases)('saves of any type on $name', (kind) => {
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

  const ask = (method: 'get' | 'put' | 'post', path: string) =>
    site.http[method](`/content-manager/collection-types/${path}`).set(
      'Authorization',
      `Bearer ${token}`
    );
  const open = async (path: string) => {
    const { body } = await ask('get', path).expect(200);
    return { data: body.data, reading: JSON.stringify(body.meta.newsroom) };
  };
  const save = (path: string, reading: string, data: object) =>
    ask('put', path).set('Newsroom-Reading', reading).send(data);

  it('are of the language of the form', async () => {
    const { documentId } = await strapi
      .documents(STORY)
      .create({ data: { title: 'English', body: 'text' } as never });
    const french = { documentId, locale: 'fr' };
    await strapi.documents(STORY).update({ ...french, data: { title: 'Français' } as never });
    const path = `${STORY}/${documentId}`;
    const { data, reading } = await open(`${path}?locale=fr`);
    const titles = async () =>
      Promise.all(
        ['en', 'fr'].map(async (locale) => {
          const found = await strapi.documents(STORY).findOne({ documentId, locale });
          return (found as { title?: string } | null)?.title;
        })
      );
    const { title, body, locale } = data;
    const sent = { title, body, locale };
    const saved = await save(`${path}?locale=fr`, reading, { ...sent, title: 'Changé' });
    expect([saved.status, await titles()]).toEqual([200, ['English', 'Changé']]);
    const again = await open(`${path}?locale=fr`);
    await strapi.documents(STORY).update({ ...french, data: { title: 'Autre' } as never });
    const refused = await save(`${path}?locale=fr`, again.reading, { ...sent, title: 'Mien' });
    expect([refused.status, await titles()]).toEqual([409, ['English', 'Autre']]);
    const other = await open(`${path}?locale=en`);
    const english = { title: 'Other', body: 'text', locale: 'en' };
    expect((await save(`${path}?locale=en`, other.reading, english)).status).toBe(200);
    expect(await titles()).toEqual(['Other', 'Autre']);
  });

  it('compare a relation to one document', async () => {
    const people = await Promise.all(
      ['A', 'B', 'C'].map((name) => strapi.documents(PERSON).create({ data: { name } as never }))
    );
    const [a, b, c] = people.map(({ documentId }) => documentId);
    const { documentId } = await strapi
      .documents(STORY)
      .create({ data: { title: 'one', author: a } as never });
    const path = `${STORY}/${documentId}`;
    const { data, reading } = await open(path);
    await strapi.documents(STORY).update({ documentId, data: { author: b } as never });
    const author = { connect: [{ documentId: c, id: people[2]?.id }], disconnect: [] };
    const { title, body, locale } = data;
    const refused = await save(path, reading, { title, body, locale, author });
    expect([refused.status, refused.body.error.details.conflicts]).toEqual([
      409,
      [{ attribute: 'author', now: [b], names: { [String(b)]: 'B' } }],
    ]);
    const left = await save(path, reading, {
      ...{ title: 'two', body, locale },
      author: { connect: [], disconnect: [] },
    });
    expect(left.status).toBe(200);
    const found = await strapi
      .documents(STORY)
      .findOne({ documentId, populate: ['author'] as never });
    expect(found).toMatchObject({ title: 'two', author: { documentId: b } });
  });

  it('without drafts are compared, too', async () => {
    const notes = { colours: ['red', null], size: 1 };
    const { documentId } = await strapi
      .documents(PERSON)
      .create({ data: { name: 'D', notes } as never });
    const path = `${PERSON}/${documentId}`;
    const { data, reading } = await open(path);
    await strapi.documents(PERSON).update({ documentId, data: { name: 'E' } as never });
    const { name } = data;
    const changed = { ...notes, size: 2 };
    expect((await save(path, reading, { name, notes: changed })).status).toBe(200);
    expect(await strapi.documents(PERSON).findOne({ documentId })).toMatchObject({
      name: 'E',
      notes: changed,
    });
    expect((await save(path, reading, { name: 'F', notes: changed })).status).toBe(409);
  });

  it('are on the home page by their languages, where their types have any', async () => {
    const made = await ask('post', `${STORY}?locale=en`).send({ title: 'Mine', body: 'text' });
    const { documentId } = made.body.data;
    await ask('put', `${STORY}/${documentId}?locale=fr`).send({ title: 'Le mien', body: 'texte' });
    await ask('post', `${STORY}/${documentId}/actions/publish?locale=en`).send({});
    const drafts = await site.http
      .get('/newsroom/home/drafts')
      .set('Authorization', `Bearer ${token}`);
    // Persons have no drafts: there is one type alone.
    const french = { documentId, locale: 'fr', title: 'Le mien', isPublished: false, type: null };
    expect(drafts.body.data[0]).toMatchObject(french);
    const ofDocument = (drafts.body.data as { documentId: string }[]).filter(
      (draft) => draft.documentId === documentId
    );
    expect(ofDocument).toHaveLength(1);
  });
});
