import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

export const requests = suite('requests', (current) => {
  let site: TestSite;
  let before: object;

  beforeAll(async () => {
    site = current();
    before = (await advanced().get({})) as object;
  });
  afterAll(() => advanced().set({ value: before }));

  const advanced = () =>
    site.strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const posts = () => site.strapi.documents('api::post.post');
  const graphql = (query: string) => site.http.post('/graphql').send({ query });

  it('make no account, unless an administrator lets everybody make one', async () => {
    const register = () =>
      site.http
        .post('/api/auth/local/register')
        .send({ username: 'nobody', email: 'nobody@example.com', password: 'Reads-the-news-1' });
    expect((await register()).status).toBe(400);

    await advanced().set({ value: { ...before, allow_register: true } });
    site = await site.restart();
    expect((await register()).status).toBe(200);
  });

  it('let whoever has registered read what the public reads', async () => {
    const { body } = await site.http
      .post('/api/auth/local/register')
      .send({ username: 'reader', email: 'reader@example.com', password: 'Reads-the-news-1' });
    const { status } = await site.http.get('/api/posts').auth(body.jwt, { type: 'bearer' });
    expect(status).toBe(200);
  });

  it.each(['/api/posts?_q=%00', '/api/posts?filters[title][$eq]=a%00b', '/api/posts/%00'])(
    'are refused with 400 for a NUL at %s',
    async (path) => {
      expect((await site.http.get(path)).status).toBe(400);
    }
  );

  it('are refused with 400 for a NUL deep in a body', async () => {
    const { status } = await site.http
      .post('/api/posts')
      .send({ data: { title: 'a', frontMatter: { a: [{ b: 'c\0d' }] } } });
    expect(status).toBe(400);
  });

  it.each([
    ['a NUL in a key', '{"data":{"title":"a","frontMatter":{"a\\u0000":1}}}'],
    ['half a surrogate pair', '{"data":{"title":"a\\ud800"}}'],
    ['half a surrogate pair in a key', '{"data":{"frontMatter":{"\\udfff":1}}}'],
    [
      'a thousand levels',
      `{"data":{"title":"a","frontMatter":${'['.repeat(1000)}${']'.repeat(1000)}}}`,
    ],
  ])('are refused with 400 for %s in a body', async (_, body) => {
    const answer = await site.http
      .post('/api/posts')
      .set('content-type', 'application/json')
      .send(body);
    expect(answer.status).toBe(400);
  });

  it('cannot ask for one list over and over under other names', async () => {
    const { body } = await graphql(
      `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: posts { title }`).join(' ')} }`
    );
    expect(body.errors).toHaveLength(1);
    expect(body.data).toBeUndefined();
  });

  it('learn nothing of the server from an error', async () => {
    const { text } = await graphql('{ posts(status: DRAFT) { title } }');
    expect(text).toContain('errors');
    expect(text).not.toContain('stacktrace');
    expect(text).not.toContain('node_modules');
  });

  it.each(['FrontMatterRecord', 'FrontMatterRun', 'FrontMatterTerm', 'PermalinksAddress'])(
    'do not find the hidden type %s in the GraphQL schema',
    async (name) => {
      const { body } = await graphql(`{ __type(name: "${name}") { name } }`);
      expect(body.data).toEqual({ __type: null });
    }
  );

  it('can save and publish a title of ten thousand characters', async () => {
    const title = '长'.repeat(10_000);
    const { documentId } = await posts().create({ data: { title } });
    const { entries } = await posts().publish({ documentId });
    expect(entries[0]?.title).toBe(title);
  });

  it('date a post that is published without a date, once and for all', async () => {
    const { documentId } = await posts().create({ data: { title: '没有日期' } });
    const before = Date.now();
    const first = (await posts().publish({ documentId })).entries[0];
    const date = new Date(String(first?.date)).getTime();
    expect(date).toBeGreaterThanOrEqual(before - 1000);
    expect(date).toBeLessThanOrEqual(Date.now() + 1000);

    await posts().update({ documentId, data: { title: '仍然没有日期' } });
    const second = (await posts().publish({ documentId })).entries[0];
    expect(second?.date).toEqual(first?.date);
    expect((await posts().findOne({ documentId }))?.date).toEqual(first?.date);
  });

  it('leave the date that an editor gave alone', async () => {
    const date = '2001-02-03T04:05:06.000Z';
    const { documentId } = await posts().create({ data: { title: '有日期', date } });
    expect((await posts().publish({ documentId })).entries[0]?.date).toBe(date);
  });
});
