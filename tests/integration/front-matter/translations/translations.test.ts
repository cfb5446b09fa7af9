import { databases, type TestDatabase } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { archiveFolder, postText, type ArchiveFolder, type PostParts } from '../archive-folder';
import { importInto, outcomes, rollBack, type Imported } from '../importing';

const STORY = 'api::story.story';
const PLAIN = 'api::plain.plain';
const SHARING = 'api::sharing.sharing';
const SECTION = 'api::section.section';
const LABEL = 'api::label.label';

const localized = { pluginOptions: { i18n: { localized: true } } };
const SLUG = { type: 'customField', customField: 'plugin::permalinks.slug' };
const relation = (target: string) => ({ type: 'relation', relation: 'manyToMany', target });

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
    {
      headline: { type: 'string', ...localized },
      slug: { ...SLUG, ...localized },
      text: { type: 'richtext', ...localized },
      when: { type: 'datetime', ...localized },
      featured: { type: 'boolean', default: false },
      sections: relation(SECTION),
      labels: relation(LABEL),
    },
    localized
  ),
  type('plain', true, { headline: { type: 'string' }, slug: SLUG, text: { type: 'richtext' } }),
  type(
    'sharing',
    true,
    {
      headline: { type: 'string', ...localized },
      slug: SLUG,
      text: { type: 'richtext', ...localized },
      when: { type: 'datetime' },
    },
    localized
  ),
  type('section', false, { name: { type: 'string' }, slug: SLUG }),
  type('label', false, { name: { type: 'string' }, slug: { ...SLUG, ...localized } }, localized),
];

const archiveConfig = (contentType: string) => ({
  contentType,
  attributes: {
    title: 'headline',
    body: 'text',
    ...(contentType === PLAIN ? {} : { date: 'when' }),
  },
  categories: contentType === STORY ? { attribute: 'sections' } : false,
  tags: contentType === STORY ? { attribute: 'labels' } : false,
});

const PERMALINKS = {
  config: {
    contentTypes: {
      [STORY]: { title: 'headline', pattern: '/:locale/:slug/' },
      [SECTION]: { title: 'name', pattern: '/sections/:slug/' },
      [LABEL]: { title: 'name', pattern: '/:locale/labels/:slug/' },
    },
  },
};

const BY_FOLDER = 'locales: { en: en, zh_cn: zh-Hans }\n';
const BY_KEY = `${BY_FOLDER}translations: ref\n`;
const NAME = '2022-03-03-first.md';
const EN = `en/_posts/${NAME}`;
const ZH = `zh_cn/_posts/${NAME}`;

const POPULATE = ['sections', 'labels', 'localizations']
  .map((name, index) => `populate[${index}]=${name}`)
  .join('&');

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string;
  readonly headline: string;
  readonly publishedAt: string | null;
}

interface Documents {
  update(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
}

describe.each(databases)('an archive with translations, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let site: RunningApp;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database, {
      types: TYPES,
      plugins: ['strapi-plugin-front-matter', 'strapi-plugin-permalinks'],
    });
    site = await app.boot({
      'front-matter': { config: archiveConfig(STORY) },
      permalinks: PERMALINKS,
    });
    const locales = site.strapi.service('plugin::i18n.locales');
    for (const [code, name] of [
      ['zh-Hans', 'Chinese'],
      ['de', 'German'],
    ] as const) {
      await locales.create({ code, name });
    }
    const role = await query('plugin::users-permissions.role').findOne({
      where: { type: 'public' },
    });
    for (const uid of [STORY, SECTION, LABEL]) {
      const data = { action: `${uid}.find`, role: role.id };
      await query('plugin::users-permissions.permission').create({ data });
    }
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(site.strapi);
    site.strapi.config.set('plugin::front-matter', archiveConfig(STORY));
  });
  afterEach(() => folder.drop());

  const query = (uid: string) => site.strapi.db.query(uid);
  const documents = () => site.strapi.documents(STORY as 'api::post.post') as unknown as Documents;
  const say = (settings: string) => folder.write('.broadsheet.yml', settings);
  const write = (path: string, title: string, parts: PostParts = {}) =>
    folder.write(path, postText({ title, categories: 'news', tags: 'a-label', ...parts }));
  const run = (wish: Parameters<typeof importInto>[2] = {}) =>
    importInto(site.strapi, folder.root, wish);
  const rows = (): Promise<Row[]> =>
    query(STORY).findMany({ orderBy: [{ locale: 'asc' }, { slug: 'asc' }, { id: 'asc' }] });
  /** `locale/slug` of every document, those of one document together; each is published. */
  const shelf = async (): Promise<string[]> => {
    const found = new Map<string, string[]>();
    for (const { documentId, locale, slug, publishedAt } of await rows()) {
      if (publishedAt === null) continue;
      found.set(documentId, [...(found.get(documentId) ?? []), `${locale}/${slug}`]);
    }
    return [...found.values()].map((own) => own.join(' ')).sort();
  };
  const told = ({ issues }: Imported, ...codes: readonly string[]) =>
    issues
      .filter(({ code }) => codes.includes(code))
      .map(({ code, path, message }) => `${code} ${path} ${message}`);
  const records = async (): Promise<Record<string, unknown>[]> =>
    query('plugin::front-matter.record').findMany({ orderBy: { path: 'asc' } });

  it('becomes documents of several locales by its folders, which are no categories', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    await write(ZH, '第一');
    await write('en/_posts/2022-03-04-second.md', 'Second', { header: ['published: false'] });
    const first = await run();
    expect(outcomes(first)).toEqual({ created: 3 });
    expect(told(first, 'SLUG_TAKEN', 'PATH_TAKEN', 'LOOKS_TRANSLATED')).toEqual([]);
    expect(await shelf()).toEqual(['en/first zh-Hans/first']);
    expect((await rows()).length).toBe(5);
    expect(await query(SECTION).count()).toBe(1);
    const labels: Row[] = await query(LABEL).findMany({ orderBy: { locale: 'asc' } });
    expect(labels.map(({ locale, slug }) => `${locale}/${slug}`)).toEqual([
      'en/a-label',
      'zh-Hans/a-label',
    ]);
    const read = async (params: string) =>
      (await site.http.get(`/api/storys?${POPULATE}&sort=slug&${params}`)).body.data.map(
        (each: { headline: string; labels: Row[]; sections: Row[]; localizations: Row[] }) => [
          each.headline,
          each.sections.map(({ slug }) => slug).join(),
          each.labels.map(({ locale }) => locale).join(),
          each.localizations.map(({ locale }) => locale).join(),
        ]
      );
    expect(await read('locale=en')).toEqual([['First', 'news', 'en', 'zh-Hans']]);
    expect(await read('locale=zh-Hans')).toEqual([['第一', 'news', 'zh-Hans', 'en']]);
    expect(await read('locale=en&status=draft')).toEqual([
      ['First', 'news', 'en', 'zh-Hans'],
      ['Second', 'news', 'en', ''],
    ]);
    const { data } = (
      await site.http
        .post('/graphql')
        .send({ query: '{ storys(locale: "zh-Hans") { headline localizations { headline } } }' })
    ).body;
    expect(data.storys).toEqual([{ headline: '第一', localizations: [{ headline: 'First' }] }]);
    for (const [url, path] of [
      ['/zh_cn/news/2022/03/03/first.html', '/zh-Hans/first/'],
      ['/en/news/2022/03/03/first.html', '/en/first/'],
    ]) {
      const answer = await site.http.get('/api/permalinks/resolve').query({ url });
      expect(answer.body.data).toMatchObject({ status: 301, path });
    }
    expect(outcomes(await run())).toEqual({ unchanged: 3 });
  });

  it('is told apart by what posts say, and put together by their key', async () => {
    await say(BY_KEY);
    await write('_posts/2022-03-03-hello.md', 'Hello', { header: ['ref: one'] });
    await write('_posts/2022-03-04-ni-hao.md', '你好', { header: ['lang: zh-CN', 'ref: one'] });
    await write('_posts/2022-03-05-alone.md', '独', { header: ['locale: ZH_cn', 'ref: two'] });
    await write('_posts/2022-03-06-salut.md', 'Salut', { header: ['lang: fr', 'ref: three'] });
    const first = await run();
    expect(await shelf()).toEqual(['en/hello zh-Hans/ni-hao', 'en/salut', 'zh-Hans/alone']);
    expect(told(first, 'LANGUAGE_UNKNOWN')).toEqual([
      expect.stringContaining('2022-03-06-salut.md The post is in "fr"'),
    ]);
  });

  it('is the same wherever a batch ends, and left alone by the next run', async () => {
    await say(BY_FOLDER);
    const count = 70;
    const names = Array.from({ length: count }, (_, index) => `2022-03-03-post-${100 + index}.md`);
    for (const name of names) {
      await write(`en/_posts/${name}`, 'Post');
      await write(`zh_cn/_posts/${name}`, '文');
    }
    expect(outcomes(await run({ dryRun: true }))).toEqual({ created: 2 * count });
    const first = await run();
    expect(outcomes(first)).toEqual({ created: 2 * count });
    expect(told(first, 'SLUG_TAKEN', 'TRANSLATION_NOT_JOINED')).toEqual([]);
    const found = await shelf();
    expect(found).toHaveLength(count);
    expect(found[0]).toBe('en/post-100 zh-Hans/post-100');
    expect(outcomes(await run())).toEqual({ unchanged: 2 * count });
    await write(`zh_cn/_posts/${names[69] ?? ''}`, '改过');
    expect(outcomes(await run())).toEqual({ updated: 1, unchanged: 2 * count - 1 });
    const changed = (await rows()).filter(({ slug }) => slug === 'post-169');
    expect(changed.map(({ locale, headline }) => `${locale} ${headline}`)).toEqual([
      'en Post',
      'en Post',
      'zh-Hans 改过',
      'zh-Hans 改过',
    ]);
  });

  it('has one file for a post in a language: a further one stays by itself, and says so', async () => {
    await say(BY_KEY);
    await write('_posts/2022-03-03-a.md', 'A', { header: ['ref: one'] });
    await write('_posts/2022-03-04-b.md', 'B', { header: ['ref: one', 'lang: en'] });
    await write('_posts/2022-03-05-c.md', 'C', { header: ['ref: one', 'lang: zh_cn'] });
    const codes = ['TRANSLATION_NOT_JOINED', 'SLUG_TAKEN', 'PATH_TAKEN'];
    const foretold = await run({ dryRun: true });
    const first = await run();
    expect(told(first, ...codes)).toEqual([
      expect.stringMatching(
        /^TRANSLATION_NOT_JOINED _posts\/2022-03-04-b\.md _posts\/2022-03-03-a\.md is/
      ),
    ]);
    expect(told(foretold, ...codes)).toEqual(told(first, ...codes));
    expect(await shelf()).toEqual(['en/a zh-Hans/c', 'en/b']);
    expect(outcomes(await run())).toEqual({ unchanged: 3 });
  });

  describe('that share an address', () => {
    const LATER = 'zh_cn/_posts/2022-03-05-later.md';
    const codes = ['PATH_TAKEN', 'PATH_CONTESTED'];
    const shared = (day: string, header: readonly string[] = ['ref: one']): PostParts => ({
      date: `2022-03-${day} 08:00:00 +0800`,
      header: [...header, 'permalink: /shared/'],
    });
    const files: Readonly<Record<string, () => Promise<void>>> = {
      en: () => write(EN, 'First', shared('03')),
      later: () => write(LATER, '后来', shared('05', [])),
      zh: () => write(ZH, '第一', shared('09')),
    };
    const holder = async (): Promise<string> => {
      const [row] = await query('plugin::permalinks.address').findMany({
        where: { address: '/shared' },
      });
      const { targetDocumentId: documentId, targetLocale: locale } = row ?? {};
      const [post] = await query(STORY).findMany({ where: { documentId, locale } });
      return String(post?.['headline']);
    };
    const runBoth = async (): Promise<Imported> => {
      const foretold = await run({ dryRun: true });
      const real = await run();
      expect(told(foretold, ...codes)).toEqual(told(real, ...codes));
      return real;
    };

    it.each([
      [[['en', 'later', 'zh']]],
      [[['later'], ['en', 'zh']]],
      [[['zh'], ['later', 'en']]],
      [[['en'], ['later'], ['zh']]],
      [[['zh'], ['later'], ['en']]],
    ])('leave it to the newest of all, in whichever order they come: %j', async (order) => {
      await say(BY_KEY);
      for (const batch of order) {
        for (const name of batch) await files[name]?.();
        await runBoth();
      }
      expect(await holder()).toBe('第一');
    });

    it('say nothing of each other, and leave it to a newer post in any language', async () => {
      await say(BY_KEY);
      await write(EN, 'First', shared('03'));
      await write(ZH, '第一', shared('03'));
      expect(told(await runBoth(), ...codes)).toEqual([]);
      const before = await holder();
      await files['later']?.();
      const { report, issues } = await runBoth();
      expect(issues.filter(({ code }) => codes.includes(code))).toHaveLength(2);
      expect(await holder()).toBe('后来');
      await rollBack(site.strapi, report.run);
      expect(await holder()).toBe(before);
    });

    it('take over from the one whose run is undone, or that an editor deletes', async () => {
      await say(BY_KEY);
      await files['zh']?.();
      const { report } = await run();
      await files['en']?.();
      await run();
      expect(await holder()).toBe('第一');
      const undone = await rollBack(site.strapi, report.run);
      expect(await holder()).toBe('First');
      await rollBack(site.strapi, undone.report.run);
      expect(await holder()).toBe('第一');
      const [row] = await query(STORY).findMany({ where: { locale: 'zh-Hans' } });
      await documents().delete({ documentId: String(row?.['documentId']), locale: 'zh-Hans' });
      await run();
      expect(await holder()).toBe('First');
    });

    it('keep it in their language, where the ledger is from before there were languages', async () => {
      await say(BY_KEY);
      await files['en']?.();
      await run();
      await query('plugin::front-matter.record').updateMany({
        where: {},
        data: { targetLocale: null },
      });
      await files['later']?.();
      const { report } = await run();
      expect(await holder()).toBe('后来');
      await rollBack(site.strapi, report.run);
      expect(await holder()).toBe('First');
    });
  });

  it('is foreseen in other batches than it is written in', async () => {
    await say(BY_KEY);
    for (let index = 100; index < 165; index += 1) {
      await write(`en/_posts/2022-03-03-a${index}.md`, 'A', {
        header: [`ref: r${index}`, `redirect_from: /old/${index}`],
      });
    }
    for (const index of [100, 101]) {
      await write(`zh_cn/_posts/2022-03-03-b${index}.md`, 'B', {
        header: [`ref: r${index}`, `redirect_from: /old/${index}`],
      });
    }
    await write('zh_cn/_posts/2022-03-04-c.md', 'C', { header: ['ref: r100', 'lang: en'] });
    await write('zh_cn/_posts/2022-03-05-d.md', 'D', { header: ['redirect_from: /old/100'] });
    const codes = ['TRANSLATION_NOT_JOINED', 'PATH_TAKEN', 'SLUG_TAKEN'];
    const foretold = await run({ dryRun: true });
    const first = await run();
    expect(told(first, ...codes)).toEqual([
      expect.stringContaining('2022-03-04-c.md en/_posts/2022-03-03-a100.md is this post in en'),
      expect.stringMatching(
        /^PATH_TAKEN en\/\S+-a100\.md The address \/old\/100 leads to \S+-d\.md/u
      ),
    ]);
    expect(told(foretold, ...codes)).toEqual(told(first, ...codes));
    expect(foretold.report).toMatchObject({ created: 69 });
  });

  it('grows by a translation in a later run, and is undone run by run in any order', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    const one = await run();
    await write(ZH, '第一');
    const two = await run();
    expect(outcomes(two)).toEqual({ created: 1, unchanged: 1 });
    expect(await shelf()).toEqual(['en/first zh-Hans/first']);

    const undone = await rollBack(site.strapi, one.report.run);
    expect(undone.report).toMatchObject({ removed: 1, left: 0 });
    expect(await shelf()).toEqual(['zh-Hans/first']);
    expect((await rows()).map(({ locale }) => locale)).toEqual(['zh-Hans', 'zh-Hans']);
    expect(await held()).toEqual(['zh-Hans']);
    await rollBack(site.strapi, undone.report.run);
    expect(await shelf()).toEqual(['en/first zh-Hans/first']);

    await rollBack(site.strapi, two.report.run);
    expect(await shelf()).toEqual(['en/first']);
    expect(await held()).toEqual(['en']);
    const last = await rollBack(site.strapi, one.report.run);
    expect(await rows()).toEqual([]);
    expect(await query(LABEL).count()).toBe(0);
    expect(await query('plugin::permalinks.address').count()).toBe(0);
    await rollBack(site.strapi, last.report.run);
    expect(await shelf()).toEqual(['en/first']);
    expect(outcomes(await run())).toEqual({ created: 1, unchanged: 1 });
    expect(await shelf()).toEqual(['en/first zh-Hans/first']);
  });

  it('takes back what a run changed in one language, and leaves the other', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    await write(ZH, '第一');
    const one = await run();
    await write(EN, 'Changed', { tags: 'other' });
    await write(ZH, '改过', { tags: 'other' });
    const two = await run();
    expect(outcomes(two)).toEqual({ updated: 2 });
    await write(ZH, '又改', { tags: 'other' });
    const three = await run();
    const headlines = async () => [
      ...new Set((await rows()).map(({ locale, headline }) => `${locale} ${headline}`)),
    ];
    await rollBack(site.strapi, two.report.run);
    expect(await headlines()).toEqual(['en First', 'zh-Hans 又改']);
    await rollBack(site.strapi, three.report.run);
    expect(await headlines()).toEqual(['en First', 'zh-Hans 第一']);
    expect((await rollBack(site.strapi, one.report.run)).report).toMatchObject({
      removed: 2,
      left: 0,
    });
    expect(await rows()).toEqual([]);
    expect(await query(LABEL).count()).toBe(0);
  });

  it('makes nothing twice where another file has the language meanwhile', async () => {
    await say(BY_KEY);
    await write('_posts/2022-03-03-a.md', 'A', { header: ['ref: one'] });
    const one = await run();
    await write('_posts/2022-03-04-c.md', 'C', { header: ['ref: one', 'lang: zh_cn'] });
    await run();
    const undone = await rollBack(site.strapi, one.report.run);
    await folder.remove('_posts/2022-03-03-a.md');
    await write('_posts/2022-03-05-b.md', 'B', { header: ['ref: one'] });
    await run();
    expect(await shelf()).toEqual(['en/b zh-Hans/c']);
    expect((await rollBack(site.strapi, undone.report.run)).report).toMatchObject({ recreated: 0 });
    expect(await shelf()).toEqual(['en/b zh-Hans/c']);
  });

  it('leaves a file where it was imported when its language is changed, and says so', async () => {
    await say(BY_FOLDER);
    await write('_posts/2022-03-03-a.md', 'A', { header: ['lang: en'] });
    await run();
    await write('_posts/2022-03-03-a.md', 'B', { header: ['lang: zh_cn'] });
    for (const dryRun of [true, false, false]) {
      const again = await run({ dryRun });
      expect(outcomes(again)).toEqual({ conflicts: 1 });
      expect(told(again, 'LOCALE_CHANGED')).toEqual([
        expect.stringMatching(/imported in en before, and goes to zh-Hans .* undo run \d+/),
      ]);
    }
    expect((await rows()).map(({ locale, headline }) => `${locale} ${headline}`)).toEqual([
      'en A',
      'en A',
    ]);
    await write('_posts/2022-03-03-a.md', 'B', { header: ['lang: en'] });
    expect(outcomes(await run())).toEqual({ updated: 1 });
  });

  it('looks translated without a word of it; told later, nothing is there twice', async () => {
    await write(EN, 'First');
    await write(ZH, '第一', { header: ['lang: zh-CN'] });
    const plain = await run();
    expect(told(plain, 'LOOKS_TRANSLATED')).toEqual([
      expect.stringContaining('locales: { en: en, zh-cn: zh-Hans }'),
    ]);
    expect(await shelf()).toEqual(['en/first', 'en/first-2']);
    await say(BY_FOLDER);
    const again = await run();
    expect(outcomes(again)).toMatchObject({ conflicts: 1 });
    expect(told(again, 'LOOKS_TRANSLATED')).toEqual([]);
    expect(told(again, 'LOCALE_CHANGED')).toHaveLength(1);
    expect(await shelf()).toEqual(['en/first', 'en/first-2']);
    await rollBack(site.strapi, again.report.run);
    await rollBack(site.strapi, plain.report.run);
    expect(await rows()).toEqual([]);
    expect(outcomes(await run())).toEqual({ created: 2 });
    expect(await shelf()).toEqual(['en/first zh-Hans/first']);
    await folder.remove('.broadsheet.yml');
    await expect(run()).rejects.toThrow(/in locale zh-Hans before.*"locales"/s);
  });

  it('takes a post of old for the first of its translations, once it is told of them', async () => {
    await write(EN, 'First');
    await run();
    await say('locales: { de: de, en: en }\n');
    await write(`de/_posts/${NAME}`, 'Erster');
    const again = await run();
    expect(told(again, 'TRANSLATION_NOT_JOINED')).toEqual([]);
    expect(await shelf()).toEqual(['de/first en/first']);
  });

  it("does not write over an editor's translation, nor remove the document below it", async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    const one = await run();
    const [{ documentId } = { documentId: '' }] = await rows();
    await documents().update({
      documentId,
      locale: 'zh-Hans',
      data: { headline: '编者的' },
      status: 'published',
    });
    await write(ZH, '第一');
    const two = await run();
    expect(told(two, 'TRANSLATION_NOT_JOINED')).toEqual([
      expect.stringContaining('What an editor has written is this post in zh-Hans already'),
    ]);
    expect(await shelf()).toHaveLength(2);
    const undone = await rollBack(site.strapi, one.report.run);
    expect(undone.report).toMatchObject({ removed: 0, left: 1 });
    expect(undone.issues).toMatchObject([{ code: 'EDITED_SINCE', path: EN }]);
    expect((await rollBack(site.strapi, two.report.run)).report).toMatchObject({ removed: 1 });
    expect((await rows()).filter(({ headline }) => headline === '编者的')).toHaveLength(2);
  });

  it('stays deleted in a language that an editor has deleted, and edited where he has edited', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    await write(ZH, '第一');
    await run();
    const [{ documentId } = { documentId: '' }] = await rows();
    await documents().delete({ documentId, locale: 'zh-Hans' });
    await documents().update({ documentId, locale: 'en', data: { headline: 'Mine' } });
    await write(EN, 'Changed');
    await write(ZH, '改过');
    const again = await run();
    expect(outcomes(again)).toEqual({ conflicts: 2 });
    expect(told(again, 'CONFLICT', 'DELETED_BY_EDITOR').map((line) => line.split(' ', 2))).toEqual([
      ['CONFLICT', EN],
      ['DELETED_BY_EDITOR', ZH],
    ]);
    expect(new Set((await rows()).map(({ locale }) => locale))).toEqual(new Set(['en']));
  });

  it('is missed and moved language by language', async () => {
    await say(`${BY_FOLDER}posts: [zh_cn/old]\n`);
    await write(EN, 'First');
    await write(ZH, '第一');
    await write('_posts/2022-03-09-rest.md', 'Rest');
    await run();
    await folder.remove(ZH);
    const missing = await run({ unpublishMissing: true });
    expect(outcomes(missing)).toEqual({ unchanged: 2, missing: 1 });
    expect(await shelf()).toEqual(['en/first', 'en/rest']);
    // A file of the same name in another language is not the one that is gone.
    await write(`de/_posts/${NAME}`, 'Erster', { header: ['lang: de'] });
    await say('locales: { en: en, zh_cn: zh-Hans, de: de }\nposts: [zh_cn/old]\n');
    const other = await run();
    expect(told(other, 'MOVED', 'LOCALE_CHANGED')).toEqual([]);
    expect(await shelf()).toEqual(['de/first en/first', 'en/rest']);
    await write(`zh_cn/old/${NAME}`, '第一');
    const back = await run();
    expect(told(back, 'MOVED')).toEqual([expect.stringContaining(`The file was ${ZH} before`)]);
    expect(await shelf()).toEqual(['de/first en/first zh-Hans/first', 'en/rest']);
  });

  it('keeps its document in the language whose file was renamed and edited', async () => {
    const text = (of: string) =>
      Array.from({ length: 60 }, (_, index) => `${of} has a line ${index * 7}.`).join('\n');
    const renamed = NAME.replace('first', 'frist');
    await say(BY_KEY);
    const parts = (of: string, more = '') => ({
      header: ['ref: one'],
      body: `${text(of)}${more}`,
    });
    await write(`en/_posts/${renamed}`, 'First', parts('The ferry'));
    await write(`zh_cn/_posts/${renamed}`, '第一', parts('渡船'));
    await run();
    const before = (await rows()).map(({ documentId }) => documentId);
    await folder.remove(`en/_posts/${renamed}`);
    await write(EN, 'First', parts('The ferry', '\nIt sails on Sunday.'));
    const foretold = await run({ dryRun: true });
    const second = await run();
    expect(outcomes(second)).toEqual({ updated: 1, unchanged: 1 });
    expect(outcomes(foretold)).toEqual(outcomes(second));
    expect(told(second, 'MOVED')).toEqual([expect.stringContaining(`en/_posts/${renamed}`)]);
    expect((await rows()).map(({ documentId }) => documentId)).toEqual(before);
    const undone = await rollBack(site.strapi, second.report.run);
    expect(undone.report).toMatchObject({ restored: 1, left: 0 });
    expect(await shelf()).toEqual(['en/frist zh-Hans/frist']);
  });

  it('is not missed in a language in which an editor has deleted it', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    await write(ZH, '第一');
    await write('_posts/2022-03-09-rest.md', 'Rest');
    await run();
    const [{ documentId } = { documentId: '' }] = await rows();
    await documents().delete({ documentId, locale: 'zh-Hans' });
    await folder.remove(EN);
    await folder.remove(ZH);
    await write(`en/_posts/2022-03-10-more.md`, 'More');
    await write(`en/_posts/2022-03-11-more.md`, 'More');
    const missing = await run();
    expect(told(missing, 'MISSING')).toEqual([expect.stringContaining(EN)]);
  });

  it('has in each language what all of them share, as a translation by hand would', async () => {
    await say(BY_FOLDER);
    await write(EN, 'First');
    await run();
    const [{ documentId } = { documentId: '' }] = await rows();
    await documents().update({
      documentId,
      locale: 'en',
      data: { featured: true },
      status: 'published',
    });
    await write(ZH, '第一');
    const two = await run();
    const all: (Row & { featured: boolean; createdAt: string; updatedAt: string })[] = await query(
      STORY
    ).findMany({});
    expect(all.map(({ featured }) => featured)).toEqual([true, true, true, true]);
    for (const { locale, createdAt, updatedAt } of all) {
      if (locale === 'zh-Hans') expect(updatedAt).toBe(createdAt);
    }
    expect((await rollBack(site.strapi, two.report.run)).report).toMatchObject({ removed: 1 });
  });

  it('is refused where the site has no room for it, with what is to be done', async () => {
    await write(EN, 'First');
    await say('locales: { en: en, zh_cn: zh-TW }\n');
    await expect(run()).rejects.toThrow(
      '.broadsheet.yml:1:27: "locales.zh_cn" is "zh-TW": it has to be one of this app\'s locales, which are '
    );
    await say(BY_FOLDER);
    site.strapi.config.set('plugin::front-matter', archiveConfig(PLAIN));
    await expect(run()).rejects.toThrow(': api::plain.plain is not localised');
    site.strapi.config.set('plugin::front-matter', archiveConfig(SHARING));
    await expect(run()).rejects.toThrow('all locales of api::sharing.sharing share slug, when');
    expect(await records()).toEqual([]);
  });

  /** The locales that addresses of any kind are held for. */
  const held = async (): Promise<string[]> => {
    const found: { targetLocale: string }[] = await query('plugin::permalinks.address').findMany({
      where: { targetType: STORY },
    });
    return [...new Set(found.map(({ targetLocale }) => targetLocale))].sort();
  };
});
