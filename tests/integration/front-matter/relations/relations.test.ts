import { databases, type TestDatabase } from '../../harness/databases';
import { emptySite } from '../../harness/empty-site';
import { statementsOf } from '../../harness/statements';
import { makeOtherApp, type OtherApp, type RunningApp } from '../../harness/other-app';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, type Imported, outcomes, rollBack } from '../importing';
import { dumpRelations } from './dump-relations';
import { config, LEAFLET, MEMO, PERSON, PLACE, SECTION, STORY, TYPES, WRITER } from './types';

/** The Document Service of types that this project's own types know nothing of. */
interface Documents {
  create(params: object): Promise<{ readonly documentId: string }>;
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
  findFirst(params: object): Promise<Row>;
  findMany(params: object): Promise<readonly Row[]>;
}

type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };

const MAPPING = [
  'mapping:',
  '  author: { relation: writer, by: name }',
  '  helpers: { relation: helpers, by: name }',
  '  people: { relation: people, by: name }',
  '',
].join('\n');

describe.each(databases)('keys that become relations, on $name', (kind) => {
  let database: TestDatabase;
  let app: OtherApp;
  let running: RunningApp;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    database = await kind.create();
    const plugins = ['strapi-plugin-front-matter', 'strapi-plugin-permalinks'];
    app = await makeOtherApp(database, { types: TYPES, plugins });
    running = await app.boot(config(STORY));
    const locales = running.strapi.service('plugin::i18n.locales');
    if ((await locales.findByCode('zh')) === null) {
      await locales.create({ code: 'zh', name: 'Chinese (zh)' });
    }
  });
  afterAll(async () => {
    await running.stop();
    await app.remove();
  });
  beforeEach(async () => {
    folder = await archiveFolder();
    await emptySite(running.strapi);
    into(STORY);
    await folder.write('.broadsheet.yml', MAPPING);
  });
  afterEach(() => folder.drop());

  const into = (contentType: string, more: object = {}) => {
    const { config: own } = config(contentType, more)['front-matter'];
    running.strapi.config.set('plugin::front-matter', own);
  };
  const documents = (uid: string): Documents =>
    running.strapi.documents(uid as 'api::post.post') as unknown as Documents;
  const query = (uid: string) => running.strapi.db.query(uid);
  const write = (slug: string, header: readonly string[], more: object = {}) =>
    folder.write(
      `_posts/2022-03-03-${slug}.md`,
      postText({ title: slug, categories: '[]', tags: '[]', header, ...more })
    );
  const run = (wish: Parameters<typeof importInto>[2] = {}) =>
    importInto(running.strapi, folder.root, wish);
  const dump = (uid = STORY) => dumpRelations(running.strapi, uid);
  const told = ({ issues }: Imported, ...codes: readonly string[]): readonly string[] =>
    issues
      .filter(({ code }) => codes.includes(code))
      .map(({ code, path, message }) => `${code} ${path ?? ''} ${message}`);

  /** Names of what a post is related to, in the draft and in what is public. */
  const related = async (slug: string, attribute: string, uid = STORY) => {
    const names = async (status: string): Promise<readonly unknown[]> => {
      const found = await documents(uid).findFirst({
        filters: { slug },
        status,
        populate: [attribute],
      });
      return [found[attribute] ?? []].flat().map((entry) => (entry as Row)['name']);
    };
    return { draft: await names('draft'), published: await names('published') };
  };
  const both = (...names: readonly string[]) => ({ draft: names, published: names });
  const namesOf = async (uid: string): Promise<readonly unknown[]> =>
    (await query(uid).findMany({ orderBy: { id: 'asc' } })).map((row: Row) => row['name']);
  const find = async (uid: string, where: object): Promise<Row> =>
    (await query(uid).findOne({ where })) as Row;
  const edit = async (uid: string, where: object, data: object): Promise<void> => {
    const { documentId } = await find(uid, where);
    await documents(uid).update({ documentId, data });
    await documents(uid).publish({ documentId });
  };

  const POSTS = [
    { slug: 'first', author: 'Jane', helpers: ['Ada', 'Bob'], people: ['Eve', 'Mallory'] },
    { slug: 'second', author: 'unborn', helpers: ['Bob', 'unborn', 'Ada'], people: ['Eve'] },
    { slug: 'third', author: 'Jane', helpers: [], people: ['Mallory', 'Eve'] },
  ] as const;

  /** The same posts through the Document Service, one by one; "unborn" was never published. */
  const makeByHand = async (uid: string): Promise<void> => {
    const ids = new Map<string, string>();
    const make = async (of: string, name: string, status: string) => {
      const data = { name, ...(of === PERSON ? { handle: name.toLowerCase() } : { slug: name }) };
      ids.set(name, (await documents(of).create({ data, status })).documentId);
    };
    await make(WRITER, 'unborn', 'draft');
    for (const name of ['Jane', 'Ada', 'Bob']) await make(WRITER, name, 'published');
    for (const name of ['Eve', 'Mallory']) await make(PERSON, name, 'published');
    for (const { slug, author, helpers, people } of POSTS) {
      await documents(uid).create({
        data: {
          headline: slug,
          slug,
          text: '<p>正文</p>',
          when: '2022-03-03T00:35:15.000Z',
          writer: ids.get(author),
          helpers: helpers.map((name) => ids.get(name)),
          people: people.map((name) => ids.get(name)),
        },
        status: 'published',
      });
    }
  };

  it.each([STORY, MEMO])('leave the rows of %s that Strapi leaves', async (uid) => {
    into(uid);
    await documents(WRITER).create({ data: { name: 'unborn', slug: 'unborn' }, status: 'draft' });
    for (const { slug, author, helpers, people } of POSTS) {
      const lists = [`helpers: [${helpers.join(', ')}]`, `people: [${people.join(', ')}]`];
      await write(slug, [`author: ${author}`, ...lists]);
    }
    expect(outcomes(await run())).toEqual({ created: 3 });
    const withoutRest = (dumped: unknown): unknown =>
      JSON.parse(
        JSON.stringify(dumped)
          .replaceAll(/\\"rest\\":(?:null|\{[^}]*\})/g, '\\"rest\\":0')
          // A slug that is a value has its case, and Strapi's own has not.
          .replaceAll(/\\"handle\\":\\"(?:Eve|Mallory)/gi, '\\"handle\\":\\"')
      );
    const imported = withoutRest(await dump(uid));
    await emptySite(running.strapi);
    await makeByHand(uid);
    expect(imported).toEqual(withoutRest(await dump(uid)));
  });

  it('make the entries that are missing, published, with a slug, and find them again', async () => {
    await documents(WRITER).create({
      data: { name: 'Jane Doe', slug: 'the-jane' },
      status: 'published',
    });
    await write('first', ['author: Jane Doe', 'helpers: [张三, jane doe]', 'people: [42]']);
    await write('second', ['author: 张三', 'layout: post']);
    const foretold = await run({ dryRun: true });
    expect(outcomes(foretold)).toEqual({ created: 2 });
    expect(await namesOf(PERSON)).toEqual([]);
    const first = await run();
    expect(outcomes(first)).toEqual({ created: 2 });
    expect(foretold.issues).toEqual(first.issues);
    expect(await related('first', 'writer')).toEqual(both('Jane Doe'));
    expect(await related('second', 'writer')).toEqual(both('张三'));
    expect(await related('first', 'helpers')).toEqual(both('张三', 'jane doe'));
    expect(await related('first', 'people')).toEqual(both('42'));
    const writers: Row[] = await query(WRITER).findMany({ orderBy: { id: 'asc' } });
    expect(writers.map(({ name, slug }) => `${String(name)} ${String(slug)}`)).toEqual([
      ...Array<string>(2).fill('Jane Doe the-jane'),
      ...['张三 zhang-san', '张三 zhang-san', 'jane doe jane-doe', 'jane doe jane-doe'],
    ]);
    expect(await find(PERSON, {})).toMatchObject({ name: '42', handle: '42' });
    expect((await find(STORY, { slug: 'first' }))['rest']).not.toHaveProperty('author');
    expect(outcomes(await run())).toEqual({ unchanged: 2 });
    await write('second', ['author: 张三', 'layout: post'], { body: '改过' });
    expect(outcomes(await run())).toEqual({ updated: 1, unchanged: 1 });
    expect(await query(WRITER).count()).toBe(6);
  });

  it('find an entry that an editor has renamed, and never one by its slug', async () => {
    await write('first', ['author: Jane', 'helpers: [Ada]']);
    await run();
    await edit(WRITER, { name: 'Jane' }, { name: 'Jane Smith' });
    await write('first', ['author: Jane', 'helpers: [Jane Smith, Jane]'], { body: '改过' });
    await write('second', ['author: Jane']);
    expect(outcomes(await run())).toEqual({ created: 1, updated: 1 });
    expect(await related('first', 'writer')).toEqual(both('Jane Smith'));
    expect(await related('second', 'writer')).toEqual(both('Jane Smith'));
    expect(await related('first', 'helpers')).toEqual(both('Jane Smith'));
    await documents(WRITER).create({ data: { name: 'Rob', slug: 'robby' }, status: 'published' });
    await write('third', ['author: robby']);
    await run();
    expect(await related('third', 'writer')).toEqual(both('robby'));
  });

  it('change what the archive alone has changed, and keep what an editor has changed', async () => {
    for (const slug of ['archive', 'editor', 'both', 'alike', 'gone']) {
      await write(slug, ['author: Jane', 'helpers: [Ada, Bob]']);
    }
    await run();
    const john = await documents(WRITER).create({ data: { name: 'John' }, status: 'published' });
    const { documentId: ada } = await find(WRITER, { name: 'Ada' });
    for (const slug of ['editor', 'both', 'alike']) {
      await edit(STORY, { slug }, { writer: john.documentId, helpers: [ada] });
    }
    await write('archive', ['author: Eve', 'helpers: [Bob]']);
    await write('editor', ['author: Jane', 'helpers: [Ada, Bob]'], { body: '改过' });
    await write('both', ['author: Eve', 'helpers: [Ada, Bob]']);
    await write('alike', ['author: John', 'helpers: [Ada]']);
    await write('gone', ['layout: post']);
    const foretold = await run({ dryRun: true });
    const second = await run();
    expect(outcomes(second)).toEqual({ updated: 3, unchanged: 1, conflicts: 1 });
    expect(outcomes(foretold)).toEqual(outcomes(second));
    expect(told(foretold, 'CONFLICT')).toEqual(told(second, 'CONFLICT'));
    expect(told(second, 'CONFLICT')).toEqual([
      expect.stringContaining('-both.md The file and an editor both changed writer.'),
    ]);
    expect(await related('archive', 'writer')).toEqual(both('Eve'));
    expect(await related('archive', 'helpers')).toEqual(both('Bob'));
    expect(await related('editor', 'writer')).toEqual(both('John'));
    expect(await related('editor', 'helpers')).toEqual(both('Ada'));
    expect(await related('both', 'writer')).toEqual(both('John'));
    expect(await related('both', 'helpers')).toEqual(both('Ada'));
    expect(await related('alike', 'writer')).toEqual(both('John'));
    expect(await related('gone', 'writer')).toEqual(both());
    expect(await related('gone', 'helpers')).toEqual(both());
    expect(outcomes(await run())).toEqual({ unchanged: 4, conflicts: 1 });
    await run({ onConflict: 'overwrite' });
    expect(await related('both', 'writer')).toEqual(both('Eve'));
    expect(await related('editor', 'writer')).toEqual(both('John'));
  });

  it("leave an editor's unpublished choice in the draft", async () => {
    await write('first', ['author: Jane']);
    await run();
    const john = await documents(WRITER).create({ data: { name: 'John' }, status: 'published' });
    const { documentId } = await find(STORY, { slug: 'first' });
    await documents(STORY).update({ documentId, data: { writer: john.documentId } });
    await write('first', ['author: Eve']);
    expect(outcomes(await run())).toEqual({ conflicts: 1 });
    expect(await related('first', 'writer')).toEqual({ draft: ['John'], published: ['Jane'] });
  });

  describe('undone', () => {
    it.each([STORY, MEMO])('take back what a run wrote to %s, and that again', async (uid) => {
      into(uid);
      await write('first', ['author: Jane', 'helpers: [Ada, Bob]', 'people: [Eve]']);
      await write('second', ['author: Ada']);
      await run();
      const before = await dump(uid);
      await write('first', ['author: John', 'helpers: [Bob, Cid]']);
      const again = await run();
      expect(outcomes(again)).toEqual({ updated: 1, unchanged: 1 });
      const after = await dump(uid);
      expect(after).not.toEqual(before);
      const undone = await rollBack(running.strapi, again.report.run);
      expect(undone.report).toMatchObject({ restored: 1, left: 0 });
      const withoutOrders = (dumped: Awaited<ReturnType<typeof dump>>): unknown =>
        JSON.parse(JSON.stringify(dumped).replaceAll(/\\"(?:story|memo)_ord\\":\d+/g, ''));
      expect(withoutOrders(await dump(uid))).toEqual(withoutOrders(before));
      await rollBack(running.strapi, undone.report.run);
      expect(withoutOrders(await dump(uid))).toEqual(withoutOrders(after));
      expect(outcomes(await run())).toEqual({ unchanged: 2 });
    });

    it('remove what the run made and nobody uses, and keep what an editor has taken up', async () => {
      await documents(WRITER).create({ data: { name: 'Own', slug: 'own' }, status: 'published' });
      await write('first', ['author: Jane', 'helpers: [Ada, Own, Bob]', 'people: [Eve, Mallory]']);
      const { report } = await run();
      const { documentId: ada } = await find(WRITER, { name: 'Ada' });
      await documents(STORY).create({ data: { headline: 'by hand', text: 'x', helpers: [ada] } });
      await edit(WRITER, { name: 'Bob' }, { email: 'bob@site.example' });
      const before = await dump();
      const undone = await rollBack(running.strapi, report.run);
      expect(undone.report).toMatchObject({ removed: 1, left: 0 });
      expect(new Set(await namesOf(WRITER))).toEqual(new Set(['Own', 'Ada', 'Bob']));
      expect(await namesOf(PERSON)).toEqual([]);
      await rollBack(running.strapi, undone.report.run);
      const unordered = (dumped: Awaited<ReturnType<typeof dump>>): unknown =>
        JSON.parse(JSON.stringify(dumped).replaceAll(/\\"(?:story)_ord\\":\d+/g, ''));
      expect(unordered(await dump())).toEqual(unordered(before));
      expect(outcomes(await run())).toEqual({ unchanged: 1 });
    });

    it('leave what an earlier run has made, in whichever order runs are undone', async () => {
      await write('first', ['author: Jane']);
      const one = await run();
      await write('second', ['author: Jane', 'helpers: [Ada]']);
      const two = await run();
      await rollBack(running.strapi, one.report.run);
      expect(new Set(await namesOf(WRITER))).toEqual(new Set(['Jane', 'Ada']));
      expect(await related('second', 'writer')).toEqual(both('Jane'));
      await rollBack(running.strapi, two.report.run);
      expect(await namesOf(WRITER)).toEqual([]);
      expect(outcomes(await run())).toEqual({ created: 2 });
      expect(await related('first', 'writer')).toEqual(both('Jane'));
    });
  });

  it('share their entries where they lead to one type by one attribute', async () => {
    await folder.write(
      '.broadsheet.yml',
      `${MAPPING}  rubric: { relation: mainSection, by: name }\n`
    );
    await write('first', ['author: Jane', 'helpers: [Jane, Ada]', 'rubric: World']);
    await write('second', ['author: Ada', 'rubric: Sports'], { categories: '[World, Sports]' });
    const { report } = await run();
    expect(await namesOf(WRITER)).toEqual(['Jane', 'Jane', 'Ada', 'Ada']);
    expect(await namesOf(SECTION)).toEqual(['World', 'Sports']);
    expect(await related('second', 'sections')).toEqual(both('World', 'Sports'));
    expect(await related('second', 'mainSection')).toEqual(both('Sports'));
    await rollBack(running.strapi, report.run);
    expect([...(await namesOf(WRITER)), ...(await namesOf(SECTION))]).toEqual([]);
  });

  it('are linked from the side that does not own the relation, too', async () => {
    await folder.write('.broadsheet.yml', 'mapping: { gifts: { relation: gifts, by: name } }\n');
    await write('first', ['gifts: [Eve, Mallory]']);
    await write('second', ['gifts: [Mallory]']);
    expect(outcomes(await run())).toEqual({ created: 2 });
    expect(await related('first', 'gifts')).toEqual(both('Eve', 'Mallory'));
    const imported = (await dump())['gifts'];
    const eve = await find(PERSON, { name: 'Eve' });
    const mallory = await find(PERSON, { name: 'Mallory' });
    await query(STORY).deleteMany({});
    for (const [headline, gifts] of [
      ['first', [eve.documentId, mallory.documentId]],
      ['second', [mallory.documentId]],
    ]) {
      const data = { headline, slug: `by-hand-${String(headline)}`, text: 'x', gifts };
      await documents(STORY).create({ data, status: 'published' });
    }
    expect((await dump())['gifts']).toEqual(imported);
  });

  it('come to the same whatever the size of the batches, and the dry run foresees it', async () => {
    for (let index = 100; index < 190; index += 1) {
      const late = index < 150 ? 'Ann' : 'Ann!';
      const name = ['Ann', late, 'ann', `Writer ${index % 7}`][index % 4] ?? '';
      const other = ['ANN', 'Ann?', `Writer ${index % 11}`][index % 3] ?? '';
      await write(`post-${index}`, [`author: "${name}"`, `helpers: ["${other}", "${name}"]`]);
    }
    const foretold = await run({ dryRun: true });
    const first = await run();
    const large = await dump();
    expect(foretold.issues).toEqual(first.issues);
    await emptySite(running.strapi);
    const { httpServer } = running.strapi.server;
    Object.defineProperty(httpServer, 'listening', { value: true, configurable: true });
    try {
      expect(outcomes(await run())).toEqual({ created: 90 });
    } finally {
      Reflect.deleteProperty(httpServer, 'listening');
    }
    expect(await dump()).toEqual(large);
    expect(new Set(await namesOf(WRITER)).size).toBe(5 + 11);
  });

  it('ask the database no more often for more posts of one batch', async () => {
    const statements = async (count: number): Promise<number> => {
      await emptySite(running.strapi);
      for (let index = 100; index < 100 + count; index += 1) {
        await write(`post-${index}`, [`author: Writer ${index}`, `helpers: [Helper ${index}]`]);
      }
      const sent = await statementsOf(running.strapi, () => run());
      return sent.filter(({ sql }) => /^select.*(?:writers|front_matter_terms)/isu.test(sql))
        .length;
    };
    expect(await statements(30)).toBe(await statements(3));
  });

  it('are read from lists and maps; what does not fit is said once a file, and kept', async () => {
    await write('map', ['author: { name: Jane, email: jane@site.example }']);
    await write('several', ['author: [Jane, John]', 'people: [Eve, [Mallory]]']);
    await write('unfit', ['author: { email: x }', 'helpers: [{ a: b }]', 'people:']);
    await write('long', [`helpers: [${'x'.repeat(300)}]`]);
    const first = await run();
    expect(outcomes(first)).toEqual({ created: 3, quarantined: 1 });
    const codes = ['RELATION_INVALID', 'RELATION_TAKES_ONE', 'VALUE_TOO_LONG'];
    expect(told(first, ...codes).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['VALUE_TOO_LONG', '_posts/2022-03-03-long.md'],
      ['RELATION_INVALID', '_posts/2022-03-03-several.md'],
      ['RELATION_TAKES_ONE', '_posts/2022-03-03-several.md'],
      ['RELATION_INVALID', '_posts/2022-03-03-unfit.md'],
    ]);
    expect(await related('map', 'writer')).toEqual(both('Jane'));
    expect(await related('several', 'writer')).toEqual(both('Jane'));
    expect(await related('several', 'people')).toEqual(both('Eve'));
    expect(await related('unfit', 'writer')).toEqual(both());
    expect(await namesOf(PERSON)).toEqual(['Eve']);
    expect((await find(STORY, { slug: 'several' }))['rest']).toMatchObject({
      author: ['Jane', 'John'],
      people: ['Eve', ['Mallory']],
    });
    expect((await find(STORY, { slug: 'map' }))['rest']).toMatchObject({
      author: { name: 'Jane', email: 'jane@site.example' },
    });
  });

  it('are linked where they are mapped later, and stay linked where they are not any more', async () => {
    await folder.write('.broadsheet.yml', 'dates: local\n');
    await write('first', ['author: Jane']);
    await run();
    expect((await find(STORY, { slug: 'first' }))['rest']).toMatchObject({ author: 'Jane' });
    await folder.write('.broadsheet.yml', `dates: local\n${MAPPING}`);
    const mapped = await run();
    expect(outcomes(mapped)).toEqual({ updated: 1 });
    expect(await related('first', 'writer')).toEqual(both('Jane'));
    expect((await find(STORY, { slug: 'first' }))['rest']).not.toHaveProperty('author');
    await folder.write('.broadsheet.yml', 'dates: local\n');
    expect(outcomes(await run())).toEqual({ updated: 1 });
    expect(await related('first', 'writer')).toEqual(both('Jane'));
    await rollBack(running.strapi, mapped.report.run);
    expect(await related('first', 'writer')).toEqual(both());
    expect(await namesOf(WRITER)).toEqual([]);
  });

  it('lead to entries of the locale of a post, where these are localised', async () => {
    into(LEAFLET);
    await folder.write(
      '.broadsheet.yml',
      'locales: { en: en, zh: zh }\nmapping:\n  place: { relation: places, by: name }\n  author: { relation: person, by: name }\n'
    );
    const header = ['place: [Rizhao, Jinan]', 'author: Jane'];
    for (const language of ['en', 'zh']) {
      await folder.write(`${language}/_posts/2022-03-03-first.md`, postText({ header }));
    }
    const first = await run();
    expect(outcomes(first)).toEqual({ created: 2 });
    const places: Row[] = await query(PLACE).findMany({ orderBy: { id: 'asc' } });
    expect(places.map(({ locale, name }) => `${String(locale)} ${String(name)}`).sort()).toEqual(
      ['en', 'zh'].flatMap((locale) =>
        ['Jinan', 'Jinan', 'Rizhao', 'Rizhao'].map((name) => `${locale} ${name}`)
      )
    );
    expect(await namesOf(PERSON)).toEqual(['Jane']);
    for (const locale of ['en', 'zh']) {
      const populate = ['places', 'person'];
      for (const status of ['draft', 'published']) {
        expect(await documents(LEAFLET).findFirst({ locale, status, populate })).toMatchObject({
          places: [
            { name: 'Rizhao', locale },
            { name: 'Jinan', locale },
          ],
          person: { name: 'Jane' },
        });
      }
    }
    expect(outcomes(await run())).toEqual({ unchanged: 2 });
    await rollBack(running.strapi, first.report.run);
    expect([...(await namesOf(PLACE)), ...(await namesOf(PERSON))]).toEqual([]);
  });

  it.each([
    [
      'author: { relation: editor, by: name }',
      'author.relation" is "editor": api::story.story has',
    ],
    [
      'author: { relation: headline, by: name }',
      'author.relation" is "headline": api::story.story.headline is of type string, and it has to be a r',
    ],
    ['author: { relation: createdBy, by: name }', 'author.relation" is "createdBy": Strapi keeps'],
    ['author: { relation: subject, by: name }', 'author.relation" is "subject": it leads to entri'],
    ['author: { relation: owner, by: username }', 'author.relation" is "owner": it leads to plug'],
    ['author: { relation: seal, by: name }', 'author.relation" is "seal": an entry of api::writer'],
    ['author: { relation: column, by: name }', 'author.relation" is "column": it is kept in a co'],
    ['author: { relation: badge, by: name }', 'author.relation" is "badge": entries of api::badge'],
    ['author: { relation: writer, by: title }', 'author.by" is "title": api::writer.writer has no'],
    ['author: { relation: writer, by: stories }', 'author.by" is "stories": api::writer.writer.s'],
    [
      'author: { relation: people, by: age }',
      'author.by" is "age": api::person.person.age is of type integer, and',
    ],
    [
      'author: { relation: people, by: handle }',
      'author.by" is "handle": api::person.person.handle is of type uid, and',
    ],
    ['author: { relation: sections, by: name }', 'author.relation" is "sections": the categories'],
    [
      'a: { relation: writer, by: name }\n  b: { relation: writer, by: email }',
      'b.relation" is "writer": the key "a" becomes it already. Leave one of the two',
    ],
  ])('are refused where nothing can be linked: %s', async (mapping, message) => {
    await folder.write('.broadsheet.yml', `mapping:\n  ${mapping}\n`);
    await write('first', ['author: Jane']);
    await expect(run()).rejects.toThrow(new RegExp(`^\\.broadsheet\\.yml:\\d+:\\d+: "mapping\\.`));
    await expect(run()).rejects.toThrow(message);
    expect(await query('plugin::front-matter.run').count()).toBe(0);
    expect(await query(WRITER).count()).toBe(0);
  });
});
