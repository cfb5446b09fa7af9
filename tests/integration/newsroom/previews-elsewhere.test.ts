import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
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
      headline: { type: 'string', pluginOptions: { i18n: { localized: true } } },
      slug: { type: 'string' },
      teaser: { type: 'text' },
      body: { type: 'richtext' },
      parts: { type: 'blocks' },
      internal: { type: 'string', private: true },
      unlisted: { type: 'string', pluginOptions: { 'content-manager': { visible: false } } },
      code: { type: 'password' },
      isLong: { type: 'boolean' },
      wordCount: { type: 'integer' },
      day: { type: 'date' },
      clock: { type: 'time' },
      notes: { type: 'json' },
      seo: { type: 'component', component: 'shared.seo' },
      author: { type: 'relation', relation: 'manyToOne', target: PERSON },
      readers: { type: 'relation', relation: 'manyToMany', target: PERSON },
      keeper: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
    },
    { options: { draftAndPublish: true }, pluginOptions: { i18n: { localized: true } } }
  ),
  typeOf('person', { name: { type: 'string' } }, { options: { draftAndPublish: false } }),
];

const SEO = {
  collectionName: 'components_shared_seos',
  info: { displayName: 'Seo' },
  options: {},
  attributes: {
    metaTitle: { type: 'string' },
    description: { type: 'richtext' },
    hidden: { type: 'string', private: true },
  },
};

const newsroom = (preview: object = {}) => ({
  newsroom: { config: { contentTypes: { [STORY]: {}, [PERSON]: {} }, preview } },
});

const permalinks = {
  permalinks: {
    config: { contentTypes: { [STORY]: { title: 'headline', pattern: '/s/:slug/' } } },
  },
};

describe.each(databases)('previews of any type on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;
  let isRunning = false;
  let strapi: Core.Strapi;
  let token: string;

  const stop = async (): Promise<void> => {
    if (isRunning) await site.stop();
    isRunning = false;
  };
  const restart = async (plugins: object): Promise<void> => {
    await stop();
    site = await app.boot(plugins);
    isRunning = true;
    ({ strapi } = site);
    // More often in five minutes than one person may.
    strapi.config.set('admin.rateLimit', { enabled: false });
    token = await signIn(site);
  };
  const share = (documentId: string, body: object = {}, as = token) =>
    site.http
      .post(`/newsroom/previews/${STORY}/${documentId}`)
      .set('Authorization', `Bearer ${as}`)
      .send(body);
  /** What is behind a path that a proxy takes away. */
  const page = async (url: string): Promise<string> => {
    const { pathname, search } = new URL(url, 'http://localhost');
    const { text } = await site.http.get(`${pathname.replace(/^\/cms/u, '')}${search}`).expect(200);
    return text;
  };
  const panelUrl = async (documentId: string, more: object = {}): Promise<unknown> => {
    const { body } = await site.http
      .get(`/content-manager/preview/url/${STORY}`)
      .query({ documentId, ...more })
      .set('Authorization', `Bearer ${token}`);
    return body.data?.url ?? null;
  };
  const framed = async (): Promise<string> => {
    const { headers } = await site.http.get('/_health');
    return /frame-src ([^;]*)/u.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
  };
  const makeStory = async (more: object = {}) => {
    const data = { headline: 'English', ...more };
    return strapi.documents(STORY).create({ data: data as never });
  };

  beforeAll(async () => {
    app = await makeOtherApp(await kind.create(), {
      types: TYPES,
      plugins: ['strapi-plugin-newsroom', 'strapi-plugin-permalinks'],
      config: {
        server: {
          url: 'https://example.com/cms',
          app: { keys: ['for-tests-only'] },
        },
      },
    });
    const folder = path.join(app.home, 'dist', 'src', 'components', 'shared');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'seo.json'), JSON.stringify(SEO));
    await restart({ ...newsroom(), ...permalinks });
    await strapi.plugin('i18n').service('locales').create({ code: 'fr', name: 'French' });
  });
  afterAll(async () => {
    await stop();
    await app?.remove();
  });

  it('show what its form shows, whatever attributes it has', async () => {
    const people = await Promise.all(
      ['Lu', 'Bo'].map((name) => strapi.documents(PERSON).create({ data: { name } as never }))
    );
    const [lu, bo] = people.map(({ documentId }) => documentId);
    const { documentId } = await makeStory({
      teaser: 'One line\nand <another>',
      body: '**bold** and <script>alert(1)</script>',
      parts: [{ type: 'paragraph', children: [{ type: 'text', text: 'a block', bold: true }] }],
      internal: 'for nobody',
      unlisted: 'on no form',
      code: 'Sheets-of-2022',
      isLong: false,
      wordCount: 12345,
      day: '2022-02-17',
      clock: '08:30:00.000',
      notes: { a: 'a note' },
      seo: { metaTitle: 'Found as', description: '*found*', hidden: 'for no reader' },
      author: lu,
      readers: [bo, lu],
      keeper: 1,
    });
    const { body } = await share(documentId).expect(200);
    const shown = await page(body.data.url);
    for (const words of [
      ...['<h1 lang="en">English</h1>', 'One line\nand &lt;another&gt;', '<strong>bold</strong>'],
      ...['<strong>a block</strong>', '<dt>Is long</dt><dd>No</dd>', '<dd>12,345</dd>'],
      ...['>February 17, 2022</time>', '<dt>Clock</dt><dd>08:30</dd>', '<dd>Found as</dd>'],
      ...['<em>found</em>', '<dt>Author</dt><dd>Lu</dd>', '<dt>Readers</dt><dd>Bo and Lu</dd>'],
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toMatch(
      /<script|for nobody|on no form|Sheets|\$2[aby]\$|a note|for no reader|lin@example|Lin|Keeper/u
    );
  });

  it('are of the language that they are asked for', async () => {
    const { documentId } = await makeStory();
    const french = { documentId, locale: 'fr' };
    expect((await share(documentId, { locale: 'fr' })).status).toBe(404);
    await strapi.documents(STORY).update({ ...french, data: { headline: 'Français' } as never });
    const { body } = await share(documentId, { locale: 'fr' }).expect(200);
    expect(await page(body.data.url)).toContain('<h1 lang="fr">Français</h1>');
    const role = await strapi.service('admin::role')['create']({ name: 'Readers of English' });
    await strapi.service('admin::role')['assignPermissions'](role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: STORY,
        properties: { fields: ['headline'], locales: ['en'] },
        conditions: [],
      },
    ]);
    const person = { email: 'en@example.com', password: 'Sheets-of-2022' };
    await strapi.service('admin::user')['create']({
      ...{ ...person, firstname: 'En', isActive: true, roles: [role.id] },
    });
    const as = (await site.http.post('/admin/login').send(person)).body.data.token;
    expect((await share(documentId, { locale: 'fr' }, as)).status).toBe(403);
    expect((await share(documentId, { locale: 'en' }, as)).status).toBe(200);
  });

  it('are under the path that the site is under', async () => {
    const { documentId } = await makeStory();
    const { body } = await share(documentId).expect(200);
    expect(body.data.url).toMatch(/^https:\/\/example\.com\/cms\/newsroom\/previews\?token=/u);
    expect(await panelUrl(documentId)).toMatch(/^\/cms\/newsroom\/previews\?token=/u);
  });

  it('are those of a frontend that is configured, and links stay on the page of the plugin', async () => {
    const url = 'https://www.example.com/preview?at={path}&of={documentId}&in={locale}&as={status}';
    expect(await framed()).toBe('');
    await restart({ ...newsroom({ url }), ...permalinks });
    const { documentId } = await makeStory({ slug: 'a-b' });
    expect(await panelUrl(documentId)).toBe(
      `https://www.example.com/preview?at=%2Fs%2Fa-b%2F&of=${documentId}&in=en&as=draft`
    );
    expect(await panelUrl('nothere')).toBe(null);
    expect(await framed()).toBe("'self' https://www.example.com");
    const { body } = await share(documentId).expect(200);
    expect(await page(body.data.url)).toContain('English');
  });

  it('make no links where these are switched off', async () => {
    await restart(newsroom());
    const { documentId } = await makeStory();
    const { body } = await share(documentId).expect(200);
    await restart(newsroom({ days: 0 }));
    expect((await share(documentId)).status).toBe(404);
    const { pathname, search } = new URL(body.data.url);
    const path_ = `${pathname.replace(/^\/cms/u, '')}${search}`;
    expect((await site.http.get(path_)).status).toBe(410);
    expect(await page(String(await panelUrl(documentId)))).toContain('English');
  });

  it.each([
    [{ url: 'https://example.com/{slug}' }, /"\{slug\}"; known are/u],
    [
      { url: 'https://example.com/{path}' },
      /preview\.url has \{path\}, which documents have with strapi-plugin-permalinks/u,
    ],
    [{ zone: 'Nowhere' }, /"Nowhere": it has to be the name of a time zone/u],
    [{ days: -1 }, /a whole number from 0 to 365/u],
  ])('are no part of a configuration as %j', async (preview, message) => {
    await stop();
    const plugins = { ...newsroom(preview), permalinks: { enabled: false } };
    const error: unknown = await app.boot(plugins).then(
      () => null,
      (thrown: unknown) => thrown
    );
    expect(String(error)).toMatch(message);
  });
});

describe('an application’s own preview', () => {
  it('is left as it is', async () => {
    const [kind] = databases;
    if (kind === undefined) throw new Error('there is no database');
    const app = await makeOtherApp(await kind.create(), {
      types: TYPES.map((type) => ({ ...type, attributes: { name: { type: 'string' } } })),
      plugins: ['strapi-plugin-newsroom'],
      config: { admin: { preview: { enabled: false } } },
    });
    const site = await app.boot(newsroom({ url: 'https://www.example.com/' }));
    expect(site.strapi.config.get('admin.preview')).toEqual({ enabled: false });
    const { headers } = await site.http.get('/_health');
    expect(headers['content-security-policy']).not.toContain('frame-src');
    await site.stop();
    await app.remove();
  });
});
