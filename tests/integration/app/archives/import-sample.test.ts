import path from 'node:path';
import { bootOn, root, type TestSite } from '../../harness/boot';
import { databases, type TestDatabase } from '../../harness/databases';
import { importArchive, type ImportReport } from '../../harness/run-script';

const SAMPLE = path.join(root, 'tests', 'fixtures', 'sample-archive');

const total = (report: ImportReport) =>
  report.created +
  report.updated +
  report.unchanged +
  report.conflicts +
  report.quarantined +
  report.skipped;

describe.each(databases)('the sample archive on $name', (kind) => {
  let database: TestDatabase;
  let site: TestSite;
  let first: Awaited<ReturnType<typeof importArchive>>;
  let second: Awaited<ReturnType<typeof importArchive>>;

  beforeAll(async () => {
    database = await kind.create();
    first = await importArchive([SAMPLE], database);
    second = await importArchive([SAMPLE], database);
    site = await bootOn(database);
  });
  afterAll(() => site.close());

  const post = async (slug: string) => {
    const { body } = await site.http
      .get('/api/posts')
      .query({ 'filters[slug][$eq]': slug, populate: '*' });
    expect(body.data).toHaveLength(1);
    return body.data[0];
  };
  const codes = (name: string) =>
    first.report.issues.filter(({ path: file }) => file.endsWith(name)).map(({ code }) => code);

  it('is counted to the last file, and ends with 3 since some could not be imported', () => {
    expect(first.code).toBe(3);
    expect(first.report.found).toBe(33);
    expect(total(first.report)).toBe(33);
    expect(first.report.created).toBe(28);
    expect(first.report.quarantined).toBe(5);
  });

  it('is imported once: the second run creates and updates nothing', () => {
    expect(second.code).toBe(3);
    expect(second.report).toMatchObject({ created: 0, updated: 0, unchanged: 28, quarantined: 5 });
  });

  it.each([
    '-202203030000000401.md',
    '2022-03-04-202203040000000405.md',
    '2022-03-04-202203040000000406.md',
    '2022-03-04-202203040000000407.md',
    '2022-03-04-202203040000000408.md',
  ])('says in its report why %s was kept out', (name) => {
    expect(codes(name)).not.toEqual([]);
  });

  it('prints one example for each code that kept a file out', () => {
    const kept = first.report.issues.filter(({ code }) => code === 'DATE_INVALID');
    expect(kept.length).toBeGreaterThan(1);
    expect(first.stdout).toContain(`error DATE_INVALID: ${kept.length}\n  ${kept[0]?.path}:`);
  });

  it('gives a media post everything its file says', async () => {
    expect(await post('NW202203030000000302')).toMatchObject({
      title: '“三区同建”观察：一座小城的转身',
      date: '2022-03-03T00:35:15.000Z',
      categories: [{ slug: 'rizhichenbao' }],
      tags: [{ name: '日知晨报新闻' }],
      sourceCode: 'NW202203030000000302',
      sourceUrl: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203030000000302',
      sourceName: '日知晨报',
    });
  });

  it('cuts source link and back links off every body', async () => {
    const { body } = await site.http.get('/api/posts?pagination[pageSize]=100');
    expect(body.data.length).toBeGreaterThan(20);
    for (const { body: text } of body.data) {
      expect(text).not.toMatch(/返回首页|eastmoney\.com\/news\/|infoCode=/);
    }
  });

  it('mends a title whose quotes nobody escaped', async () => {
    expect((await post('202203040000000402')).title).toBe('董事长："明年会更好"');
    expect((await post('202203040000000403')).title).toBe('[快讯] 午后指数回落');
    expect(first.report.repaired).toBeGreaterThanOrEqual(2);
  });

  it('decodes a file that is not UTF-8', async () => {
    expect((await post('202203040000000404')).title).toBe('国标编码的一篇');
  });

  it('keeps two categories that differ only in case', async () => {
    const { body } = await site.http.get('/api/categories?pagination[pageSize]=100');
    const slugs = body.data.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['TechWeb', 'Techweb']));
    expect((await post('NW202203030000000303')).categories).toMatchObject([{ slug: 'TechWeb' }]);
    expect((await post('NW202203030000000304')).categories).toMatchObject([{ slug: 'Techweb' }]);
  });

  it('keeps what has no attribute of its own in frontMatter', async () => {
    expect(await post('plain-english')).toMatchObject({
      excerpt: 'What a tidy blog looks like.',
      frontMatter: { layout: 'post', author: 'Lin Wang' },
      tags: [{ name: 'jekyll' }, { name: 'migration' }],
    });
  });

  it.each(['half-written', 'hidden', 'future'])('shows the public no "%s"', async (slug) => {
    const { body } = await site.http.get('/api/posts').query({ 'filters[slug][$eq]': slug });
    expect(body.data).toEqual([]);
    const drafts = await site.strapi
      .documents('api::post.post')
      .findMany({ filters: { slug }, status: 'draft' });
    expect(drafts).toHaveLength(1);
    const published = await site.strapi
      .documents('api::post.post')
      .findMany({ filters: { slug }, status: 'published' });
    expect(published).toEqual([]);
  });

  it('tells GraphQL the same', async () => {
    const { body } = await site.http.post('/graphql').send({
      query: `{ posts(filters: { slug: { eq: "NW202203030000000302" } }) {
        title date sourceCode sourceName categories { slug } tags { name } } }`,
    });
    expect(body.data.posts).toEqual([
      {
        title: '“三区同建”观察：一座小城的转身',
        date: '2022-03-03T00:35:15.000Z',
        sourceCode: 'NW202203030000000302',
        sourceName: '日知晨报',
        categories: [{ slug: 'rizhichenbao' }],
        tags: [{ name: '日知晨报新闻' }],
      },
    ]);
  });

  it('leaves posts that the admin panel calls published, not modified', async () => {
    const rows = await site.strapi.db
      .query('api::post.post')
      .findMany({ where: { slug: 'NW202203030000000302' }, select: ['updatedAt', 'publishedAt'] });
    expect(rows).toHaveLength(2);
    expect(rows[0].updatedAt).toEqual(rows[1].updatedAt);
    expect(
      new Set(rows.map((row: { publishedAt: string | null }) => row.publishedAt === null))
    ).toEqual(new Set([true, false]));
  });
});
