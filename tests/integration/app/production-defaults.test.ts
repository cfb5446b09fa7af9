import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';

const ELSEWHERE = 'https://elsewhere.example';
const NAMED = 'https://news.example';
const SETTINGS = { NODE_ENV: 'production', STATEMENT_TIMEOUT: '300' };
const password = 'Sheets-of-2022';

describe.each(databases)('a site in production on $name', (kind) => {
  const before = { ...process.env };
  let site: TestSite;
  let admin: string;

  const bootWith = async (more: Record<string, string>) => {
    Object.assign(process.env, SETTINGS, more);
    site = await boot(kind);
  };
  beforeAll(async () => {
    await bootWith({});
    const person = { firstname: 'Lin', lastname: 'Wang', email: 'lin@example.com', password };
    await site.http.post('/admin/register-admin').send(person);
    const { body } = await site.http.post('/admin/login').send({ email: person.email, password });
    admin = body.data.token;
  });
  afterAll(async () => {
    await site.close();
    for (const name of [...Object.keys(SETTINGS), 'CORS_ORIGINS']) delete process.env[name];
    Object.assign(process.env, before);
  });

  const allowed = async (path: string, origin: string) =>
    (await site.http.get(path).set('origin', origin)).headers;

  it('lets pages of any origin read the public API, without credentials', async () => {
    for (const path of ['/api/posts', '/graphql?query=%7Bposts%7Btitle%7D%7D']) {
      const headers = await allowed(path, ELSEWHERE);
      expect(headers['access-control-allow-origin']).toBe(ELSEWHERE);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it.each(['/admin/login', '/admin/init', '/content-manager/content-types', '/upload/files'])(
    'keeps %s from pages of other origins',
    async (path) => {
      expect(await allowed(path, ELSEWHERE)).not.toHaveProperty('access-control-allow-origin');
    }
  );

  it('does not describe its GraphQL schema', async () => {
    const { body } = await site.http
      .post('/graphql')
      .send({ query: '{ __schema { types { name } } }' });
    expect(body.data).toBeUndefined();
    expect(body.errors).toHaveLength(1);
  });

  it.each([
    '_q[]=a',
    'filters[$and][0][id]=x',
    'filters[$and][0][date][$gt]=soon',
    'filters[$and][0][date][$between]=2022-01-01',
    'filters[$and][0][date][$gt]=%2B020000-01-01T00:00:00Z',
    'filters[$and]=a',
    'filters[$and][0][title]=a%00b',
  ])('answers an editor with 400 for %s', async (query) => {
    const { status, text } = await site.http
      .get(`/content-manager/collection-types/api::post.post?${query}`)
      .set('Authorization', `Bearer ${admin}`);
    expect(status).toBe(400);
    expect(text).not.toMatch(/select|sqlite|syntax/iu);
  });

  it.each(['-000001-01-01T00:00:00.000Z', '+020000-01-01T00:00:00.000Z', 'soon'])(
    'answers an editor with 400 for a post dated %s',
    async (date) => {
      const { status } = await site.http
        .post('/content-manager/collection-types/api::post.post')
        .set('Authorization', `Bearer ${admin}`)
        .send({ title: '日期不对', date });
      expect(status).toBe(400);
    }
  );

  it('refuses a NUL in what is told of a file', async () => {
    const { status } = await site.http
      .post('/upload')
      .set('Authorization', `Bearer ${admin}`)
      .field('fileInfo', JSON.stringify({ name: 'a\0b', alternativeText: 'c' }))
      .attach('files', Buffer.from('text'), 'a.txt');
    expect(status).toBe(400);
  });

  it('writes no tokens of addresses into its log', async () => {
    const lines: string[] = [];
    const { transports } = site.strapi.log as unknown as { transports: { log: unknown }[] };
    const [transport] = transports;
    if (transport === undefined) throw new Error('nothing is logged');
    const { log } = transport;
    const level = site.strapi.log.level;
    site.strapi.log.level = 'http';
    transport.log = (entry: { message: string }, done: () => void) => {
      lines.push(entry.message);
      done();
    };
    await site.http.get('/api/posts?access_token=s3cret&pagination[page]=1&code=s3cret');
    transport.log = log;
    site.strapi.log.level = level;
    expect(lines.join('\n')).toContain('GET /api/posts?access_token=…&pagination[page]=1&code=…');
    expect(lines.join('\n')).not.toContain('s3cret');
  });

  it('says of a statement that failed what it was, without its values', async () => {
    const failed = site.strapi.db
      .connection('posts')
      .insert({ nothing: 'a password', title: 'x'.repeat(100_000) });
    const error: Error = await failed.then(
      () => Promise.reject(new Error('this must fail')),
      (reason: Error) => reason
    );
    expect(error.message).toContain('insert into');
    expect(error.message.length).toBeLessThan(1000);
    expect(`${error.message}${error.stack}`).not.toMatch(/a password|xxx/u);
  });

  if (kind.name !== 'sqlite') {
    it('ends a read that takes too long, and lets a write wait', async () => {
      const { connection } = site.strapi.db;
      const isPostgres = kind.name === 'postgres';
      const trx = await connection.transaction();
      if (isPostgres) await trx.raw('lock table posts in access exclusive mode');
      else await trx.raw('lock tables posts write');
      const create = site.strapi.documents('api::post.post').create({ data: { title: '等一等' } });
      const { status, body } = await site.http.get('/api/posts');
      const { body: graphql } = await site.http
        .post('/graphql')
        .send({ query: '{ posts { title } }' });
      if (!isPostgres) await trx.raw('unlock tables');
      await trx.rollback();
      expect(status).toBe(503);
      expect(body.error.message).toContain('took the database too long');
      expect(graphql.errors[0].message).toContain('took the database too long');
      expect((await create).title).toBe('等一等');
      expect((await site.http.get('/api/posts')).status).toBe(200);
    });
  }

  it('lets pages of the origins that are named read with credentials, and no others', async () => {
    await site.close();
    await bootWith({ CORS_ORIGINS: NAMED });
    const named = await allowed('/api/posts', NAMED);
    expect(named['access-control-allow-origin']).toBe(NAMED);
    expect(named['access-control-allow-credentials']).toBe('true');
    for (const path of ['/api/posts', '/graphql?query=%7Bposts%7Btitle%7D%7D', '/admin/init']) {
      expect(await allowed(path, ELSEWHERE)).not.toHaveProperty('access-control-allow-origin');
    }
  });
});
