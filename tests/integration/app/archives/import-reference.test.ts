import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bootOn, root, type TestSite } from '../../harness/boot';
import { databases, type TestDatabase } from '../../harness/databases';
import { importArchive } from '../../harness/run-script';
import { startedDatabase } from '../../harness/database/started-database';

const archives = path.join(root, '..', 'shared', 'archives');
const seed = path.join(archives, '000_31aca38fd426e2d8.txt');
const described = existsSync(seed) ? describe : describe.skip;

if (!existsSync(seed)) {
  process.stderr.write('[broadsheet] skipped: the reference archive is not beside the project\n');
}

const SLUG = 'NW202202172279266059';
const EXPECTED = {
  title: '稳中求进 聚力突破踔厉实现“三区同建 三个前列”奋斗目标',
  date: '2022-02-17T00:35:15.000Z',
  sourceCode: SLUG,
  sourceUrl: `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${SLUG}`,
  sourceName: '日照日报',
};

described.each(databases)('the reference archive on $name', (kind) => {
  let folder: string;
  let database: TestDatabase;
  let site: TestSite;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-reference-'));
    const archive = path.join(folder, 'finews');
    await cp(path.join(archives, 'finews'), archive, { recursive: true });
    await cp(seed, path.join(archive, '_posts', `2022-02-17-${SLUG}.md`));
    database = await startedDatabase(kind);
    const { code, report } = await importArchive([archive], database);
    // One file of it has neither title, date nor a post's name.
    expect(code).toBe(3);
    expect(report).toMatchObject({ quarantined: 1, created: report.found - 1 });
    site = await bootOn(database);
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the seed on REST', async () => {
    const { body } = await site.http.get(`/api/posts?filters[slug][$eq]=${SLUG}&populate=*`);
    expect(body.data).toHaveLength(1);
    const [post] = body.data;
    expect(post).toMatchObject({
      ...EXPECTED,
      categories: [{ slug: 'rizhaoribao' }],
      tags: [{ name: '日照日报新闻' }],
    });
    expect(post.body.startsWith('<p>本报通讯员叶飞报道</p>')).toBe(true);
    expect(post.body).not.toContain('NewsShare.html');
    expect(post.body).not.toContain('返回首页');
  });

  it('shows the seed on GraphQL', async () => {
    const { body } = await site.http.post('/graphql').send({
      query: `{ posts(filters: { slug: { eq: "${SLUG}" } }) {
        title date sourceCode sourceUrl sourceName categories { slug } tags { name } } }`,
    });
    expect(body.data.posts).toEqual([
      { ...EXPECTED, categories: [{ slug: 'rizhaoribao' }], tags: [{ name: '日照日报新闻' }] },
    ]);
  });
});
