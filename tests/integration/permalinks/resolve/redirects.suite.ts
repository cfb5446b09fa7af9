import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';

const CATEGORY = 'api::category.category';

export const redirects = suite('exporting redirects', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    const { documentId } = await strapi.documents(CATEGORY).create({ data: { name: 'News' } });
    await strapi
      .plugin('permalinks')
      .service<{ keep(uid: string, batch: readonly object[]): Promise<unknown> }>('addresses')
      .keep(CATEGORY, [
        {
          documentId,
          slug: 'news',
          title: '',
          published: true,
          paths: [
            '/old/',
            '/旧 "新闻"/$1:x.html',
            '/category/news.html',
            '/TechWeb/',
            '/Techweb',
            '/Tech.Web',
            '/tech.web',
          ],
        },
      ]);
    await strapi.documents(CATEGORY).update({ documentId, data: { slug: '新闻' } });
    const made = await strapi
      .service('admin::api-token')
      .create({ name: 't', type: 'full-access', description: '', lifespan: null });
    token = made.accessKey;
  });

  const get = (format: string) =>
    site.http
      .get('/api/permalinks/redirects')
      .query({ format })
      .set('Authorization', `Bearer ${token}`)
      .buffer(true);
  const page = '/category/%E6%96%B0%E9%97%BB.html';

  it('writes JSON', async () => {
    const { body } = await get('json');
    expect(body).toEqual(
      expect.arrayContaining([
        { from: '/old', to: page, status: 301 },
        { from: '/旧 "新闻"/$1:x.html', to: page, status: 301 },
        { from: '/category/news.html', to: page, status: 301 },
      ])
    );
  });

  it('writes a _redirects file that spaces and signs cannot break', async () => {
    expect((await get('netlify')).text.split('\n')).toEqual(
      expect.arrayContaining([
        `/old ${page} 301`,
        `/%E6%97%A7%20%22%E6%96%B0%E9%97%BB%22/%241%3Ax.html ${page} 301`,
      ])
    );
  });

  it('writes an nginx map that quotes cannot break', async () => {
    const { text } = await get('nginx');
    expect(text).toMatch(
      /^map \$uri \$redirected_to \{\n {2}default "";\n(?: {2}"[^\n]*" "[^\n]*";\n)+\}\n$/
    );
    expect(text).toContain(`  "/old" "${page}";\n  "/old/" "${page}";\n`);
    expect(text).toContain(`  "/旧 \\"新闻\\"/$1:x.html" "${page}";\n`);
  });

  it('keeps apart in an nginx map what differs in case alone, which nginx would not start with', async () => {
    const { text } = await get('nginx');
    for (const form of ['TechWeb', 'TechWeb/', 'Techweb', 'Techweb/', 'tech\\\\.web']) {
      expect(text).toContain(`  "~^/${form}$" "${page}";\n`);
    }
    const plain = [...text.matchAll(/^ {2}"(\/[^"]*)"/gmu)].map(([, uri]) => uri?.toLowerCase());
    expect(new Set(plain).size).toBe(plain.length);
  });

  it('sends nobody round in circles whose slug changed in case alone, nor hides a page', async () => {
    const categories = strapi.documents(CATEGORY);
    const { documentId } = await categories.create({ data: { name: 'TechWeb', slug: 'TechWeb' } });
    await categories.update({ documentId, data: { slug: 'techweb' } });
    const other = await categories.create({ data: { name: 'Sport', slug: 'sport' } });
    await categories.update({ documentId: other.documentId, data: { slug: 'games' } });
    await categories.create({ data: { name: 'Sports', slug: 'Sport' } });
    const { text } = await get('nginx');
    expect(text).toContain('  "~^/category/TechWeb\\\\.html$" "/category/techweb.html";\n');
    expect(text).toContain('  "~^/category/sport\\\\.html$" "/category/games.html";\n');
  });

  it('is for those who may, and knows three formats', async () => {
    expect((await site.http.get('/api/permalinks/redirects')).status).toBe(403);
    expect((await get('apache')).status).toBe(400);
  });
});
