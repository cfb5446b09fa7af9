import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { bootOn, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';

/** How long an answer of the database holds, in milliseconds. */
const INTERVAL = 1_000;

interface Client {
  acquireRawConnection(): Promise<unknown>;
}

/** Takes the database away, and gives back what brings it back. */
const takeAway = async ({ strapi, database }: TestSite): Promise<() => Promise<void>> => {
  const file = database.environment['DATABASE_FILENAME'];
  if (file !== undefined) {
    await rename(file, `${file}.away`);
    return () => rename(`${file}.away`, file);
  }
  const client = strapi.db.connection.client as unknown as Client;
  const acquire = client.acquireRawConnection;
  // As a server behind a firewall that drops what is sent to it.
  client.acquireRawConnection = () => new Promise(() => undefined);
  return async () => {
    client.acquireRawConnection = acquire;
  };
};

describe.each(databases)('/_health on $name', (kind) => {
  let site: TestSite;

  const boot = async (redis?: string): Promise<void> => {
    if (redis !== undefined) process.env['REDIS_URL'] = redis;
    site = await bootOn(await startedDatabase(kind));
    delete process.env['REDIS_URL'];
  };
  afterEach(() => site.close());
  const ask = () => site.http.get('/_health');

  it('says that all is well as Strapi does', async () => {
    await boot();
    const { status, text, headers } = await ask();
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({ 'x-health': 'database up', 'cache-control': 'no-store' });
    expect((await site.http.head('/_health')).status).toBe(204);
  });

  it('says that the database is away, and that it is back', async () => {
    await boot();
    const bringBack = await takeAway(site);
    const { status, body } = await ask();
    expect([status, body]).toEqual([503, { database: 'down' }]);
    await bringBack();
    await pause(INTERVAL);
    expect((await ask()).status).toBe(204);
  });

  it('asks the database once for many who ask at once', async () => {
    await boot();
    const client = site.strapi.db.connection.client as unknown as Client;
    const acquire = jest.spyOn(client, 'acquireRawConnection');
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(acquire.mock.calls.length).toBe(kind.name === 'sqlite' ? 0 : 1);
  });

  it('says whether the cache answers, and stays well without', async () => {
    await boot('redis://127.0.0.1:1');
    const { status, headers } = await ask();
    // A file has one instance, which needs no Redis.
    const told = kind.name === 'sqlite' ? 'database up' : 'database up, cache down';
    expect([status, headers['x-health']]).toEqual([204, told]);
  });
});
