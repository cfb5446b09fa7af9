import type { AddressInfo } from 'node:net';
import { faultOf } from '../../../scripts/fuzz/hostile-reads/judge';
import { HOSTILE_READS } from '../../../scripts/fuzz/hostile-reads/list';
import { send } from '../../../scripts/fuzz/hostile-reads/send';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

export const hostileReads = suite('a hostile read', (current) => {
  let site: TestSite;
  let port: number;

  beforeAll(async () => {
    site = current();
    const tags = await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        site.strapi.documents('api::tag.tag').create({ data: { name: `market ${i}` } })
      )
    );
    await site.strapi.documents('api::post.post').create({
      data: {
        title: '一篇有标签的文章',
        body: 'm',
        tags: tags.map(({ documentId }) => documentId),
      },
      status: 'published',
    });
    await new Promise<void>((resolve) =>
      site.strapi.server.httpServer.listen(0, '127.0.0.1', resolve)
    );
    port = (site.strapi.server.httpServer.address() as AddressInfo).port;
  });

  it('is one of at least a hundred', () => {
    expect(HOSTILE_READS.length).toBeGreaterThanOrEqual(100);
  });

  it.each(HOSTILE_READS)('is answered or refused: $name', async (read) => {
    expect(faultOf(await send(port, read))).toBeNull();
  });
});
