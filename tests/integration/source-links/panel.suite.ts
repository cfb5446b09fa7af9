import { checkRecords } from '../../../src/plugins/source-links/server/src/check/records';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';
import { joinAs } from '../harness/people';

const POST = 'api::post.post';
const LIST = `/content-manager/collection-types/${POST}`;
const number = (story: number) => `2022021722792660${String(story).padStart(2, '0')}`;
const shared = (story: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${number(story)}`;

export const sourcesInPanel = suite('sources in the admin panel', (current) => {
  let site: TestSite;
  let token: string;

  beforeAll(async () => {
    site = current();
    const { body } = await site.http.post('/admin/register-admin').send({
      email: 'editor@example.org',
      firstname: 'Edith',
      lastname: 'Or',
      password: 'Password-1234',
    });
    token = body.data.token;
    const posts = site.strapi.documents(POST);
    for (const [title, data] of [
      ['甲', { sourceUrl: shared(1) }],
      ['乙', { sourceUrl: `http://finance.eastmoney.com/news/1345,${number(2)}.html` }],
      ['丙', { sourceUrl: `http://hk.eastmoney.com/news/1533,${number(3)}.html` }],
      ['辛', { sourceUrl: `HTTP://HK.EastMoney.com/news/1533,${number(5)}.html` }],
      ['丁', { sourceUrl: 'https://paper.example/a' }],
      ['戊', { sourceCode: number(4) }],
      ['己', { sourceCode: 'A-1' }],
      ['庚', {}],
    ] as const) {
      await posts.create({ data: { title, ...data } });
    }
  });

  const list = (query: string) =>
    site.http.get(`${LIST}?sort=id:asc&${query}`).set('Authorization', `Bearer ${token}`);
  const preview = (body: object) =>
    site.http
      .post('/source-links/preview')
      .set('Authorization', `Bearer ${token}`)
      .send({ contentType: POST, stored: {}, ...body });

  it.each([
    ['infocode', ['甲']],
    ['eastmoney', ['乙', '丙', '辛', '戊']],
    ['web', ['丁']],
    ['nobody', []],
  ])('lists the posts of %s', async (name, titles) => {
    const { body } = await list(`filters[$and][0][__sourceProvider][$eq]=${name}`).expect(200);
    expect(body.results.map(({ title }: { title: string }) => title)).toEqual(titles);
  });

  it('filters by provider and by something else', async () => {
    const { body } = await list(
      `filters[$and][0][title][$eq]=${encodeURIComponent('丙')}&filters[$and][1][__sourceProvider][$eq]=eastmoney`
    ).expect(200);
    expect(body.results.map(({ title }: { title: string }) => title)).toEqual(['丙']);
  });

  it('tells the panel which attributes and providers there are', async () => {
    const { body } = await site.http
      .get('/content-manager/content-types')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    const post = body.data.find(({ uid }: { uid: string }) => uid === POST);
    expect(post.pluginOptions['source-links']).toEqual({
      code: 'sourceCode',
      url: 'sourceUrl',
      key: 'sourceKey',
      name: 'sourceName',
      providers: ['infocode', 'eastmoney', 'web'],
    });
  });

  it('previews what saving would keep', async () => {
    const pasted = await preview({ code: '', url: `${shared(1)}&utm_source=x` }).expect(200);
    expect(pasted.body.data).toEqual({
      code: `NW${number(1)}`,
      url: shared(1),
      link: shared(1),
      found: null,
      twins: [
        { contentType: POST, documentId: expect.any(String), title: '甲', isPublished: false },
      ],
    });
    const stored = { code: `NW${number(1)}`, url: shared(1) };
    const changed = await preview({ code: `NW${number(2)}`, url: shared(1), stored }).expect(200);
    expect(changed.body.data.url).toBe(shared(2));
    const refused = await preview({ code: `NW${number(2)}`, url: shared(3), stored }).expect(200);
    expect(refused.body.data.problem).toMatch(/"sourceCode".*"sourceUrl"/);
  });

  it('says what is wrong in the language of the panel', async () => {
    const asked = { code: `NW${number(2)}`, url: shared(3) };
    const { body } = await preview({ ...asked, language: 'zh-Hans' }).expect(200);
    expect(body.data.problem).toMatch(/来源代码“sourceCode”.*来源网址“sourceUrl”/);
    const save = () =>
      site.http
        .post(LIST)
        .set('Authorization', `Bearer ${token}`)
        .send({ title: '异', sourceCode: asked.code, sourceUrl: asked.url })
        .expect(400);
    expect((await save()).body.error.message).toMatch(/"sourceCode" is .*"sourceUrl"/);
    await site.http
      .put('/admin/users/me')
      .set('Authorization', `Bearer ${token}`)
      .send({ preferedLanguage: 'zh-Hans' })
      .expect(200);
    const { error } = (await save()).body;
    expect(error.message).toMatch(/来源代码“sourceCode”.*来源网址“sourceUrl”/);
    expect(error.details.errors).toMatchObject([{ path: ['sourceCode'] }, { path: ['sourceUrl'] }]);
  });

  it('tells what was last found at a document’s link, as long as that is its link', async () => {
    const post = await site.strapi.documents(POST).findFirst({ filters: { title: '甲' } });
    const records = checkRecords(site.strapi);
    const link = { contentType: POST, documentId: post?.documentId ?? '', locale: null };
    const gone = { outcome: 'gone', status: 404, finalLink: null, reason: null } as const;
    await records.write({ ...link, link: shared(1) }, gone, new Date('2022-02-17T00:00:00Z'));
    const stored = { code: `NW${number(1)}`, url: shared(1) };
    const { documentId } = link;
    const same = await preview({ documentId, ...stored, stored }).expect(200);
    expect(same.body.data.found).toMatchObject({ outcome: 'gone', status: 404 });
    const other = await preview({ documentId, ...stored, url: shared(2), stored }).expect(200);
    expect(other.body.data.found).toBeNull();
  });

  it('names other documents of the same story, published ones first, and not the form’s own', async () => {
    const posts = site.strapi.documents(POST);
    const data = { title: '已发布', sourceCode: `NW${number(2)}` };
    const { documentId } = await posts.create({ data, status: 'published' });
    const twinsOf = async (body: object) => (await preview(body).expect(200)).body.data.twins;
    // Another code of the same story, as another site writes it.
    const [first, second, ...others] = await twinsOf({ code: number(2) });
    expect(first).toEqual({ contentType: POST, documentId, title: '已发布', isPublished: true });
    expect([second.title, second.isPublished, others]).toEqual(['乙', false, []]);
    const own = await twinsOf({ documentId, code: number(2) });
    expect(own.map(({ title }: { title: string }) => title)).toEqual(['乙']);
    for (const code of ['A-1', '', number(77), "' or 1=1 --"]) {
      expect([code, await twinsOf({ code })]).toEqual([code, []]);
    }
    await posts.delete({ documentId });
  });

  it('names no document that whoever asks may not open', async () => {
    const author = await joinAs(site, 'strapi-author');
    const asked = { contentType: POST, stored: {}, code: number(2) };
    const ask = () =>
      site.http
        .post('/source-links/preview')
        .set('Authorization', `Bearer ${author}`)
        .send(asked)
        .expect(200);
    expect((await ask()).body.data.twins).toEqual([]);
    await site.http
      .post(LIST)
      .set('Authorization', `Bearer ${author}`)
      .send({ title: '自己的', sourceCode: number(2) })
      .expect(201);
    expect((await ask()).body.data.twins).toMatchObject([{ title: '自己的' }]);
  });

  it('previews nothing for strangers, for other types and for nonsense', async () => {
    await site.http.post('/source-links/preview').send({}).expect(401);
    await preview({ contentType: 'api::tag.tag' }).expect(404);
    await preview({ code: 1 }).expect(400);
    await preview({ url: 'x'.repeat(5000) }).expect(400);
  });
});
