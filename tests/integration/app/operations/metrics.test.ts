import { bootOn, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';

const TOKEN = 'for-tests-only';

describe.each(databases)('/metrics on $name', (kind) => {
  let site: TestSite;

  const boot = async (token: string): Promise<void> => {
    process.env['METRICS_TOKEN'] = token;
    site = await bootOn(await startedDatabase(kind));
    delete process.env['METRICS_TOKEN'];
  };
  afterEach(() => site.close());

  const scrape = async (): Promise<string> => {
    const { status, text } = await site.http
      .get('/metrics')
      .set('authorization', `Bearer ${TOKEN}`);
    expect(status).toBe(200);
    return text;
  };

  it('is not there without a token', async () => {
    await boot('');
    expect((await site.http.get('/metrics').set('authorization', 'Bearer ')).status).toBe(404);
  });

  it.each(['', 'Bearer', 'Bearer for-tests-onl', `Basic ${TOKEN}`])(
    'says nothing to who brings "%s"',
    async (header) => {
      await boot(TOKEN);
      const { status, text } = await site.http.get('/metrics').set('authorization', header);
      expect([status, text]).toEqual([401, 'Unauthorized']);
    }
  );

  it('tells of the process, of runs and of answers', async () => {
    await boot(TOKEN);
    await site.http.get('/api/posts');
    await site.http.get('/api/posts');
    const text = await scrape();
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(text).toMatch(/^front_matter_runs_running 0$/mu);
    expect(text).toMatch(/^delivery_cache_bytes \d+$/mu);
    expect(text).toMatch(/^delivery_answers_total\{way="stock"\} \d+$/mu);
  });

  it('counts requests by kind and status, of whatever address and however they end', async () => {
    await boot(TOKEN);
    for (const id of ['a', 'b', 'c']) await site.http.get(`/api/posts/${id}?x=${id}`);
    for (const path of ['/x1', '/x2/y', '/api/posts', '/content-manager/content-types']) {
      await site.http.get(path);
    }
    const text = await scrape();
    expect(text).toContain('http_requests_total{kind="api",status="404"} 3\n');
    expect(text).toContain('http_requests_total{kind="api",status="200"} 1\n');
    expect(text).toContain('http_requests_total{kind="other",status="404"} 2\n');
    expect(text).toContain('http_requests_total{kind="admin",status="401"} 1\n');
    expect(text).toContain('http_request_duration_seconds_count{kind="api"} 4\n');
  });
});
