import { databases, type TestDatabase } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { signIn } from '../../harness/sign-in';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, rollBack } from '../importing';

const STORY = 'api::story.story';
const NOTE = 'api::note.note';

const localized = { pluginOptions: { i18n: { localized: true } } };

const type = (singularName: string, draftAndPublish: boolean, attributes: object, more = {}) => ({
  kind: 'collectionType',
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish },
  ...more,
  attributes,
});

const TYPES = [
  type(
    'story',
    true,
    { headline: { type: 'string', ...localized }, text: { type: 'richtext', ...localized } },
    localized
  ),
  type('note', false, { headline: { type: 'string' }, text: { type: 'richtext' } }),
];

const configFor = (contentType: string) => ({
  contentType,
  attributes: { title: 'headline', body: 'text' },
  categories: false,
  tags: false,
});

const NAME = '2022-03-03-first.md';

describe.each(databases)('where documents of other types came from, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let site: RunningApp;
  let folder: ArchiveFolder;
  let token: string;

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database, { types: TYPES, plugins: ['strapi-plugin-front-matter'] });
    site = await app.boot({ 'front-matter': { config: configFor(STORY) } });
    const locales = site.strapi.service('plugin::i18n.locales');
    await locales['create']({ code: 'zh-Hans', name: 'Chinese' });
    token = await signIn(site);
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
  });
  afterEach(() => folder.drop());

  const use = (uid: string) => site.strapi.config.set('plugin::front-matter', configFor(uid));
  const send = (method: 'get' | 'put', path: string) =>
    site.http[method](path).set('Authorization', `Bearer ${token}`);
  const list = async (uid: string, filter: string, locale = ''): Promise<readonly string[]> => {
    const path = `/content-manager/collection-types/${uid}?sort=headline:asc&locale=${locale}`;
    const { body } = await send('get', `${path}&filters[$and][0]${filter}`).expect(200);
    const titles = (body.results as { headline: string }[]).map(({ headline }) => headline);
    expect(body.pagination.total).toBe(titles.length);
    return titles;
  };
  const originOf = async (uid: string, documentId: string, locale = '') =>
    (await send('get', `/front-matter/origin/${uid}/${documentId}?locale=${locale}`).expect(200))
      .body.data;
  const idOf = async (uid: string, headline: string): Promise<string> =>
    (await site.strapi.db.query(uid).findOne({ where: { headline } })).documentId;

  const IMPORTED = '[__archive][$notNull]=true';
  const NOT_IMPORTED = '[__archive][$null]=true';
  const OF_ARCHIVE = '[__archive][$eq]=archive';
  const CHANGED = '[__changedSinceImport][$eq]=yes';
  const UNCHANGED = '[__changedSinceImport][$eq]=no';

  it('is told of each language by itself', async () => {
    use(STORY);
    await folder.write('.broadsheet.yml', 'locales: { en: en, zh_cn: zh-Hans }\n');
    await folder.write(`en/_posts/${NAME}`, postText({ title: 'First' }));
    await folder.write(`zh_cn/_posts/${NAME}`, postText({ title: '第一' }));
    await folder.write('en/_posts/2022-03-04-second.md', postText({ title: 'Second' }));
    await importInto(site.strapi, folder.root);
    const first = await idOf(STORY, 'First');
    const second = await idOf(STORY, 'Second');
    expect(await idOf(STORY, '第一')).toBe(first);
    // A language that an editor has added.
    await send('put', `/content-manager/collection-types/${STORY}/${second}?locale=zh-Hans`)
      .send({ headline: '第二', text: 'x' })
      .expect(200);
    await send('put', `/content-manager/collection-types/${STORY}/${first}?locale=zh-Hans`)
      .send({ headline: '改' })
      .expect(200);

    expect((await originOf(STORY, first)).path).toBe(`en/_posts/${NAME}`);
    expect(await originOf(STORY, first)).toMatchObject({ isChanged: false });
    expect(await originOf(STORY, first, 'zh-Hans')).toMatchObject({
      path: `zh_cn/_posts/${NAME}`,
      changed: [{ attribute: 'headline', archived: { kind: 'value', value: '第一' } }],
    });
    expect(await originOf(STORY, second, 'zh-Hans')).toBeNull();
    await send('get', `/front-matter/origin/${STORY}/${first}?locale=de`).expect(404);

    expect(await list(STORY, IMPORTED, 'en')).toEqual(['First', 'Second']);
    expect(await list(STORY, OF_ARCHIVE, 'en')).toEqual(['First', 'Second']);
    expect(await list(STORY, NOT_IMPORTED, 'en')).toEqual([]);
    expect(await list(STORY, CHANGED, 'en')).toEqual([]);
    expect(await list(STORY, UNCHANGED, 'en')).toEqual(['First', 'Second']);
    expect(await list(STORY, IMPORTED, 'zh-Hans')).toEqual(['改']);
    expect(await list(STORY, OF_ARCHIVE, 'zh-Hans')).toEqual(['改']);
    expect(await list(STORY, NOT_IMPORTED, 'zh-Hans')).toEqual(['第二']);
    expect(await list(STORY, CHANGED, 'zh-Hans')).toEqual(['改']);
    expect(await list(STORY, UNCHANGED, 'zh-Hans')).toEqual([]);
  });

  it('is told where nothing has drafts, and every row is public', async () => {
    use(NOTE);
    await folder.write(`_posts/${NAME}`, postText({ title: 'First' }));
    await folder.write('_posts/2022-03-04-second.md', postText({ title: 'Second' }));
    await importInto(site.strapi, folder.root);
    const first = await idOf(NOTE, 'First');
    await send('put', `/content-manager/collection-types/${NOTE}/${first}`)
      .send({ headline: 'Other' })
      .expect(200);
    expect(await originOf(NOTE, first)).toMatchObject({
      visibility: null,
      changed: [{ attribute: 'headline', archived: { kind: 'value', value: 'First' } }],
    });
    expect(await list(NOTE, OF_ARCHIVE)).toEqual(['Other', 'Second']);
    expect(await list(NOTE, CHANGED)).toEqual(['Other']);
    expect(await list(NOTE, UNCHANGED)).toEqual(['Second']);
    await folder.write('_posts/2022-03-04-second.md', postText({ title: 'Second again' }));
    const { report } = await importInto(site.strapi, folder.root);
    expect(await list(NOTE, CHANGED)).toEqual(['Other']);
    await rollBack(site.strapi, report.run);
    expect(await list(NOTE, UNCHANGED)).toEqual(['Second']);
  });

  it('has an index of what was saved since it was made', async () => {
    const { tableName } = site.strapi.db.metadata.get(STORY);
    const indexes = await site.strapi.db.dialect.schemaInspector.getIndexes(tableName);
    const [own] = indexes.filter(({ name }) => name.startsWith('front_matter_saved_'));
    expect(own?.columns.toSorted()).toEqual([
      'created_at',
      'document_id',
      'published_at',
      'updated_at',
    ]);
  });
});
