import { databases, type DatabaseKind } from '../harness/databases';
import { ARTICLE_SOURCES, makeOtherApp, type OtherApp } from './other-app';

const ARTICLE = 'api::article.article';
const contentTypes = ARTICLE_SOURCES;
const wire = () => ({
  contentTypes,
  providers: [
    {
      name: 'wire',
      hosts: ['wire.example', 'old.wire.example'],
      code: 'W-(?<key>[0-9]+)',
      address: 'https://{host}/story/{code}',
    },
  ],
});

const [sqlite] = databases as readonly [DatabaseKind, ...DatabaseKind[]];

describe('somebody else’s application', () => {
  let app: OtherApp;

  beforeAll(async () => {
    app = await makeOtherApp(await sqlite.create());
  });
  afterAll(() => app.remove());

  it('is served by its own names, and follows a provider to a new host', async () => {
    const first = await app.boot(wire());
    const articles = first.strapi.documents(ARTICLE as 'api::post.post');
    const write = (data: object, locale = 'en') =>
      articles.create({ data, status: 'published', locale } as never);
    const made = (await write({ headline: '一', reference: 'W-7' })) as unknown as Record<
      string,
      unknown
    >;
    expect(made).toMatchObject({ address: 'https://wire.example/story/W-7', story: '7' });
    await write({
      headline: '二',
      address: 'http://old.wire.example/story/W-7?x=1',
      related: [made['documentId']],
    });

    const role = await first.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    for (const action of ['find', 'findOne']) {
      await first.strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `${ARTICLE}.${action}`, role: role.id } });
    }
    const read = async ({ http }: typeof first) => {
      const rest = await http.get('/api/articles?sort=id&populate=related').expect(200);
      const graphql = await http
        .post('/graphql')
        .send({ query: '{ articles(sort: "id:asc") { headline readAt twins { headline } } }' })
        .expect(200);
      const twins = await http
        .get(`/api/source-links/twins/${String(made['documentId'])}`)
        .expect(200);
      return { rest: rest.body.data, graphql: graphql.body.data.articles, twins: twins.body };
    };
    const before = await read(first);
    expect(before.rest[0]).toMatchObject({ readAt: 'https://wire.example/story/W-7' });
    expect(before.rest[1]).toMatchObject({
      readAt: 'http://old.wire.example/story/W-7?x=1',
      related: [{ readAt: 'https://wire.example/story/W-7' }],
    });
    expect(before.twins).toMatchObject({ data: [{ headline: '二' }], meta: { key: '7' } });
    await first.strapi.destroy();

    // One line of configuration, and nothing else.
    const second = await app.boot({ ...wire(), canonicalHosts: { wire: 'new.wire.example' } });
    const after = await read(second);
    await second.strapi.destroy();
    expect(after.rest[0].readAt).toBe('https://new.wire.example/story/W-7');
    expect(after.rest[1].readAt).toBe('https://new.wire.example/story/W-7?x=1');
    expect(after.rest[1].related[0].readAt).toBe('https://new.wire.example/story/W-7');
    expect(after.graphql).toEqual([
      { headline: '一', readAt: 'https://new.wire.example/story/W-7', twins: [{ headline: '二' }] },
      {
        headline: '二',
        readAt: 'https://new.wire.example/story/W-7?x=1',
        twins: [{ headline: '一' }],
      },
    ]);
    const stored = ({ rest }: typeof before) =>
      rest.map(({ address, updatedAt }: Record<string, unknown>) => ({ address, updatedAt }));
    expect(stored(after)).toEqual(stored(before));
  });

  it('knows nobody’s addresses unless it names providers, and keeps what it is given', async () => {
    const { strapi, http } = await app.boot({ contentTypes });
    const articles = strapi.documents(ARTICLE as 'api::post.post');
    const made = [];
    for (const data of [
      { headline: '三', address: 'http://finance.eastmoney.com/news/1345,202203152311122233.html' },
      { headline: '四', reference: 'NW202203152311122233' },
    ]) {
      made.push(await articles.create({ data, status: 'published', locale: 'en' } as never));
    }
    expect(made).toMatchObject([
      {
        reference: null,
        address: 'http://finance.eastmoney.com/news/1345,202203152311122233.html',
        story: null,
      },
      { reference: 'NW202203152311122233', address: null, story: null },
    ]);
    const { body } = await http.get(
      '/api/articles?sort=id&filters[headline][$in]=%E4%B8%89&filters[headline][$in]=%E5%9B%9B'
    );
    expect(body.data.map(({ readAt }: Record<string, unknown>) => readAt)).toEqual([
      'http://finance.eastmoney.com/news/1345,202203152311122233.html',
      null,
    ]);
    const type = strapi.contentTypes[ARTICLE as 'api::post.post'];
    expect(type?.pluginOptions).toMatchObject({ 'source-links': { providers: [] } });
    await strapi.destroy();
  });

  it.each<[string, object, RegExp]>([
    [
      'a type that is not there',
      { contentTypes: { 'api::page.page': {} } },
      /contentTypes\["api::page\.page"\]/,
    ],
    [
      'an attribute that is not there',
      { contentTypes: { [ARTICLE]: {} } },
      /contentTypes\["api::article\.article"\]\.code.*"sourceCode"/,
    ],
    [
      'an attribute of another kind',
      { contentTypes: { [ARTICLE]: { ...contentTypes[ARTICLE], key: 'related' } } },
      /\.key.*"related".*of type relation/,
    ],
    [
      'a link that is an attribute',
      { contentTypes: { [ARTICLE]: { ...contentTypes[ARTICLE], link: 'headline' } } },
      /\.link.*"headline"/,
    ],
    [
      'a link that responses have already',
      { contentTypes: { [ARTICLE]: { ...contentTypes[ARTICLE], link: 'documentId' } } },
      /\.link.*"documentId"/,
    ],
    [
      'one attribute for two things',
      { contentTypes: { [ARTICLE]: { ...contentTypes[ARTICLE], url: 'reference' } } },
      /\.url.*"reference".*"code" names that attribute already/,
    ],
    [
      'a host for nobody',
      { contentTypes, canonicalHosts: { paper: 'paper.example' } },
      /\.canonicalHosts\.paper is/,
    ],
    [
      'a provider without hosts',
      { providers: [{ name: 'a', hosts: [] }] },
      /\.providers\[0\]\.hosts is/,
    ],
    ['a key that nobody reads', { provider: [] }, /\.provider is/],
  ])('does not boot with %s, and says where', async (_what, config, message) => {
    await expect(app.boot(config)).rejects.toThrow(message);
  });
});
