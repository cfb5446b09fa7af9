import { databases, type TestDatabase } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes, rollBack } from '../importing';

const ARTICLE = 'api::article.article';
const NOTE = 'api::note.note';
const SECTION = 'api::section.section';
const TOPIC = 'api::topic.topic';
const PAGE = 'api::page.page';
const LABEL = 'api::label.label';
const ESSAY = 'api::essay.essay';
const RUBRIC = 'api::rubric.rubric';
const ALL = [ARTICLE, NOTE, PAGE, ESSAY, SECTION, TOPIC, LABEL, RUBRIC];

const relation = (target: string, more: object = {}) => ({
  type: 'relation',
  relation: 'manyToMany',
  target,
  ...more,
});

const type = (
  singularName: string,
  draftAndPublish: boolean,
  attributes: object,
  localized = false
) => ({
  kind: 'collectionType',
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish },
  pluginOptions: { i18n: { localized } },
  attributes,
});

/** Somebody else's types: with and without drafts, and relations that go one way and both ways. */
const TYPES = [
  type('article', true, {
    headline: { type: 'string' },
    slug: { type: 'string' },
    text: { type: 'richtext' },
    when: { type: 'datetime' },
    sections: relation(SECTION, { inversedBy: 'articles' }),
    topics: relation(TOPIC, { inversedBy: 'articles' }),
  }),
  type('note', false, {
    headline: { type: 'string' },
    slug: { type: 'string' },
    text: { type: 'richtext' },
    when: { type: 'datetime' },
    sections: relation(SECTION, { inversedBy: 'notes' }),
    topics: relation(TOPIC, { inversedBy: 'notes' }),
  }),
  type('section', false, {
    name: { type: 'string' },
    slug: { type: 'string' },
    articles: relation(ARTICLE, { mappedBy: 'sections' }),
    notes: relation(NOTE, { mappedBy: 'sections' }),
  }),
  type('topic', true, {
    name: { type: 'string' },
    slug: { type: 'string' },
    articles: relation(ARTICLE, { mappedBy: 'topics' }),
    notes: relation(NOTE, { mappedBy: 'topics' }),
  }),
  type(
    'page',
    true,
    {
      headline: { type: 'string' },
      slug: { type: 'string' },
      text: { type: 'richtext' },
      when: { type: 'datetime' },
      sections: relation(SECTION),
      topics: relation(LABEL),
    },
    true
  ),
  type('label', false, { name: { type: 'string' }, slug: { type: 'string' } }, true),
  type('essay', true, {
    headline: { type: 'string' },
    handle: { type: 'string' },
    when: { type: 'datetime' },
    text: { type: 'richtext' },
    excerpt: { type: 'text' },
    standfirst: { type: 'string' },
    by: { type: 'string' },
    rest: { type: 'json' },
    rubrics: relation(RUBRIC),
    tags: relation(LABEL),
  }),
  type('rubric', false, {
    heading: { type: 'string' },
    handle: { type: 'string' },
    above: { type: 'relation', relation: 'manyToOne', target: RUBRIC, inversedBy: 'below' },
    below: { type: 'relation', relation: 'oneToMany', target: RUBRIC, mappedBy: 'above' },
  }),
];

const config = (contentType: string, more: object = {}) => ({
  'front-matter': {
    config: {
      contentType,
      attributes: { title: 'headline', body: 'text', date: 'when' },
      categories: { attribute: 'sections' },
      tags: { attribute: 'topics' },
      ...more,
    },
  },
});

const POSTS = [
  { slug: 'first', title: '第一篇', categories: ['alpha', 'beta'], tags: ['red', 'green'] },
  { slug: 'second', title: '第二篇', categories: ['beta'], tags: ['green', 'unborn', 'red'] },
  { slug: 'third', title: '第三篇', categories: ['alpha'], tags: [] },
] as const;

const DATE = '2022-03-03T00:35:15.000Z';

/** The Document Service of types that this project's own types know nothing of. */
interface Documents {
  create(params: object): Promise<{ readonly documentId: string }>;
  update(params: object): Promise<unknown>;
  findMany(params: object): Promise<readonly unknown[]>;
}

describe.each(databases)("an archive in somebody else's types, on $name", (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let running: RunningApp;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    database = await kind.create();
    app = await makeOtherApp(database, { types: TYPES, plugins: ['strapi-plugin-front-matter'] });
    running = await app.boot(config(ARTICLE));
  });
  afterAll(async () => {
    await running.stop();
    await app.remove();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(running.strapi);
  });
  afterEach(() => folder.drop());

  const into = (contentType: string, more: object = {}) => {
    running.strapi.config.set(
      'plugin::front-matter',
      config(contentType, more)['front-matter'].config
    );
  };
  const documents = (uid: string): Documents =>
    running.strapi.documents(uid as 'api::post.post') as unknown as Documents;
  const query = (uid: string) => running.strapi.db.query(uid);
  const write = (wanted: readonly (typeof POSTS)[number][] = POSTS) =>
    Promise.all(
      wanted.map(({ slug, title, categories, tags }) =>
        folder.write(
          `_posts/2022-03-03-${slug}.md`,
          postText({
            title,
            categories: `[${categories.join(', ')}]`,
            tags: `[${tags.join(', ')}]`,
          })
        )
      )
    );
  const makeTerm = async (uid: string, name: string, status: 'draft' | 'published') =>
    (await documents(uid).create({ data: { name, slug: name }, status })).documentId;

  /** The same posts through the Document Service, one by one; "unborn" is a topic that was never published. */
  const makeByHand = async (uid: string): Promise<void> => {
    const ids = new Map<string, string>();
    ids.set('unborn', await makeTerm(TOPIC, 'unborn', 'draft'));
    for (const post of POSTS) {
      for (const name of post.categories) {
        if (!ids.has(name)) ids.set(name, await makeTerm(SECTION, name, 'published'));
      }
      for (const name of post.tags) {
        if (!ids.has(name)) ids.set(name, await makeTerm(TOPIC, name, 'published'));
      }
      const idsOf = (names: readonly string[]) => names.map((name) => ids.get(name));
      await documents(uid).create({
        data: {
          headline: post.title,
          slug: post.slug,
          text: '<p>正文</p>',
          when: DATE,
          sections: idsOf(post.categories),
          topics: idsOf(post.tags),
        },
        status: 'published',
      });
    }
  };

  /** All rows of posts, terms and links, in names instead of ids. */
  const dump = async (uid: string) => {
    const label = new Map<string, string>();
    const tables: Record<string, unknown[]> = {};
    for (const each of [uid, SECTION, TOPIC]) {
      const rows: Record<string, unknown>[] = await query(each).findMany({
        orderBy: { id: 'asc' },
      });
      tables[each] = rows.map(
        ({ id, documentId: _, createdAt: __, updatedAt: ___, publishedAt, ...row }) => {
          const status = publishedAt === null ? 'draft' : 'published';
          label.set(`${each} ${String(id)}`, `${String(row['slug'])} ${status}`);
          return JSON.stringify({ ...row, status });
        }
      );
      tables[each].sort();
    }
    for (const [attribute, target] of [
      ['sections', SECTION],
      ['topics', TOPIC],
    ] as const) {
      const { joinTable } = running.strapi.db.metadata.get(uid).attributes[attribute] as {
        joinTable: {
          name: string;
          joinColumn: { name: string };
          inverseJoinColumn: { name: string };
          inverseOrderColumnName: string;
        };
      };
      const rows: Record<string, unknown>[] = await running.strapi.db
        .getConnection(joinTable.name)
        .select('*');
      const { joinColumn, inverseJoinColumn } = joinTable;
      tables[attribute] = rows
        .map(({ id: _, [joinColumn.name]: post, [inverseJoinColumn.name]: term, ...orders }) =>
          JSON.stringify({
            post: label.get(`${uid} ${String(post)}`),
            term: label.get(`${target} ${String(term)}`),
            ...orders,
          })
        )
        .sort();
    }
    return tables;
  };

  it.each([ARTICLE, NOTE])('leaves the rows of %s that Strapi leaves', async (uid) => {
    into(uid);
    await write();
    await makeTerm(TOPIC, 'unborn', 'draft');
    expect(outcomes(await importInto(running.strapi, folder.root))).toEqual({ created: 3 });
    const imported = await dump(uid);
    for (const each of ALL) await query(each).deleteMany({});
    await makeByHand(uid);
    expect(imported).toEqual(await dump(uid));
  });

  it.each([ARTICLE, NOTE])('takes back what it wrote to %s, and takes that back', async (uid) => {
    into(uid);
    await write();
    await importInto(running.strapi, folder.root);
    const before = await dump(uid);
    const [first] = POSTS;
    await folder.write(
      `_posts/2022-03-03-${first.slug}.md`,
      postText({ title: '改过', categories: '[gamma, alpha]', tags: '[blue]' })
    );
    const again = await importInto(running.strapi, folder.root);
    expect(outcomes(again)).toEqual({ updated: 1, unchanged: 2 });
    const after = await dump(uid);
    expect(after).not.toEqual(before);
    const undone = await rollBack(running.strapi, again.report.run);
    expect(undone.report).toMatchObject({ restored: 1, left: 0 });
    const withoutOrders = (dumped: Awaited<ReturnType<typeof dump>>) =>
      JSON.parse(JSON.stringify(dumped).replaceAll(/\\"(?:article|note)_ord\\":\d+/g, ''));
    expect(withoutOrders(await dump(uid))).toEqual(withoutOrders(before));
    await rollBack(running.strapi, undone.report.run);
    expect(withoutOrders(await dump(uid))).toEqual(withoutOrders(after));
    expect(outcomes(await importInto(running.strapi, folder.root))).toEqual({ unchanged: 3 });
  });

  it('keeps back what cannot be hidden in a type without drafts', async () => {
    into(NOTE);
    await folder.write('_posts/2022-03-03-shown.md', postText());
    await folder.write(
      '_posts/2022-03-04-hidden.md',
      postText({ title: '藏', header: ['published: false'] })
    );
    const { issues, report } = await importInto(running.strapi, folder.root);
    expect(report).toMatchObject({ created: 1, quarantined: 1 });
    expect(issues.map(({ code }) => code)).toContain('DRAFTS_DISABLED');
    await expect(
      importInto(running.strapi, folder.root, { unpublishMissing: true })
    ).rejects.toThrow(/--unpublish-missing .* has no drafts/);
  });

  it('says once what the type has no attribute for, in how many files, unless that is meant', async () => {
    const header = (...more: string[]) => ({ title: 'A', tags: '[red]', header: more });
    await folder.write('_posts/2022-03-03-a.md', postText(header('colour: red', 'layout: post')));
    await folder.write('_posts/2022-03-04-b.md', postText(header('colour: blue', 'mood: calm')));
    await folder.write('_posts/2022-03-05-c.md', postText({ title: 'C', tags: '[]' }));
    const said = async (more: object, wish: object = {}) => {
      into(ARTICLE, more);
      const { issues } = await importInto(running.strapi, folder.root, wish);
      return issues.filter(({ code }) => code.endsWith('_NOT_KEPT'));
    };
    for (const dryRun of [true, false]) {
      expect(await said({ tags: {} }, { dryRun })).toMatchObject([
        {
          code: 'KEYS_NOT_KEPT',
          severity: 'warning',
          path: '',
          message: expect.stringMatching(
            /^api::article\.article .*: colour \(2\), mood \(1\)\. They/u
          ),
        },
        {
          code: 'TERMS_NOT_KEPT',
          severity: 'warning',
          path: '',
          message: expect.stringMatching(/^api::article\.article .*: tags \(2\)\. They/u),
        },
      ]);
    }
    // Nothing is read again that has not changed.
    expect(await said({ tags: {} })).toEqual([]);
    const attributes = { title: 'headline', body: 'text', date: 'when', frontMatter: false };
    expect(await said({ attributes, tags: false })).toEqual([]);
    expect(await said({ keys: { mood: 'headline' } })).toMatchObject([
      { code: 'KEYS_NOT_KEPT', message: expect.stringContaining(': colour (2). They') },
    ]);
  });

  it('refuses a known archive that would go to another type, and to undo it there', async () => {
    into(ARTICLE);
    await write();
    const { report } = await importInto(running.strapi, folder.root);
    into(NOTE);
    await expect(importInto(running.strapi, folder.root)).rejects.toThrow(
      'was imported into api::article.article before, and would go to api::note.note now'
    );
    await expect(rollBack(running.strapi, report.run)).rejects.toThrow(
      'wrote api::article.article, and config/plugins names api::note.note now'
    );
    expect(await query(ARTICLE).count()).toBe(6);
    expect(outcomes(await importInto(running.strapi, folder.root, { name: 'other' }))).toEqual({
      created: 3,
    });
  });

  describe('in a localised type', () => {
    beforeAll(async () => {
      const locales = running.strapi.service('plugin::i18n.locales');
      if ((await locales.findByCode('zh')) === null) {
        await locales.create({ code: 'zh', name: 'Chinese (zh)' });
      }
    });
    beforeEach(() => into(PAGE));

    it('goes into the locale that is asked for, categories and tags too', async () => {
      await write();
      await importInto(running.strapi, folder.root, { locale: 'zh' });
      for (const uid of [PAGE, LABEL]) {
        const rows: { locale: string }[] = await query(uid).findMany({});
        expect(new Set(rows.map(({ locale }) => locale))).toEqual(new Set(['zh']));
      }
      const found = await documents(PAGE).findMany({
        locale: 'zh',
        status: 'published',
        populate: ['sections', 'topics'],
        sort: 'slug',
      });
      expect(found).toMatchObject([
        { sections: [{ slug: 'alpha' }, { slug: 'beta' }], topics: [{ slug: 'red' }, {}] },
        {},
        {},
      ]);
      expect(await documents(PAGE).findMany({ locale: 'en' })).toEqual([]);
      const again = await importInto(running.strapi, folder.root, { locale: 'zh' });
      expect(outcomes(again)).toEqual({ unchanged: 3 });
    });

    it('is refused in another locale under the same name, and taken under another', async () => {
      await write();
      await importInto(running.strapi, folder.root, { locale: 'zh' });
      await expect(importInto(running.strapi, folder.root)).rejects.toThrow(
        'was imported into api::page.page in locale zh before'
      );
      expect(outcomes(await importInto(running.strapi, folder.root, { name: 'en' }))).toEqual({
        created: 3,
      });
      expect(await query(PAGE).count()).toBe(12);
    });

    it("leaves an editor's translation when it is undone, and the document with it", async () => {
      await write();
      const { report } = await importInto(running.strapi, folder.root, { locale: 'zh' });
      const { documentId } = await query(PAGE).findOne({ where: { slug: 'first' } });
      await documents(PAGE).update({
        documentId,
        locale: 'en',
        data: { headline: 'First' },
      });
      const undone = await rollBack(running.strapi, report.run);
      expect(undone.report).toMatchObject({ removed: 2, left: 1 });
      expect(undone.issues).toMatchObject([{ code: 'EDITED_SINCE' }]);
      const rows: { locale: string }[] = await query(PAGE).findMany({ where: { documentId } });
      expect(rows.map(({ locale }) => locale).sort()).toEqual(['en', 'zh', 'zh']);
    });
  });

  it('takes every setting of the configuration, and those of the archive beside it', async () => {
    into(ESSAY, {
      attributes: {
        title: 'headline',
        slug: 'handle',
        date: 'when',
        body: 'text',
        excerpt: false,
        frontMatter: 'rest',
      },
      categories: {
        attribute: 'rubrics',
        name: 'heading',
        slug: 'handle',
        nested: true,
        parent: 'above',
      },
      tags: false,
      keys: { subtitle: 'standfirst' },
    });
    await folder.write('.broadsheet.yml', 'mapping: { author: by }\n');
    const header = ['subtitle: Second', 'author: Somebody', 'excerpt: Short', 'colour: red'];
    await folder.write(
      '_posts/2022-03-03-first.md',
      postText({ title: 'First', categories: '[world, asia]', tags: '[red]', header })
    );
    expect(outcomes(await importInto(running.strapi, folder.root))).toEqual({ created: 1 });
    const essay = await query(ESSAY).findOne({
      where: { publishedAt: { $notNull: true } },
      populate: { rubrics: { populate: ['above'] }, tags: true },
    });
    expect(essay).toMatchObject({
      headline: 'First',
      handle: 'first',
      when: DATE,
      excerpt: null,
      standfirst: 'Second',
      by: 'Somebody',
      rest: { excerpt: 'Short', colour: 'red' },
      rubrics: [
        { heading: 'world', handle: 'world', above: null },
        { heading: 'asia', handle: 'asia', above: { heading: 'world' } },
      ],
      tags: [],
    });
    expect(essay.rest).not.toHaveProperty('subtitle');
    await folder.write('.broadsheet.yml', 'categories: flat\nmapping: { author: by }\n');
    expect(outcomes(await importInto(running.strapi, folder.root))).toEqual({ unchanged: 1 });
  });

  it.each([
    [{ contentType: 'api::nothing.nothing' }, 'contentType is "api::nothing.nothing": this app'],
    [{ attributes: { body: 'prose' } }, 'attributes.body is "prose": api::essay.essay has no'],
    [{ attributes: {} }, 'attributes.body is "body": api::essay.essay has no attribute of that'],
    [
      { attributes: { body: false } },
      'attributes.body is false: it has to be the attribute of api',
    ],
    [
      { categories: { attribute: 'text' } },
      'categories.attribute is "text": api::essay.essay.text is of type richtext, and it has to be a many-',
    ],
    [{ tags: { attribute: 'labels' } }, 'tags.attribute is "labels": api::essay.essay has no'],
    [
      { categories: { attribute: 'rubrics', name: 'heading', slug: 'handle', parent: 'below' } },
      'categories.parent is "below": api::rubric.rubric.below is of type relation (oneToMany to api::rubric.rubric), and it has to be a many-to-one relation of api::rubric.rubric to',
    ],
    [{ tags: { name: 'title' } }, 'tags.name is "title": api::label.label has no attribute'],
    [{ keys: { subtitle: 'rubrics' } }, 'keys.subtitle is "rubrics": api::essay.essay.rubrics is'],
    [{ keys: { subtitle: 'locale' } }, 'keys.subtitle is "locale": Strapi keeps api::essay'],
  ])('is refused where the type has no room for it: %j', async (more, message) => {
    const attributes = { title: 'headline', body: 'text' };
    into(ESSAY, { attributes, categories: false, tags: false, ...more });
    await write();
    await expect(importInto(running.strapi, folder.root)).rejects.toThrow(
      `config/plugins: "front-matter".config.${message}`
    );
    expect(await query('plugin::front-matter.run').count()).toBe(0);
  });

  it('has to be localised for a locale to be asked for', async () => {
    into(ARTICLE);
    await write();
    await expect(importInto(running.strapi, folder.root, { locale: 'en' })).rejects.toThrow(
      '--locale en is asked for, but api::article.article is not localised'
    );
  });
});
