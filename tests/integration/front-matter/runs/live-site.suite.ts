import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { archiveFolder, postText, type ArchiveFolder } from '../archive-folder';
import { importInto, outcomes } from '../importing';

const POSTS = 800;

export const liveSite = suite('a site that imports while it serves', (current) => {
  let site: TestSite;
  let folder: ArchiveFolder;

  beforeAll(async () => {
    site = current();
    folder = await archiveFolder();
    for (let index = 0; index < POSTS; index += 1) {
      const body = `<p>${'正文'.repeat(500)}</p>`;
      const text = postText({ title: `第${index}篇`, body });
      await folder.write(`_posts/2022-03-03-post-${index}.md`, text);
    }
  });
  afterAll(async () => {
    await folder.drop();
  });

  it('answers one request after the other, and not only when it is done', async () => {
    const { httpServer } = site.strapi.server;
    httpServer.listen(0, '127.0.0.1');
    await once(httpServer, 'listening');
    const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}/api/posts`;
    let isDone = false;
    const importing = importInto(site.strapi, folder.root).finally(() => {
      isDone = true;
    });
    const seen = new Set<number>();
    let answers = 0;
    while (!isDone) {
      const response = await fetch(url);
      expect(response.status).toBe(200);
      const { meta } = (await response.json()) as { meta: { pagination: { total: number } } };
      seen.add(meta.pagination.total);
      answers += 1;
    }
    expect(outcomes(await importing)).toEqual({ created: POSTS });
    expect(answers).toBeGreaterThan(10);
    // Posts come into sight a few at a time.
    expect(seen.size).toBeGreaterThan(5);
  });
});
