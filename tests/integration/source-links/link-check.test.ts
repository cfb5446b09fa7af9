import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type DatabaseKind, databases, type TestDatabase } from '../harness/databases';
import { ARTICLE_SOURCES, makeOtherApp, type OtherApp } from './other-app';
import { end, start } from './run-command';

const ARTICLE = 'api::article.article';
type TestStrapi = Awaited<ReturnType<OtherApp['boot']>>['strapi'];

describe.each(databases)('checking links on $name', (kind: DatabaseKind) => {
  let app: OtherApp;
  let database: TestDatabase;
  let server: Server;
  let base: string;
  let asked: string[] = [];

  const config = (check: object) => ({ contentTypes: ARTICLE_SOURCES, check });
  const polite = { enabled: true, allowPrivate: true, delay: 0, retries: 0 };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(request.url?.startsWith('/lost') ? 404 : 200).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    database = await kind.create();
    app = await makeOtherApp(database);
    const { strapi } = await app.boot(config({}));
    const addresses = ['/a', '/lost/1', '/lost/2', '/lost/3', '/lost/4', null, '/draft'];
    const data = addresses.map((address, index) => ({
      documentId: `article${String(index).padStart(17, '0')}`,
      locale: 'en',
      address: address && `${base}${address}`,
      publishedAt: address === '/draft' ? null : new Date(),
    }));
    await strapi.db.query(ARTICLE as never).createMany({ data } as never);
    await strapi.destroy();
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await app.remove();
  });
  beforeEach(() => {
    asked = [];
  });

  const run = (...words: string[]) => end(start(app, database, ...words));

  it('is off until it is switched on', async () => {
    await app.configure(config({}));
    const { code, err } = await run('check');
    expect(code).toBe(1);
    expect(err).toContain('check.enabled');
    expect(asked).toEqual([]);
  });

  it('tells how it is used when it is used wrongly', async () => {
    for (const words of [
      [],
      ['chek'],
      ['check', '--report'],
      ['check', 'x'],
      ['check', '--fast'],
    ]) {
      const { code, err } = await run(...words);
      expect([words, code]).toEqual([words, 2]);
      expect(err).toContain('--again');
    }
  });

  it('never asks private addresses of its own accord', async () => {
    await app.configure(config({ ...polite, allowPrivate: false }));
    const { code, summary } = await run('check');
    expect(code).toBe(3);
    expect(summary).toMatchObject({ finished: true, checked: 5, private: 5 });
    expect(asked).toEqual([]);
  });

  it('keeps what it finds of each published document, and reports what is not well', async () => {
    await app.configure(config(polite));
    const report = path.join(app.home, 'report.ndjson');
    const { code, summary, lines } = await run('check', '--report', report);
    expect(code).toBe(3);
    expect(summary).toMatchObject({ finished: true, checked: 5, skipped: 0, ok: 1, gone: 4 });
    expect(lines).toHaveLength(5);
    expect(asked).not.toContain('/draft');
    const reported = (await readFile(report, 'utf8')).trim().split('\n');
    expect(reported.map((line) => (JSON.parse(line) as { status?: number }).status)).toEqual([
      404,
      404,
      404,
      404,
      undefined,
    ]);

    const { strapi } = await app.boot(config(polite));
    const records = await strapi.db.query('plugin::source-links.link-check').findMany({});
    const articles = await strapi.db
      .query(ARTICLE as never)
      .findMany({ where: { address: { $notNull: true }, publishedAt: { $notNull: true } } });
    await strapi.destroy();
    expect(records).toHaveLength(5);
    for (const { documentId, address } of articles as Record<string, string>[]) {
      expect(records).toContainEqual(
        expect.objectContaining({
          targetDocumentId: documentId,
          link: address,
          outcome: address?.endsWith('/a') ? 'ok' : 'gone',
          status: address?.endsWith('/a') ? 200 : 404,
        })
      );
    }
  });

  it('goes on where it was interrupted, and then begins anew', async () => {
    await app.configure(config({ ...polite, delay: 500 }));
    const child = start(app, database, 'check');
    child.stdout?.once('data', () => child.kill('SIGINT'));
    const cut = await end(child);
    expect(cut.summary).toMatchObject({ finished: false });
    const before = Number(cut.summary?.['checked']);
    expect(before).toBeLessThan(5);
    await app.configure(config(polite));
    const rest = await run('check');
    expect(rest.summary).toMatchObject({ finished: true, skipped: before, checked: 5 - before });
    expect([...new Set(asked)].sort()).toEqual(['/a', '/lost/1', '/lost/2', '/lost/3', '/lost/4']);
    const next = await run('check');
    expect(next.summary).toMatchObject({ skipped: 0, checked: 5 });
  });

  it('lets go of what it found of documents that are gone, once a round has ended', async () => {
    const count = async (change: (strapi: TestStrapi) => Promise<unknown>): Promise<number> => {
      const { strapi } = await app.boot(config(polite));
      await change(strapi);
      const found = await strapi.db.query('plugin::source-links.link-check').count({});
      await strapi.destroy();
      return found;
    };
    const gone = { documentId: { $endsWith: '1' } };
    const before = await count(({ db }) =>
      db.query(ARTICLE as never).deleteMany({ where: gone } as never)
    );
    expect(before).toBe(5);
    await app.configure(config(polite));
    expect((await run('check')).summary).toMatchObject({ checked: 4 });
    expect(await count(() => Promise.resolve())).toBe(4);
  });
});
