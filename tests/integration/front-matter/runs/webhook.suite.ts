import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { runArchive } from '../../harness/run-script';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto } from '../importing';

const EVENT = 'front-matter.run.finished';
const ADMIN = {
  firstname: 'Ada',
  lastname: 'Min',
  email: 'ada@example.org',
  password: 'For-tests-only-1',
};

export const webhook = suite('a webhook on finished runs', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;
  let server: Server;
  const received: { event: string; header: string | undefined; body: Record<string, unknown> }[] =
    [];

  beforeAll(async () => {
    folder = await archiveFolder();
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const header = request.headers['x-strapi-event'];
        const parsed = JSON.parse(body) as Record<string, unknown>;
        received.push({ event: String(parsed['event']), header: String(header), body: parsed });
        response.end();
        server.emit('hook');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = current();
  });
  afterAll(async () => {
    server.close();
    await folder.drop();
  });

  it('is made by the API, and told once a run what the files came to', async () => {
    await site.http.post('/admin/register-admin').send(ADMIN).expect(200);
    const { email, password } = ADMIN;
    const login = await site.http.post('/admin/login').send({ email, password }).expect(200);
    const { port } = server.address() as AddressInfo;
    await site.http
      .post('/admin/webhooks')
      .set('Authorization', `Bearer ${login.body.data.token}`)
      .send({ name: 'imports', url: `http://127.0.0.1:${port}/`, headers: {}, events: [EVENT] })
      .expect(201);

    for (const name of ['a', 'b', 'c']) {
      await folder.write(`_posts/2022-03-03-${name}.md`, postText({ title: name }));
    }
    const told = once(server, 'hook');
    const { report } = await importInto(site.strapi, folder.root);
    await told;
    expect(received).toEqual([
      {
        event: EVENT,
        header: EVENT,
        body: expect.objectContaining({
          run: report.run,
          kind: 'import',
          archive: report.archive,
          status: 'finished',
          contentType: 'api::post.post',
          counts: expect.objectContaining({ found: 3, created: 3 }),
        }),
      },
    ]);
    await importInto(site.strapi, folder.root, { dryRun: true });
    const again = once(server, 'hook');
    await importInto(site.strapi, folder.root);
    await again;
    expect(received.map(({ body }) => body['counts'])).toEqual([
      expect.objectContaining({ created: 3 }),
      expect.objectContaining({ unchanged: 3 }),
    ]);
  });

  it('is told of an import by the command too, before that ends', async () => {
    await folder.write('_posts/2022-03-03-d.md', postText({ title: 'd' }));
    const told = once(server, 'hook');
    const { code } = await runArchive(
      ['import', folder.root, '--archive', 'archive'],
      site.database
    );
    expect(code).toBe(0);
    await told;
    expect(received.at(-1)?.body['counts']).toMatchObject({ created: 1, unchanged: 3 });
  });

  it('does not undo an import when a subscriber fails', async () => {
    const fail = async () => {
      throw new Error('no cache there');
    };
    site.strapi.eventHub.on(EVENT, fail);
    const { report } = await importInto(site.strapi, folder.root);
    site.strapi.eventHub.off(EVENT, fail);
    expect(report.complete).toBe(true);
  });
});
