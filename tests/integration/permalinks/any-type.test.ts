import type { Core } from '@strapi/strapi';
import { comeToRest } from '../harness/come-to-rest';
import { databases } from '../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../harness/other-app';
import { statementsOf } from '../harness/statements';

const HANDLE = { type: 'customField', customField: 'plugin::permalinks.slug' };
const localised = { pluginOptions: { i18n: { localized: true } } };

const ARTICLE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  ...localised,
  attributes: {
    headline: { type: 'string', ...localised },
    handle: { ...HANDLE, ...localised },
    sections: {
      type: 'relation',
      relation: 'manyToMany',
      target: 'api::section.section',
      inversedBy: 'articles',
    },
  },
};

const SECTION = {
  kind: 'collectionType',
  collectionName: 'sections',
  info: { singularName: 'section', pluralName: 'sections', displayName: 'Section' },
  options: { draftAndPublish: false },
  attributes: {
    label: { type: 'string' },
    handle: HANDLE,
    articles: {
      type: 'relation',
      relation: 'manyToMany',
      target: 'api::article.article',
      mappedBy: 'sections',
    },
  },
};

/** Localised, without drafts, and its section is a column of its own row. */
const NOTE = {
  kind: 'collectionType',
  collectionName: 'notes',
  info: { singularName: 'note', pluralName: 'notes', displayName: 'Note' },
  options: { draftAndPublish: false },
  ...localised,
  attributes: {
    title: { type: 'string', ...localised },
    slug: { ...HANDLE, ...localised },
    section: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'api::section.section',
      useJoinTable: false,
    },
  },
};

/** Says a `path` of its own. */
const PAGE = {
  kind: 'collectionType',
  collectionName: 'pages',
  info: { singularName: 'page', pluralName: 'pages', displayName: 'Page' },
  options: { draftAndPublish: false },
  attributes: { title: { type: 'string' }, slug: HANDLE, path: { type: 'string' } },
};

const permalinks = {
  config: {
    contentTypes: {
      'api::article.article': {
        slug: 'handle',
        title: 'headline',
        categories: 'sections',
        pattern: '/:locale/:categories/:slug/',
        deleted: 'gone',
      },
      'api::section.section': { slug: 'handle', title: 'label', pattern: '/sections/:slug' },
      'api::page.page': { pattern: '/pages/:slug/' },
      'api::note.note': { categories: 'section', pattern: '/notes/:categories/:slug.html' },
    },
  },
};

describe.each(databases)('the types of somebody else’s application on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;
  let strapi: Core.Strapi;
  let news: string;

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), {
      types: [ARTICLE, SECTION, NOTE, PAGE],
      plugins: ['strapi-plugin-permalinks'],
    });
    site = await app.boot({ permalinks });
    strapi = site.strapi;
    const locales = strapi
      .plugin('i18n')
      .service<{ create(locale: object): Promise<unknown> }>('locales');
    await locales.create({ code: 'de', name: 'German' });
    news = (await create('section', { label: 'News' })).documentId;
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  interface Document {
    readonly documentId: string;
    readonly handle: string;
    readonly slug: string;
  }
  interface Documents {
    create(options: object): Promise<Document>;
    update(options: object): Promise<Document>;
    publish(options: object): Promise<unknown>;
    unpublish(options: object): Promise<unknown>;
    discardDraft(options: object): Promise<unknown>;
    delete(options: object): Promise<unknown>;
  }
  const documents = (name: string) =>
    strapi.documents(`api::${name}.${name}` as 'api::post.post') as unknown as Documents;
  const create = (name: string, data: object, options: object = {}) =>
    documents(name).create({ data, ...options });
  const articles = () => documents('article');

  const resolve = async (url: string) => {
    const answer = await site.http.get('/api/permalinks/resolve').query({ url });
    const { status, documentId, path } = answer.body.data ?? { status: answer.status };
    return path === undefined || path === null ? { status } : { status, documentId, path };
  };
  /** `locale/slug:state` of what a document holds. */
  const held = async (targetDocumentId: string) =>
    (
      await strapi.db
        .query('plugin::permalinks.address')
        .findMany({ where: { targetDocumentId, kind: 'slug' } })
    )
      .map(({ targetLocale, address, state }) => `${targetLocale}/${address}:${state}`)
      .sort();
  /** A published article in English and in German, of one slug. */
  const bilingual = async (headline: string) => {
    const { documentId } = await create(
      'article',
      { headline, sections: [news] },
      { locale: 'en' }
    );
    await articles().update({ documentId, locale: 'de', data: { headline, sections: [news] } });
    for (const locale of ['en', 'de']) await articles().publish({ documentId, locale });
    return documentId;
  };

  it('have one slug in two locales, each at its own path', async () => {
    const documentId = await bilingual('Hello');
    expect(await held(documentId)).toEqual(['de/hello:current', 'en/hello:current']);
    for (const locale of ['en', 'de']) {
      const path = `/${locale}/news/hello/`;
      expect(await resolve(path)).toEqual({ status: 200, documentId, path });
    }
    expect(await resolve('/fr/news/hello/')).toEqual({ status: 404 });
  });

  it('have two documents of one slug, each in a locale of its own', async () => {
    const make = (locale: string) =>
      create('article', { headline: 'Same' }, { locale, status: 'published' });
    const [english, german] = [await make('en'), await make('de')];
    expect([english.handle, german.handle]).toEqual(['same', 'same']);
    expect((await make('de')).handle).toBe('same-2');
    expect(await resolve('/en/same')).toMatchObject({ documentId: english.documentId });
    expect(await resolve('/de/same')).toMatchObject({ documentId: german.documentId });
  });

  it('publish, discard and unpublish one locale and leave the other alone', async () => {
    const documentId = await bilingual('Apart');
    const rename = (handle: string) =>
      articles().update({ documentId, locale: 'de', data: { handle } });
    await rename('getrennt');
    expect(await held(documentId)).toEqual([
      'de/apart:current',
      'de/getrennt:reserved',
      'en/apart:current',
    ]);
    await articles().discardDraft({ documentId, locale: 'de' });
    expect(await held(documentId)).toEqual(['de/apart:current', 'en/apart:current']);
    await rename('getrennt');
    await articles().publish({ documentId, locale: 'de' });
    expect(await resolve('/de/news/apart')).toMatchObject({
      status: 301,
      path: '/de/news/getrennt/',
    });
    expect(await resolve('/en/news/apart')).toMatchObject({ status: 200 });
    await articles().unpublish({ documentId, locale: 'en' });
    expect(await resolve('/en/news/apart')).toEqual({ status: 404 });
    expect(await resolve('/de/news/getrennt')).toMatchObject({ status: 200 });
  });

  it('let go of one locale’s addresses when that is deleted', async () => {
    const documentId = await bilingual('Leaving');
    await articles().delete({ documentId, locale: 'de' });
    expect(await held(documentId)).toEqual(['de/leaving:gone', 'en/leaving:current']);
    expect(await resolve('/de/news/leaving')).toEqual({ status: 410 });
    expect(await resolve('/en/news/leaving')).toMatchObject({ status: 200 });
    await articles().delete({ documentId, locale: '*' });
    expect(await resolve('/en/news/leaving')).toEqual({ status: 410 });
  });

  it('may point back from their categories, whose rename moves them', async () => {
    const documentId = await bilingual('Moved');
    const { documentId: section } = await create('section', { label: 'Sport' });
    await documents('section').update({
      documentId: section,
      data: { articles: { connect: [{ documentId, locale: 'en' }] } },
    });
    await articles().update({ documentId, locale: 'en', data: { sections: [section] } });
    await articles().publish({ documentId, locale: 'en' });
    expect(await resolve('/en/sport/moved')).toMatchObject({ status: 200 });
    await documents('section').update({ documentId: section, data: { handle: 'Sports' } });
    expect(await resolve('/en/sport/moved/')).toMatchObject({
      status: 301,
      path: '/en/sports/moved/',
    });
    expect(await resolve('/sections/sport')).toMatchObject({
      status: 301,
      path: '/sections/Sports',
    });
  });

  it('may have no drafts, and name no locale in their paths', async () => {
    const section = await strapi.db
      .query('api::section.section')
      .findOne({ where: { documentId: news } });
    const note = (title: string, locale: string): Promise<Document> =>
      strapi.db.query('api::note.note').create({ data: { title, locale, section: section.id } });
    const [english, german] = [await note('Memo', 'en'), await note('Zettel', 'de')];
    const at = async (path: string, { documentId }: Document) =>
      expect(await resolve(path)).toEqual({ status: 200, documentId, path });
    await at('/notes/news/memo.html', english);
    await at('/notes/news/zettel.html', german);
    await documents('note').update({
      documentId: german.documentId,
      locale: 'de',
      data: { slug: 'Notiz' },
    });
    expect(await held(german.documentId)).toEqual(['de/Notiz:current', 'de/zettel:former']);
    expect(await resolve('/notes/news/zettel.html')).toMatchObject({
      status: 301,
      path: '/notes/news/Notiz.html',
    });
  });

  it('keep an attribute of their own that is called path', async () => {
    const { documentId } = await create('page', { title: 'About', path: 'mine' });
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'pages', type: 'full-access', description: '', lifespan: null });
    const token = `Bearer ${accessKey}`;
    const rest = await site.http.get(`/api/pages/${documentId}`).set('Authorization', token);
    expect(rest.body.data).toMatchObject({ path: 'mine', slug: 'about' });
    const graphql = await site.http
      .post('/graphql')
      .set('Authorization', token)
      .send({ query: '{ pages { path } sections { path } }' });
    expect(graphql.body.data).toMatchObject({
      pages: [{ path: 'mine' }],
      sections: expect.arrayContaining([{ path: '/sections/news' }]),
    });
    expect(await resolve('/pages/about')).toMatchObject({ status: 200, path: '/pages/about/' });
  });

  it('are looked up on GraphQL in the language that is asked for, the usual one else', async () => {
    const documentId = await bilingual('Looked up');
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'look-ups', type: 'full-access', description: '', lifespan: null });
    const { body } = await site.http
      .post('/graphql')
      .set('Authorization', `Bearer ${accessKey}`)
      .send({
        query: `{
          german: articleBySlug(slug: "looked-up", locale: "de") { documentId locale path }
          english: articleBySlug(slug: "looked-up") { documentId locale path }
          none: articleBySlug(slug: "looked", locale: "de") { documentId }
        }`,
      });
    const { german, english, none } = body.data;
    expect([german, english]).toMatchObject([
      { documentId, locale: 'de' },
      { documentId, locale: 'en' },
    ]);
    expect(none).toBeNull();
    const { body: at } = await site.http
      .post('/graphql')
      .set('Authorization', `Bearer ${accessKey}`)
      .send({
        query: `{
          german: articleByPath(path: "${german.path}") { documentId locale }
          english: articleByPath(path: "${english.path}") { documentId locale }
        }`,
      });
    expect(at.data).toEqual({
      german: { documentId, locale: 'de' },
      english: { documentId, locale: 'en' },
    });
  });

  it('are told a free slug for a further locale of a document, and for none that is not there', async () => {
    const documentId = await bilingual('Suggested');
    const { body } = await site.http.post('/admin/register-admin').send({
      firstname: 'Lin',
      lastname: 'Wang',
      email: 'lin@example.com',
      password: 'Sheets-of-2022',
    });
    const suggest = (id: string, locale: string) =>
      site.http
        .post('/permalinks/suggest/api::article.article')
        .set('Authorization', `Bearer ${body.data.token}`)
        .send({ documentId: id, locale, title: 'Suggested', slug: '', fallback: null });
    expect((await suggest(documentId, 'it')).body.data).toMatchObject({ slug: 'suggested' });
    expect((await suggest(documentId, 'de')).body.data).toMatchObject({ follows: false });
    expect((await suggest('nobody', 'it')).status).toBe(404);
  });

  it('need two statements for an address, with locales in their paths or without', async () => {
    await create('note', { title: 'Count' }, { locale: 'de' });
    await bilingual('Counted');
    for (const url of ['/notes/count.html', '/de/news/counted/']) {
      await resolve(url);
      await comeToRest(strapi);
      expect(await statementsOf(strapi, () => resolve(url))).toHaveLength(2);
    }
  });

  it('find a locale that has just been added', async () => {
    const locales = strapi
      .plugin('i18n')
      .service<{ create(locale: object): Promise<unknown> }>('locales');
    expect(await resolve('/notes/nouvelle.html')).toEqual({ status: 404 });
    await locales.create({ code: 'fr', name: 'French' });
    await create('note', { title: 'Nouvelle' }, { locale: 'fr' });
    expect(await resolve('/notes/nouvelle.html')).toMatchObject({ status: 200 });
  });
});
